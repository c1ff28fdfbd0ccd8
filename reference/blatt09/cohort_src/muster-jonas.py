# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    depth = len(w) - 1
    gradient = dsigma(s[depth])
    for layer in range(depth, 1, -1):
        gradient = gradient * w[layer] * dsigma(s[layer - 1])
    return gradient * x

# %% antwort-1b [markdown]
# ### Answer 1b
#
# Every layer multiplies the gradient by $w_i \sigma'(s_i)$. If these factors are below one in absolute
# value, the product dies out exponentially with depth; if they are above one, it blows up.

# %% antwort-1c
def forward(x, w, b, sigma):
    outputs, arguments = [x], [np.nan]
    shortcut = 0.0
    for layer in range(1, len(w)):
        joins = layer % 2 == 1 and layer > 1
        arguments.append(w[layer] * outputs[-1] + b[layer] + (shortcut if joins else 0.0))
        outputs.append(sigma(arguments[-1]))
        if layer % 2 == 1:
            shortcut = outputs[-1]
    return np.array(arguments), np.array(outputs)


aufgabe_1c = forward

# %% antwort-1d
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    depth = len(w) - 1
    gradient = x * dsigma(s[1])
    layer = 2
    while layer < depth:
        through = w[layer] * dsigma(s[layer]) * w[layer + 1]
        gradient = gradient * (through + 1) * dsigma(s[layer + 1])
        layer += 2
    return gradient * w[depth] * dsigma(s[depth])

# %% antwort-1e [markdown]
# ### Answer 1e
#
# The ones in the brackets are an identity path, so the gradient no longer vanishes. Large weights can
# still make it explode.

# %% rechenweg-2a [markdown]
# ### Working 2a
#
# Linearity and independence: $E[y_i] = \sum_j E[w_{ij}] E[x_j]$ with $E[x_j] = 0$.

# %% rechenweg-2b [markdown]
# ### Working 2b
#
# Products of independent centred variables, uncorrelated for different $j$, each with variance
# $\sigma^2\gamma^2$.

# %% antwort-2c [markdown]
# ### Answer 2c
#
# The variance of $y$ then equals the variance of $x$, so signals keep their size through the layers.

# %% rechenweg-2e [markdown]
# ### Working 2e
#
# By 2d it is a sum over $k$ of $w_{ki}$ times $\partial L/\partial y_k$, all centred and independent.

# %% rechenweg-2f [markdown]
# ### Working 2f
#
# The sum has one term per output, each of variance $\sigma^2 \gamma^2$.

# %% antwort-2g [markdown]
# ### Answer 2g
#
# It keeps the variance of the gradients on the way back, so early layers learn as fast as late ones.

# %% antwort-3a [markdown]
# ### Answer 3a
#
# Both conditions hold only for $n_{in} = n_{out}$; Xavier uses the harmonic mean as a compromise.
