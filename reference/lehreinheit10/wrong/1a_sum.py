# A sum instead of a product.
#
# /// bank
# says = "addieren sich die Varianzen nicht"
# ///
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * (var_w + var_x)
