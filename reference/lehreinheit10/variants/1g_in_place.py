# Trains in place and returns nothing; shows the test accuracy.
#
# /// bank
# cells = ["antwort-1g-training"]
# ///
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    for _ in range(2):
        sgd(netz, x_train, y_train, seed, epochen=EPOCHEN // 2)
        richtig = (netz(x_test).argmax(1) == y_test).float().mean()
        print(f"Genauigkeit: {richtig:.2f}")
