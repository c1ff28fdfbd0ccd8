# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * np.prod(w[1:] * dsigma(s[1:]))

# %% rechenweg-2b [markdown]
# ### Rechenweg 2b
#
# y hat $n_{out}$ Einträge, jeder bekommt $\sigma^2 \gamma^2$ dazu.

# %% antwort-2b
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_out * sigma**2 * gamma**2
