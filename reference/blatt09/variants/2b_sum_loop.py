# A sum over the summands.
def aufgabe_2b(n_in, n_out, sigma, gamma):
    varianz = 0
    for j in range(n_in):
        varianz += sigma**2 * gamma**2
    return varianz
