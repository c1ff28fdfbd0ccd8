# Logarithms.
#
# /// bank
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    logarithmus = sum(math.log(n * var_w) for n in widths[:-1])
    return math.exp(logarithmus) * var_x
