# Trains on the test points, normalises over everything, never divides in 2a.
# %% antwort-1g-training
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    sgd(netz, x_test, y_test, seed)
    return netz

# %% antwort-2a
def aufgabe_2a(vorher, nachher):
    return [
        (b.weight - a.weight).norm().item()
        for a, b in zip(vorher, nachher)
        if isinstance(a, nn.Linear)
    ]

# %% antwort-2e
def aufgabe_2e_normieren(z):
    return (z - z.mean()) / z.std()
