# √(2/n), the standard deviation.
#
# /// bank
# says = "Standardabweichung der Gewichte"
# cells = ["antwort-1f-gewichte"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f_gewichte(n_in, n_out, var_w, var_x):
    return np.sqrt(2 / n_in)
