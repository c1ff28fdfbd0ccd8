# /// attack
# tries = "keeps one object and gives out other numbers and types for it"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 1g = ["wrong", "undecided"]
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %% shared plain_net

# %%
aufgabe_1g_netz = plain

# %%
from autograder.inside import exporting
from autograder.wire.values import Remote

count = []


def keep(self, thing):
    count.append(thing)
    self._objects[len(count)] = thing
    odd = (Remote(2**70, "torch.nn.Sequential"), Remote(-1, "builtins.NoneType"), Remote(0, "a" * 10**6))
    return odd[len(count) % 3]


exporting.Handles.keep = keep


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    return "right"
