# ¼.
#
# /// bank
# says = "zu oft"
# cells = ["antwort-1f"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return var_x / 4, n_in * var_w * var_x / 4
