# The answers to 2b and 2f stand together in one cell of one's own.
# %% antwort-2b deleted=true
# %% antwort-2f deleted=true
# %% beide after="aufgabe-3"
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * (sigma * gamma) ** 2


def aufgabe_2f(n_in, n_out, sigma, gamma):
    return aufgabe_2b(n_out, n_in, sigma, gamma)
