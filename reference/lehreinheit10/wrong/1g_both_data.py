# Trained on training and test points together.
#
# /// bank
# says = "Testpunkt"
# cells = ["antwort-1g-training"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, torch.cat([x_train, x_test]), torch.cat([y_train, y_test]), seed)
    return netz
