# 1/n.
#
# /// bank
# says = "lineare Netze"
# cells = ["antwort-1f-gewichte"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f_gewichte(n_in, n_out, var_w, var_x):
    return 1 / n_in
