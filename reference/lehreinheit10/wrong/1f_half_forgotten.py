# ½ forgotten.
#
# /// bank
# says = "Hälfte"
# cells = ["antwort-1f"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return var_x, n_in * var_w * var_x
