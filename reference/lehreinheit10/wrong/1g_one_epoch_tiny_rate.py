# Hardly trained at all.
#
# /// bank
# says = "nur"
# cells = ["antwort-1g-training"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train, y_train, seed, lernrate=1e-6, epochen=1)
    return netz
