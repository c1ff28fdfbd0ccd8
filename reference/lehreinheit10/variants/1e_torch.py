# A tensor in double precision.
#
# /// bank
# cells = ["antwort-1e"]
# ///
def aufgabe_1e(widths, var_w, var_x):
    return torch.prod(torch.tensor(widths[:-1], dtype=torch.float64) * var_w) * var_x
