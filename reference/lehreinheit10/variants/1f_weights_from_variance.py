# The variance of the weights from the first answer.
#
# /// bank
# cells = ["antwort-1f-gewichte"]
# ///
def aufgabe_1f_gewichte(n_in, n_out, var_w, var_x):
    return var_w * var_x / aufgabe_1f(n_in, n_out, var_w, var_x)[1]
