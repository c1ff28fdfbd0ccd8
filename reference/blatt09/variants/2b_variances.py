# Variances computed first.
def aufgabe_2b(n_in, n_out, sigma, gamma):
    var_w = sigma * sigma
    var_x = gamma * gamma
    return var_w * n_in * var_x
