# /// attack
# tries = "returns losses and accuracies of experiments that never took place"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 2b = "wrong"
# 2c = "wrong"
# 2d = "wrong"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
def aufgabe_2b(tiefen, x_train, y_train, x_test, y_test, seed):
    return [[{1: 0.55, 2: 0.3}.get(tiefe, 0.3), 0.55] for tiefe in tiefen]


def aufgabe_2c(breiten_liste, x_train, y_train, x_test, y_test, seed):
    return [[1.2, 0.4] if breite == 1 else [0.2, 0.55] for breite in breiten_liste]


def aufgabe_2d(faktoren, x_train, y_train, x_test, y_test, seed):
    good, bad, wild = [0.3, 0.55], [1.4, 0.3], [float("nan"), 0.2]
    return [good if factor == 1 else wild if factor > 1 else bad for factor in faktoren]
