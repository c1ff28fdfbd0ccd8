# A tensor in double precision.
#
# /// bank
# cells = ["antwort-1f"]
# ///
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return torch.tensor([1.0, n_in * var_w], dtype=torch.float64) * var_x / 2
