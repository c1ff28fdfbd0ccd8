# /// attack
# tries = "opens files, pipes and sockets without an end"
# total = 2
# cells = ["raised"]
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
while True:
    kept += [*os.pipe(), *socket.socketpair(), os.open("/dev/null", os.O_RDONLY)]
