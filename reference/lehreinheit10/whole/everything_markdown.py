# Formula answers in markdown, their code cells deleted.
# %% antwort-1a [markdown]
# ### Antwort 1a
#
# $$ n_{in} \operatorname{Var}(W) \operatorname{Var}(x) $$

# %% antwort-1b [markdown]
# ### Antwort 1b
#
# $$ \frac{1}{n_{in}} $$

# %% antwort-1e [markdown]
# ### Antwort 1e
#
# $$ \operatorname{Var}(z_L) = \operatorname{Var}(x) \prod_{l=0}^{L-1} n_l \operatorname{Var}(W) $$
