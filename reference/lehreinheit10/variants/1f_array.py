# An array.
#
# /// bank
# cells = ["antwort-1f"]
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return np.array([0.5, 0.5 * n_in * var_w]) * var_x
