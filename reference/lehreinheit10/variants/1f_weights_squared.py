# The square of the standard deviation.
#
# /// bank
# cells = ["antwort-1f-gewichte"]
# ///
def aufgabe_1f_gewichte(n_in, n_out, var_w, var_x):
    return math.sqrt(2 / n_in) ** 2
