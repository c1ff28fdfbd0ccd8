# /// attack
# tries = "layers that are views of each other, expanded, transposed, reversed"
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
class Netz(nn.Module):
    def __init__(self, widths):
        super().__init__()
        store = torch.full((1,), 0.25)
        for number, (n, m) in enumerate(zip(widths, widths[1:])):
            weight = store.expand(n, m).t() if number % 2 else torch.as_strided(store, (m, n), (0, 0))
            self.register_parameter(f"w{number}", nn.Parameter(weight))
        self.out = widths[-1]

    def forward(self, x):
        return torch.zeros(1).expand(len(x), self.out)


def aufgabe_1g_netz(widths, seed):
    return Netz(widths)


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    with torch.no_grad():
        netz.w0.data.fill_(7.0)
