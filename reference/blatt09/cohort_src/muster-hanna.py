# %% antwort-2a template=true
# %% hanna-2a [markdown] after="antwort-2a"
# ### Antwort 2a
# $$0$$

# %% antwort-2b template=true
# %% hanna-2b [markdown] after="antwort-2b"
# ### Antwort 2b
# $$V[y_i] = n_{in} \sigma^2 \gamma^2$$

# %% antwort-2e template=true
# %% hanna-2e [markdown] after="antwort-2e"
# ### Antwort 2e
# $$E[\partial L / \partial x_i] = 0$$

# %% antwort-2f template=true
# %% hanna-2f [markdown] after="antwort-2f"
# ### Antwort 2f
# $$V[\partial L / \partial x_i] = n_{out} \sigma^2 \gamma^2$$

# %% antwort-3b template=true
# %% hanna-3b [markdown] after="antwort-3b"
# ### Antwort 3b
# $$m = 0, \quad s^2 = \frac{2}{n_{in}+n_{out}}$$
