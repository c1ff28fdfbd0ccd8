# /// attack
# tries = "is a formula when asked first and a function when asked again"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["unreadable", "wrong"]
# 1d = ["unreadable", "wrong"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import gc

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
asked = []


def get(self, request):
    asked.append(request)
    tag = {"callable": True} if len(asked) % 2 == 0 else {"text": "x"}
    return {"k": "formula", "v": self.packed(tag)}


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return 0.0


aufgabe_1d = aufgabe_1a
serve.Server.get = get
