# Recursion over the number of summands.
def aufgabe_2f(n_in, n_out, sigma, gamma):
    def bis(k):
        return 0.0 if k == 0 else (sigma * gamma) ** 2 + bis(k - 1)

    return bis(n_out)
