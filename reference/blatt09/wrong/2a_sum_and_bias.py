# A sum of expectations and the bias.
#
# /// bank
# says = "Bias"
# ///
aufgabe_2a = "n_in * E(w) * E(x) + b"
