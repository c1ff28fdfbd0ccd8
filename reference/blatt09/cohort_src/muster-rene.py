# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * np.prod(dsigma(s)) * np.prod(w[2:])

# %% antwort-2g [markdown] template=true
# %% antwort-3a [markdown] template=true
