# The variance of the input is missing.
#
# /// bank
# says = "Varianz der Eingabe fehlt"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w
