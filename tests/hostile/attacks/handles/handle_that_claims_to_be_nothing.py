# /// attack
# tries = "a handle whose type says that nothing was handed in"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# 2b = ["wrong", "unreadable"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import gc

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
from autograder.wire.values import Remote

served = iter([Remote(5, "builtins.NoneType"), Remote(5, "builtins.ellipsis")] * 50)


def keep(thing, kept=server.handles.keep):
    return kept(thing) if callable(thing) else next(served)


server.handles.keep = keep


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return object()


aufgabe_2b = lambda *_: object()
