# /// attack
# tries = "replaces threading, json, msgpack, struct and socket inside"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import builtins
import json
import socket
import struct
import threading

import msgpack


class Nothing:
    def __getattr__(self, name):
        return self

    def __call__(self, *_, **__):
        return self


threading.Thread.start = threading.Lock = lambda *_, **__: Nothing()
json.loads = json.dumps = lambda *_, **__: {"points": 24, "outcome": "right"}
struct.pack = lambda *_: b""
socket.socket.recv = lambda *_: b""
builtins.isinstance = lambda *_: True
msgpack.packb = lambda *_, **__: b"\x80"
