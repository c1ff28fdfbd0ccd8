# n_in.
#
# /// bank
# says = "nicht größer"
# ///
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return float(n_in)
