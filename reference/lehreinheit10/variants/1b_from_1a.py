# From 1a: the variance for which 1a gives var_x.
def aufgabe_1b(n_in, n_out, var_w, var_x):
    varianz_1a = n_in * var_w * var_x
    return var_w * var_x / varianz_1a
