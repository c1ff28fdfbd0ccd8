# Line and cell magics: %%time, %%capture, %timeit, %matplotlib.
# %% importe
%matplotlib inline
import numpy as np

# %% antwort-1a
%%time
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    produkt = x * dsigma(s[1])
    for i in range(2, len(w)):
        produkt = produkt * w[i] * dsigma(s[i])
    return produkt


# %% messung after="antwort-1a"
%timeit -n 2 -r 1 aufgabe_1a(0.7, probe_w, probe_b, probe_s, probe_o, probe_sigma, probe_dsigma)

# %% antwort-3b
%%capture ausgabe
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0, 2 / (n_in + n_out)
