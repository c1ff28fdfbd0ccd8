# The accepted second name.
#
# /// bank
# cells = ["antwort-1e"]
# ///
def varianz_letzter_layer(widths, var_w, var_x):
    ergebnis = var_x
    for n in list(widths)[: len(widths) - 1]:
        ergebnis *= n * var_w
    return ergebnis
