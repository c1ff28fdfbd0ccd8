# /// attack
# tries = "parameters whose methods say what is wanted"
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
class Weight(nn.Parameter):
    def detach(self):
        return Weight(torch.zeros(tuple(self.shape)))

    def cpu(self):
        raise SystemExit("right")

    def __eq__(self, other):
        return True

    __hash__ = None


class Netz(nn.Module):
    def named_parameters(self, *_, **__):
        return [(Weight(torch.ones(1)), Weight(torch.ones(m, n))) for n, m in self.shapes]


def aufgabe_1g_netz(widths, seed):
    netz = Netz()
    netz.shapes = list(zip(widths, widths[1:]))
    return netz


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    return netz
