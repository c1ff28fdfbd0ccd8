# %% antwort-3b
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0, np.sqrt(2 / (n_in + n_out))

# %% antwort-3c
def aufgabe_3c(n_in, n_out, sigma, gamma):
    grenze = np.sqrt(3 / (n_in + n_out))
    return -grenze, grenze
