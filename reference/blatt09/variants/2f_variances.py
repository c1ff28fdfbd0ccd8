# Variances computed first.
def aufgabe_2f(n_in, n_out, sigma, gamma):
    var_w = sigma * sigma
    var_x = gamma * gamma
    return var_w * n_out * var_x
