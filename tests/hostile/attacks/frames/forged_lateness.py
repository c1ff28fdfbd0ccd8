# /// attack
# tries = "claims that a value came late, or was decoded already"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import gc

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
def value(self, result):
    return {"k": "value", "v": self.packed(result), "late": True, "value": [2.0], "points": 2}


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return 0.0


serve.Server.value = value
