# Without n_in.
#
# /// bank
# says = "einzigen Summanden"
# cells = ["antwort-1f"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return var_x / 2, var_w * var_x / 2
