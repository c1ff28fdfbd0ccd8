# Without n_in.
#
# /// bank
# says = "einzigen Summanden"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return var_w * var_x
