# The expectation.
#
# /// bank
# says = "Erwartungswert"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return 0.0
