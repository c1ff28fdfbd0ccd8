# The last width is in the product, too.
#
# /// bank
# says = "zu viel"
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    return math.prod(widths) * var_w ** (len(widths) - 1) * var_x
