# /// attack
# tries = "announces more bytes than it sends, then says no more"
# total = 2
# waits = true
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
frame = (1000).to_bytes(4, "little") + b"x" * 10
os.write(border(), frame)
