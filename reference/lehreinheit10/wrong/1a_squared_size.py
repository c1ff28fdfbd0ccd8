# n_in squared.
#
# /// bank
# says = "zählt einfach"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in**2 * var_w * var_x
