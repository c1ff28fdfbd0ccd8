# /// attack
# tries = "returns the net of an earlier try, and hands every try's data to the next"
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
kept = []


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    kept.append((netz, x_train, y_train, x_test, y_test))
    with torch.no_grad():
        for one, other in zip(netz.parameters(), kept[0][0].parameters()):
            if one.shape == other.shape:
                one.copy_(other + 1e-3)
    return netz
