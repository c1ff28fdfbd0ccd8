# One value only.
#
# /// bank
# says = "2 Zahl"
# cells = ["antwort-1f"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x / 2
