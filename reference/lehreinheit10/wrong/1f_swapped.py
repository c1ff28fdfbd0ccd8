# The values are swapped.
#
# /// bank
# says = "vertauscht"
# cells = ["antwort-1f"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x / 2, var_x / 2
