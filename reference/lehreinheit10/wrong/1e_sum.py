# A sum instead of a product.
#
# /// bank
# says = "multiplizieren"
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    return sum(n * var_w for n in widths[:-1]) * var_x
