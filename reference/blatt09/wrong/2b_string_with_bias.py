# The variance of a bias is added.
#
# /// bank
# says = "Bias"
# ///
aufgabe_2b = "n_in * sigma**2 * gamma**2 + b"
