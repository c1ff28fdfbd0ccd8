# A mean instead of a sum.
#
# /// bank
# says = "nicht gemittelt"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return var_w * var_x / n_in
