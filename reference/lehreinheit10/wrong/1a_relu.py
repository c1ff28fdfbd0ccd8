# Halved as if there were a ReLU.
#
# /// bank
# says = "keine Aktivierung"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x / 2
