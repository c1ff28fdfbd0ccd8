# Halved in every layer.
#
# /// bank
# says = "linear"
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    return math.prod(n * var_w / 2 for n in widths[:-1]) * var_x
