# The variance of the weights once only.
#
# /// bank
# says = "nicht so oft"
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    return math.prod(widths[:-1]) * var_w * var_x
