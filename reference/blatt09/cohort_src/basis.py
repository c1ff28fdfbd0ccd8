# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * dsigma(s[1])
    for i in range(2, N + 1):
        gradient *= w[i] * dsigma(s[i])
    return gradient

# %% antwort-1b [markdown]
# ### Antwort 1b
#
# In 1a steht für jeden Layer ein Faktor $w_i \sigma'(s_i)$. Sind alle kleiner als 1 (vom Betrag her),
# geht das Produkt exponentiell gegen 0, sind alle größer als 1, geht es exponentiell gegen unendlich.
# Beim Sigmoid ist $\sigma' \le 1/4$, deshalb verschwindet der Gradient da besonders schnell.

# %% antwort-1c
def aufgabe_1c(x, w, b, sigma):
    N = len(w) - 1
    s, o = np.zeros(N + 1), np.zeros(N + 1)
    s[0] = np.nan
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        if i >= 3 and i % 2 == 1:
            s[i] = s[i] + o[i - 2]
        o[i] = sigma(s[i])
    return s, o

# %% antwort-1d
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    N = len(w) - 1
    gradient = x * dsigma(s[1])
    for i in range(2, N - 1, 2):
        gradient *= dsigma(s[i + 1]) * (1 + w[i + 1] * w[i] * dsigma(s[i]))
    return gradient * w[N] * dsigma(s[N])

# %% antwort-1e [markdown]
# ### Antwort 1e
#
# Durch die 1 in der Klammer kann das Produkt nicht mehr einfach so gegen 0 gehen, es gibt immer den
# direkten Weg. Explodieren kann es trotzdem, sogar noch eher, weil die 1 ja dazukommt.

# %% rechenweg-2a [markdown]
# ### Rechenweg 2a
#
# $E[y_i] = \sum_j E[w_{ij} x_j] = \sum_j E[w_{ij}] E[x_j]$, weil W und x unabhängig sind, und beide
# Erwartungswerte sind 0.

# %% antwort-2a
def aufgabe_2a(n_in, n_out, sigma, gamma):
    return 0

# %% rechenweg-2b [markdown]
# ### Rechenweg 2b
#
# Die Kovarianzen sind 0, also $V[y_i] = \sum_j V[w_{ij} x_j] = \sum_j E[w_{ij}^2] E[x_j^2]$,
# das sind $n_{in}$ gleiche Summanden $\sigma^2 \gamma^2$.

# %% antwort-2b
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma**2 * gamma**2

# %% antwort-2c [markdown]
# ### Antwort 2c
#
# Dann ist $V[y_i] = \gamma^2 = V[x_i]$, die Varianz bleibt von Layer zu Layer gleich.

# %% antwort-2d
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% rechenweg-2e [markdown]
# ### Rechenweg 2e
#
# $\partial L/\partial x_i = \sum_k w_{ki}\, \partial L/\partial y_k$, und $E[w_{ki}] = 0$ unabhängig
# vom Rest.

# %% antwort-2e
def aufgabe_2e(n_in, n_out, sigma, gamma):
    return 0

# %% rechenweg-2f [markdown]
# ### Rechenweg 2f
#
# Wie in 2b, nur läuft die Summe jetzt über die Zeilen von W, also $n_{out}$ Summanden.

# %% antwort-2f
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * sigma**2 * gamma**2

# %% antwort-2g [markdown]
# ### Antwort 2g
#
# Jetzt bleibt die Varianz der Gradienten beim Zurückrechnen gleich ($\gamma^2$ rein, $\gamma^2$ raus),
# dadurch verschwinden oder explodieren sie auch in tiefen Netzen nicht.

# %% antwort-3a [markdown]
# ### Antwort 3a
#
# Man will $1/n_{in}$ für vorwärts und $1/n_{out}$ für rückwärts, beides geht nur bei $n_{in} = n_{out}$.
# Xavier nimmt den Kehrwert vom Durchschnitt der beiden, das ist der Kompromiss.

# %% antwort-3b
def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0, 2 / (n_in + n_out)

# %% antwort-3c
def aufgabe_3c(n_in, n_out, sigma, gamma):
    b = np.sqrt(6 / (n_in + n_out))
    return -b, b

# %% antwort-3c-stichprobe
def xavier_uniform(n_in, n_out, rng):
    a, b = aufgabe_3c(n_in, n_out, None, None)
    return rng.uniform(a, b, (n_out, n_in))
