# /// attack
# tries = "yields parameters for ever"
# sheet = "lehreinheit10"
# total = 1
# waits = true
# [parts]
# 1a = "right"
# 1g = ["undecided", "time_limit", "memory_limit"]
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %% shared plain_net

# %%
class Netz(nn.Sequential):
    def named_parameters(self, *_, **__):
        while True:
            yield "weight", torch.ones(2**19)



def aufgabe_1g_netz(widths, seed):
    return Netz(*plain(widths, seed))


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    return netz
