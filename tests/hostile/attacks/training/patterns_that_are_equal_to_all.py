# /// attack
# tries = "bits and counts that are equal to everything"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# 2e = ["wrong", "unreadable", "raised"]
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
class Equal(int):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = int.__hash__
    __index__ = __int__ = lambda self: 1


def aufgabe_2e_muster(netz, x, normiert):
    return [[Equal(2) for _ in range(9)] for _ in x]


def aufgabe_2e_regionen(netz, x, normiert):
    return Equal(7)
