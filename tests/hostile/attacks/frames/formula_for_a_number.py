# /// attack
# tries = "answers a call with a tagged formula, a formula request with a value"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["crashed", "raised", "unreadable"]
# 2b = ["crashed", "raised", "unreadable"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import gc

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
def swapped(self, request):
    return {"k": "formula", "v": self.packed({"number": 1.0})}


def answered(self, request):
    return {"k": "value", "v": self.packed({"callable": True})}


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return 0.0


aufgabe_2b = "n_in"
serve.Server.get = answered
