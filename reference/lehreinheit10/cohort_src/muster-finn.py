# Exercise 2 was left as published, and only two categories were found.
# %% antwort-0 [markdown]
# ### Antwort 0
#
# - Landkarten
# - Vulkane bei Nacht

# %% antwort-2a
def aufgabe_2a(vorher, nachher):
    ...  # Ihre Lösung

# %% antwort-2a-text [markdown]
# ### Antwort 2a
#
# *Ihre Antwort*

# %% antwort-2b
def aufgabe_2b(tiefen, x_train, y_train, x_test, y_test, seed):
    ...  # Ihre Lösung

# %% antwort-2b-text [markdown]
# ### Antwort 2b
#
# *Ihre Antwort*

# %% antwort-2c
def aufgabe_2c(breiten_liste, x_train, y_train, x_test, y_test, seed):
    ...  # Ihre Lösung

# %% antwort-2c-text [markdown]
# ### Antwort 2c
#
# *Ihre Antwort*

# %% antwort-2d
def aufgabe_2d(faktoren, x_train, y_train, x_test, y_test, seed):
    ...  # Ihre Lösung

# %% antwort-2d-text [markdown]
# ### Antwort 2d
#
# *Ihre Antwort*

# %% antwort-2e
def aufgabe_2e_normieren(z):
    ...  # Ihre Lösung

# %% antwort-2e-muster
def aufgabe_2e_muster(netz, x, normiert):
    ...  # Ihre Lösung

# %% antwort-2e-regionen
def aufgabe_2e_regionen(netz, x, normiert):
    ...  # Ihre Lösung

# %% antwort-2e-text [markdown]
# ### Antwort 2e
#
# *Ihre Antwort*
