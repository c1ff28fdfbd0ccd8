# Trains a copy and returns it.
#
# /// bank
# cells = ["antwort-1g-training"]
# ///
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    trainiert = copy.deepcopy(netz)
    sgd(trainiert, x_train, y_train, seed)
    return trainiert
