# /// attack
# tries = "NaN and infinities where the accuracy is computed"
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
    with torch.no_grad():
        for number, layer in enumerate(netz[::2]):
            layer.weight[:, 0] = [math.nan, math.inf, -math.inf][number % 3]
        netz[-1].bias[:] = math.inf
