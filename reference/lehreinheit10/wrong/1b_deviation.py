# 1/√n_in, the standard deviation.
#
# /// bank
# says = "Standardabweichung der Gewichte"
# ///
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return 1 / np.sqrt(n_in)
