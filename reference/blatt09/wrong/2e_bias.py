# The bias is kept.
#
# /// bank
# says = "Bias"
# ///
aufgabe_2e = r"b_i"
