# The weights are never changed.
#
# /// bank
# says = "dieselben wie davor"
# cells = ["antwort-1g-training"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    netz(x_train)
    return netz
