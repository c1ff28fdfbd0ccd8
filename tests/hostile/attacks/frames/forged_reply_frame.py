# /// attack
# tries = "sends a forged value before the real reply to a call"
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
from autograder.wire.values import encode


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    server.channel.send({"n": server.number, "k": "value", "v": encode([1.0])})
    return 1.0
