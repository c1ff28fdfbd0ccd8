# /// attack
# tries = "a call that times out is answered later, by a thread, with another number"
# total = 2
# waits = true
# [parts]
# 2d = "right"
# 1a = ["time_limit", "crashed"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import gc

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
import threading
import time


def later(number):
    time.sleep(1.2)
    for ahead in range(4):
        server.channel.send({"n": number + ahead, "k": "value", "v": server.packed([0.0])})


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    threading.Thread(target=later, args=(server.number,), daemon=True).start()
    time.sleep(60)
