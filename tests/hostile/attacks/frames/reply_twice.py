# /// attack
# tries = "answers one call twice"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["crashed", "wrong"]
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
    server.reply({"k": "value", "v": server.packed([0.0])})
    return 0.0
