# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    g = dsigma(s[1])
    for i in range(2, len(w)):
        g = g * w[i] * dsigma(s[i])
    return g

# %% antwort-1b [markdown]
# ### Antwort 1b
#
# Viele kleine Zahlen multipliziert ergeben eine sehr kleine Zahl, viele große eine sehr große.
