# 1b is defined rightly and then wrongly: a human looks.
#
# /// bank
# [parts.1b]
# outcome = "earlier_value"
# says = "früherer Wert"
# ///
# %% antwort-1b
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return 1 / n_in

# %% zweiter-versuch after="antwort-1b"
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return 1 / np.sqrt(n_in)
