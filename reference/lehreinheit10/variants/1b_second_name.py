# The accepted second name.
def stabile_varianz_linear(n_in, n_out, var_w, var_x):
    return 1.0 / n_in
