# /// attack
# tries = "shows other parameters every time that it is asked"
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
class Netz(nn.Sequential):
    asked = 0

    def named_parameters(self, *_, **__):
        Netz.asked += 1
        for name, value in super().named_parameters():
            yield name, value + 1e-3 * Netz.asked if name.endswith("bias") and Netz.asked > 1 else value



def aufgabe_1g_netz(widths, seed):
    return Netz(*plain(widths, seed))


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    return netz
