# The half of the ReLU is forgotten in 1f, and 1g follows it: folgerichtig.
# %% antwort-0 [markdown]
# ### Antwort 0
#
# Uhrwerk, Vulkane bei Nacht, Landkarten

# %% antwort-1f
def aufgabe_1f(n_in, n_out, var_w, var_x):
    return var_x, n_in * var_w * var_x

# %% antwort-1f-gewichte
def aufgabe_1f_gewichte(n_in, n_out, var_w, var_x):
    return 1 / n_in

# %% antwort-1g
def aufgabe_1g_netz(widths, seed):
    netz = netz_normal(widths, seed)
    for layer in netz[::2]:
        layer.weight.data *= math.sqrt(1 / layer.in_features)
    return netz
