# x, w, b, s, o, n_in, sigma and gamma are used for other things later on.
# %% eigene-zelle after="antwort-3c-stichprobe"
x, w, b, s, o = "x", None, [1], {}, 3
n_in, n_out, sigma, gamma = 2, 3, "Sigma", lambda: 0
N = W = i = j = produkt = grenze = ableitung = "überschrieben"
