# The labels lose their points.
#
# /// bank
# says = "nur"
# cells = ["antwort-1g-training"]
# outcome = "partly"
# points = 2
# ///
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_train, y_train[torch.randperm(len(y_train))], seed)
    return netz
