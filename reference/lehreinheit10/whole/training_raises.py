# The training stops with an error: it costs its two points only.
#
# /// bank
# [parts.1g]
# outcome = "partly"
# points = 2
# says = "Fehler"
# ///
# %% antwort-1g-training
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train, y_test[:3], seed)
    return netz
