# The sum is taken term by term.
def aufgabe_1a(n_in, n_out, var_w, var_x):
    varianz = 0.0
    for _ in range(int(n_in)):
        varianz += var_w * var_x
    return varianz
