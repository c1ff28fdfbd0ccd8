# Half the learning rate, twice the epochs.
#
# /// bank
# cells = ["antwort-1g-training"]
# ///
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train, y_train, seed, lernrate=LERNRATE / 2, epochen=2 * EPOCHEN)
    return netz
