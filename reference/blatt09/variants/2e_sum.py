# A sum over the summands.
def aufgabe_2e(n_in, n_out, sigma, gamma):
    summe = 0.0
    for k in range(n_out):
        summe = summe + 0.0 * sigma * gamma
    return summe
