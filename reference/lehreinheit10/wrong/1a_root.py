# The standard deviation.
#
# /// bank
# says = "Standardabweichung"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return np.sqrt(n_in * var_w * var_x)
