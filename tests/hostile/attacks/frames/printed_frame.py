# /// attack
# tries = "prints a valid frame to both outputs and to their descriptors"
# total = 2
# [parts]
# 2d = "right"
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
import sys

from autograder.wire.values import encode

data = encode({"n": server.number, "k": "ran", "ok": True, "outputs": encode([])})
frame = len(data).to_bytes(4, "little") + data
for descriptor in (1, 2):
    os.write(descriptor, frame)
print(frame)
sys.stdout.buffer.write(frame)
