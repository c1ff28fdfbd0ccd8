# Factors in another order.
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return var_x * (var_w * n_in)
