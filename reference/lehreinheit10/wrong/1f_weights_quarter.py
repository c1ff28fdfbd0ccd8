# 4/n.
#
# /// bank
# says = "zu oft"
# cells = ["antwort-1f-gewichte"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f_gewichte(n_in, n_out, var_w, var_x):
    return 4 / n_in
