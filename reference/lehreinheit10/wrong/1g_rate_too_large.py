# A learning rate of 10.
#
# /// bank
# says = "NaN"
# cells = ["antwort-1g-training"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train, y_train, seed, lernrate=10.0)
    return netz
