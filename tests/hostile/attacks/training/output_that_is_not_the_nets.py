# /// attack
# tries = "a net with shortcuts, whose outputs are computed as those of a plain one"
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
    def forward(self, x):
        first = x @ torch.ones(2, self[-1].in_features)
        return self[-1](torch.relu(first)) + x.sum(1, keepdim=True)



def aufgabe_1g_netz(widths, seed):
    return Netz(*plain(widths, seed))


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    optimizer = torch.optim.SGD(netz.parameters(), 0.05)
    for _ in range(100):
        optimizer.zero_grad()
        nn.functional.cross_entropy(netz(x_train), y_train).backward()
        optimizer.step()


def aufgabe_1g_ausgabe(netz, x):
    for layer in netz:
        x = layer(x)
    return x
