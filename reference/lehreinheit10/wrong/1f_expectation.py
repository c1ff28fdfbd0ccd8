# The expectation for the second moment.
#
# /// bank
# says = "seines Quadrats"
# cells = ["antwort-1f"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return np.sqrt(var_x / (2 * np.pi)), n_in * var_w * np.sqrt(var_x / (2 * np.pi))
