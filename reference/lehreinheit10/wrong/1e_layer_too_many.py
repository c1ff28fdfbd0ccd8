# One layer too many.
#
# /// bank
# says = "zu viel"
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    return math.prod(n * var_w for n in widths) * var_x
