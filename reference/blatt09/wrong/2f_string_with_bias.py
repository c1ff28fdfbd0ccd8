# The variance of a bias is added.
#
# /// bank
# says = "Bias"
# ///
aufgabe_2f = "n_out * sigma**2 * gamma**2 + b"
