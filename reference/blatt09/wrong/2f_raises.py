# A name that does not exist.
#
# /// bank
# says = "bricht mit einem Fehler ab (NameError)"
# outcome = "raised"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * var_w * var_x
