# /// attack
# tries = "deletes, replaces and restores its answers while checks ask"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# 1d = ["raised", "wrong"]
# 2b = ["raised", "wrong"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
class Namespace(dict):
    pass


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    globals().pop("aufgabe_2b", None)
    globals()["aufgabe_1d"] = 5
    return 0.0


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    return 0.0


aufgabe_2b = lambda *_: 0.0
