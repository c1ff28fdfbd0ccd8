# /// attack
# tries = "answers calls by numbers that were never used"
# total = 2
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
    for number in (0, -1, 10**6, 2**70, 1.0, True, "1", None, [server.number]):
        server.channel.send({"n": number, "k": "value", "v": server.packed([0.0])})
    return 0.0
