# The bias is kept.
#
# /// bank
# says = "Bias"
# ///
aufgabe_2a = r"b_i"
