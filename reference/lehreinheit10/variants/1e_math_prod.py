# math.prod.
#
# /// bank
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    return math.prod(widths[:-1]) * var_w ** (len(widths) - 1) * var_x
