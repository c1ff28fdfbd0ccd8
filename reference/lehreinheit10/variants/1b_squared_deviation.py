# The square of the standard deviation.
def aufgabe_1b(n_in, n_out, var_w, var_x):
    streuung = 1 / math.sqrt(n_in)
    return streuung**2
