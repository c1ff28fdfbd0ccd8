# /// attack
# tries = "weights whose squares and products overflow"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 1g = "wrong"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %% shared plain_output

# %%
def aufgabe_1g_netz(widths, seed):
    rng = np.random.default_rng(seed)
    return [rng.choice([-1e308, 1e308], (m, n)) for n, m in zip(widths, widths[1:])]


def aufgabe_1g_ausgabe(netz, x):
    return np.full((len(x), len(netz[-1])), np.finfo(float).max)


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    return [5e-324 * weight for weight in netz]
