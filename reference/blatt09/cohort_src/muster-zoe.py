# %% rechenweg-2e [markdown]
# ### Rechenweg 2e
#
# Wie bei der Varianz der Gewichte, also bleibt $\sigma^2$ übrig.

# %% antwort-2e
def aufgabe_2e(n_in, n_out, sigma, gamma):
    return sigma**2

# %% antwort-3c-stichprobe
def xavier_uniform(n_in, n_out, rng):
    a, b = aufgabe_3c(n_in, n_out, None, None)
    return rng.uniform(a, b, (n_in, n_out))
