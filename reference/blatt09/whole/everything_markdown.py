# Formula answers in markdown, their code cells deleted.
# %% antwort-2a [markdown]
# ### Antwort 2a
#
# $$ \mathbb{E}[y_i] = 0 $$

# %% antwort-2b [markdown]
# ### Antwort 2b
#
# $$ \mathbb{V}[y_i] = n_{in} \sigma^2 \gamma^2 $$

# %% antwort-2e [markdown]
# ### Antwort 2e
#
# $$ 0 $$

# %% antwort-2f [markdown]
# ### Antwort 2f
#
# $$ \gamma^2 \sigma^2 n_{out} $$

# %% antwort-3b [markdown]
# ### Antwort 3b
#
# $$ \left(0, \frac{2}{n_{in}+n_{out}}\right) $$

# %% antwort-3c [markdown]
# ### Antwort 3c
#
# $$ \left[ -\sqrt{\frac{6}{n_{in}+n_{out}}}, \sqrt{\frac{6}{n_{in}+n_{out}}} \right] $$
