# A helper function for the variance of one summand.
def varianz_produkt(erste, zweite):
    """Varianz eines Produkts unabhängiger, zentrierter Größen."""
    return erste**2 * zweite**2


def aufgabe_2b(n_in, n_out, sigma, gamma):
    return sum(varianz_produkt(sigma, gamma) for _ in range(n_in))
