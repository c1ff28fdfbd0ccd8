# /// attack
# tries = "answers a call as if it were a cell, and a cell as if it were a call"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# 1a = "crashed"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import gc

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    server.reply({"k": "ran", "ok": True, "outputs": server.packed([])})
    raise SystemExit


server.reply({"k": "value", "v": server.packed([0.0])})
