# The last layer is missing.
#
# /// bank
# says = "fehlt eine Breite"
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    return math.prod(n * var_w for n in widths[:-2]) * var_x
