# %% rechenweg-2a [markdown] template=true
# %% antwort-2a [markdown]
# ### Antwort 2a
#
# Der Bias ist 0, W und x sind unabhängig:
#
# $$\mathbb{E}[y_i] = \sum_{j=1}^{n_{in}} \mathbb{E}[w_{ij}]\,\mathbb{E}[x_j] = 0$$

# %% rechenweg-2b [markdown] template=true
# %% antwort-2b [markdown]
# ### Antwort 2b
#
# Alle Kovarianzen sind 0, daher
#
# $$
# \mathbb{V}[y_i] = \sum_{j=1}^{n_{in}} \mathbb{V}[w_{ij} x_j] = n_{in} \cdot \sigma^2 \cdot \gamma^2
# $$

# %% rechenweg-2e [markdown] template=true
# %% antwort-2e [markdown]
# ### Antwort 2e
#
# Gleiche Rechnung wie in 2a, nur mit Spalten statt Zeilen:
#
# $$\mathbb{E}\left[\frac{\partial L}{\partial x_i}\right] = \sum_k \mathbb{E}[w_{ki}] \cdot \mathbb{E}\left[\frac{\partial L}{\partial y_k}\right] = 0$$

# %% rechenweg-2f [markdown] template=true
# %% antwort-2f [markdown]
# ### Antwort 2f
#
# Die Summe hat jetzt $n_{out}$ Summanden, jeder mit Varianz
#
# $$\sigma^2 \gamma^2$$
#
# und zusammen
#
# $$\mathbb{V}\left[\frac{\partial L}{\partial x_i}\right] = n_{out}\, \sigma^2 \gamma^2$$

# %% antwort-3b [markdown]
# ### Antwort 3b
#
# $$(m, s^2) = \left(0, \frac{2}{n_{in} + n_{out}}\right)$$

# %% antwort-3c [markdown]
# ### Antwort 3c
#
# Die Gleichverteilung auf $[-b, b]$ hat die Varianz $b^2/3$. Gleichsetzen und auflösen:
#
# $$[a, b] = \left[-\sqrt{\frac{6}{n_{in} + n_{out}}},\ \sqrt{\frac{6}{n_{in} + n_{out}}}\right]$$

# %% antwort-3c-stichprobe
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-b, b, (n_out, n_in))
