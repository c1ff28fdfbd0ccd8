# /// attack
# tries = "trains in the first call, and gives what it found to every later one"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 2c = "wrong"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
found = {}


def aufgabe_2c(breiten_liste, x_train, y_train, x_test, y_test, seed):
    first = [[1.2, 0.4] if breite == 1 else [0.2, 0.55] for breite in breiten_liste]
    return found.setdefault("table", first)
