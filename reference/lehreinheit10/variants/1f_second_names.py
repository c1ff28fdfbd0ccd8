# Both accepted second names.
#
# /// bank
# cells = ["antwort-1f", "antwort-1f-gewichte"]
# ///
def varianz_relu(n_in, n_out, var_w, var_x):
    return var_x / 2, n_in * var_w * var_x / 2


def stabile_varianz_relu(n_in, n_out, var_w, var_x):
    return 2.0 / n_in
