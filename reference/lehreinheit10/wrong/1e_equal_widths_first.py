# All widths taken to be the first.
#
# /// bank
# says = "verschieden breit"
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    return (widths[0] * var_w) ** (len(widths) - 1) * var_x
