# /// attack
# tries = "says once more that the process is confined"
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

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
server.channel.send({"n": 0, "k": "confined"})
server.channel.send({"n": server.number, "k": "confined"})
