# A sum over the summands.
def aufgabe_2a(n_in, n_out, sigma, gamma):
    summe = 0.0
    for k in range(n_in):
        summe = summe + 0.0 * sigma * gamma
    return summe
