# /// attack
# tries = "parameters without elements, with sixteen axes, by the hundred"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 1g = ["wrong", "undecided"]
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %% shared plain_output

# %%
class Netz(nn.Module):
    def named_parameters(self, *_, **__):
        yield "empty", torch.zeros(0, 5)
        yield "deep", torch.zeros((1,) * 16)
        yield "wide", torch.zeros(0, 2**17)
        yield 7, np.zeros((), dtype=np.float64)
        yield None, torch.zeros(3, dtype=torch.bool)
        yield ("a", "b"), [torch.zeros(3)] * 20
        yield from ((str(n), torch.zeros(1)) for n in range(self.extra))


def aufgabe_1g_netz(widths, seed):
    netz = Netz()
    netz.extra = 150 if seed % 2 else 5000
    return netz


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    return netz
