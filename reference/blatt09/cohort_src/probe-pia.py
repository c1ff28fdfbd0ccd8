# %% rechenweg-2a [markdown] template=true
# %% rechenweg-2b [markdown] template=true
# %% rechenweg-2e [markdown] template=true
# %% antwort-2e [markdown]
# ### Antwort 2e
#
# Mit 2d ist die partielle Ableitung eine Summe von Produkten, Gewicht mal Ableitung nach $y_k$. Die
# beiden sind unabhängig und haben Erwartungswert 0:
#
# $$\mathbb{E}\left[\frac{\partial L}{\partial x_i}\right] = \sum_{k=1}^{n_{out}} 0 \cdot 0 = 0$$
