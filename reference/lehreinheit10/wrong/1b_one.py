# 1.
#
# /// bank
# says = "Breite des Layers"
# ///
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return 1.0
