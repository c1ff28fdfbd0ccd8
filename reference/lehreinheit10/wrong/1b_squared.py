# 1/n_in².
#
# /// bank
# says = "Setzen Sie"
# ///
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return 1 / n_in**2
