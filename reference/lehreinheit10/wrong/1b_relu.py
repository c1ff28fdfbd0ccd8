# 2/n_in, which belongs to the ReLU.
#
# /// bank
# says = "noch linear"
# ///
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return 2 / n_in
