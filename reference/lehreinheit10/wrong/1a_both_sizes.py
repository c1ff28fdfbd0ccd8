# Both sizes.
#
# /// bank
# says = "Form von W"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * n_out * var_w * var_x
