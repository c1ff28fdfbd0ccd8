# 1/n_out.
#
# /// bank
# says = "Form von W"
# ///
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return 1 / n_out
