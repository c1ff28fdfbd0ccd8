# 0, 1c, 1g and 2a were left as published.
#
# /// bank
# [parts.0]
# outcome = "untouched"
# [parts.1c]
# outcome = "untouched"
# [parts.1g]
# outcome = "untouched"
# [parts.2a]
# outcome = "untouched"
# ///
# %% antwort-0 [markdown]
# ### Antwort 0
#
# *Ihre Antwort*

# %% antwort-1c
def aufgabe_1c(netz, x):
    ...  # Ihre Lösung

# %% antwort-1g
def aufgabe_1g_netz(widths, seed):
    ...  # Ihre Lösung

# %% antwort-1g-training
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    ...  # Ihre Lösung

# %% antwort-2a
def aufgabe_2a(vorher, nachher):
    ...  # Ihre Lösung

# %% antwort-2a-text [markdown]
# ### Antwort 2a
#
# *Ihre Antwort*
