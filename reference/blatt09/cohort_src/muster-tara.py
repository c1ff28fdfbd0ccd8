# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * w[2] * dsigma(s[2])

# %% rechenweg-2b [markdown]
# ### Rechenweg 2b
#
# $V[w_{ij} x_j] = \sigma^2 \gamma^2$, die Kovarianzen fallen weg.

# %% antwort-2b
aufgabe_2b = r"\sigma^2 \gamma^2"
