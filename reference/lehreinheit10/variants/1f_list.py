# A list.
#
# /// bank
# cells = ["antwort-1f"]
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    halb = 0.5 * var_x
    return [halb, halb * var_w * n_in]
