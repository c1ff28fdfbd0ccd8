# /// attack
# tries = "replaces SGD, the loss, the seeds and the modules before it trains"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 1g = ["wrong", "raised", "undecided"]
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %% shared plain_net

# %%
aufgabe_1g_netz = plain

# %%
torch.optim.SGD.step = lambda self, closure=None: None
torch.Tensor.backward = lambda self, *_, **__: None
nn.functional.cross_entropy = lambda *_, **__: torch.zeros((), requires_grad=True)
nn.Module.__call__ = lambda self, *args: self.forward(*args)
nn.Module.named_parameters = lambda self, *_, **__: iter([("weight", torch.ones(3, 3))])
torch.manual_seed = lambda seed: None
np.allclose = np.array_equal = lambda *_, **__: True


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    optimizer = torch.optim.SGD(netz.parameters(), 0.05)
    nn.functional.cross_entropy(netz(x_train), y_train).backward()
    optimizer.step()
