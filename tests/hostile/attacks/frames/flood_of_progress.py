# /// attack
# tries = "reports a statement again and again until its time is up"
# total = 2
# waits = true
# cells = ["interrupted"]
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
while True:
    server.channel.send({"n": server.number, "k": "statement", "i": 0})
