# A copy is trained, the untrained net returned.
#
# /// bank
# says = "dieselben wie davor"
# cells = ["antwort-1g-training"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(copy.deepcopy(netz), x_train, y_train, seed)
    return netz
