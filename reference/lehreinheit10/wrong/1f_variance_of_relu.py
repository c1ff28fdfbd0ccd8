# The variance of ReLU(z) instead of its second moment.
#
# /// bank
# says = "nicht zentriert"
# cells = ["antwort-1f"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return var_x * (0.5 - 0.5 / np.pi), n_in * var_w * var_x * (0.5 - 0.5 / np.pi)
