# 2.934/n as a decimal.
#
# /// bank
# says = "nicht die der Voraktivierungen"
# cells = ["antwort-1f-gewichte"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f_gewichte(n_in, n_out, var_w, var_x):
    return 2.934 / n_in
