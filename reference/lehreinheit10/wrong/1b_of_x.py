# Divided by the variance of the input.
#
# /// bank
# says = "geht nicht ein"
# ///
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return 1 / (n_in * var_x)
