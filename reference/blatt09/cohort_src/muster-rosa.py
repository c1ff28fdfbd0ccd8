# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    g = x * dsigma(s[1])
    for i in range(2, N):
        g *= w[i] * dsigma(s[i])
    return g

# %% rechenweg-2f [markdown]
# ### Rechenweg 2f
#
# Genau wie 2b: Summe über $n_{in}$ Terme mit Varianz $\sigma^2 \gamma^2$.

# %% antwort-2f
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_in * sigma**2 * gamma**2
