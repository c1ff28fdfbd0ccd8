# A sum over the summands.
def aufgabe_2f(n_in, n_out, sigma, gamma):
    varianz = 0
    for j in range(n_out):
        varianz += sigma**2 * gamma**2
    return varianz
