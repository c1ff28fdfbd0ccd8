# A tensor.
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return torch.ones(()) / n_in
