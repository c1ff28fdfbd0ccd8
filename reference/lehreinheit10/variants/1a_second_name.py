# The accepted second name.
def varianz_linear(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x
