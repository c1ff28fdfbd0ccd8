# 2.934/n: the variance of ReLU(z) is kept.
#
# /// bank
# says = "nicht die der Voraktivierungen"
# cells = ["antwort-1f-gewichte"]
# outcome = "partly"
# points = 1
# ///
def aufgabe_1f_gewichte(n_in, n_out, var_w, var_x):
    return 1 / (n_in * (0.5 - 0.5 / np.pi))
