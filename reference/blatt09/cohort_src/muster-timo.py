# %% antwort-1b [markdown] template=true
# %% antwort-1c
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s = np.full(N + 1, np.nan)
    o = np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        o[i] = sigma(s[i])
    return s, o

# %% antwort-1d
aufgabe_1d = aufgabe_1a

# %% antwort-1e [markdown] template=true
# %% antwort-2c [markdown] template=true
# %% antwort-2g [markdown] template=true
# %% antwort-3a [markdown] template=true
