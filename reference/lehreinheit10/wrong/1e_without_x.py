# The variance of the data is missing.
#
# /// bank
# says = "Varianz der Eingabe fehlt"
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    return math.prod(n * var_w for n in widths[:-1])
