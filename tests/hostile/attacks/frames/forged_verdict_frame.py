# /// attack
# tries = "sends verdicts, points and results of checks in frames of their own"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["crashed", "raised"]
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
    for kind in ("result", "done", "passed", "score"):
        server.channel.send(
            {"n": server.number, "k": kind, "op": kind, "points": 2, "outcome": "right"}
        )
    return 0.0
