# The losses are returned instead of the net.
#
# /// bank
# says = "Liste von Zahlen"
# cells = ["antwort-1g-training"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    return sgd(netz, x_train, y_train, seed)
