# Formulas in markdown; an observation is missing.
# %% antwort-1a [markdown]
# ### Antwort 1a
#
# $$ \operatorname{Var}(y_i) = n_{in} \cdot \operatorname{Var}(W) \cdot \operatorname{Var}(x) $$

# %% antwort-1b [markdown]
# ### Antwort 1b
#
# $$ \operatorname{Var}(W_{ij}) = \frac{1}{n_{in}} $$

# %% antwort-1d [markdown]
# ### Antwort 1d
#
# *Ihre Antwort*
