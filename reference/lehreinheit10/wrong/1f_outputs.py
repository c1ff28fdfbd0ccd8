# n_out for n_in.
#
# /// bank
# says = "Form von W"
# cells = ["antwort-1f"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return var_x / 2, n_out * var_w * var_x / 2
