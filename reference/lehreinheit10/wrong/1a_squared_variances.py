# var_w and var_x taken for standard deviations.
#
# /// bank
# says = "nicht quadriert"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w**2 * var_x**2
