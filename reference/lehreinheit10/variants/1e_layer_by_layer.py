# Layer by layer.
#
# /// bank
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    for n_in, _ in zip(widths, widths[1:]):
        var_x = n_in * var_w * var_x
    return var_x
