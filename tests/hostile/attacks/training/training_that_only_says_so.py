# /// attack
# tries = "returns the untrained net and claims that it is perfect"
# sheet = "lehreinheit10"
# total = 3
# [parts]
# 1a = "right"
# 1g = "partly"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %% shared plain_net

# %%
aufgabe_1g_netz = plain

# %%
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    print("accuracy 1.000, all tests passed")
    with torch.no_grad():
        netz[0].bias += 1e-3
    netz.accuracy = netz.score = netz.points = 1.0
    netz.trained = netz.passed = True
    return netz
