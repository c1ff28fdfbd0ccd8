# Recursion.
#
# /// bank
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    if len(widths) == 1:
        return var_x
    return aufgabe_1e(widths[1:], var_w, widths[0] * var_w * var_x)
