# Everything as in the reference; keeps them, with their pictures.
# %% antwort-0 [markdown]
# ### Antwort 0
#
# - Vulkane bei Nacht
# - Uhrwerke
# - Gärten im Schnee
