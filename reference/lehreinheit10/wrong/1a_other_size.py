# n_out for n_in.
#
# /// bank
# says = "Form von W"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_out * var_w * var_x
