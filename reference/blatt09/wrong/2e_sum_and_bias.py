# A sum of expectations and the bias.
#
# /// bank
# says = "Bias"
# ///
aufgabe_2e = "n_in * E(w) * E(x) + b"
