# numpy.
#
# /// bank
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    breiten_in = np.asarray(widths[:-1], dtype=float)
    return np.prod(breiten_in * var_w) * var_x
