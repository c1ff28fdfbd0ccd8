# /// attack
# tries = "opens sockets below the transport layer"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import socket

for family in range(1, 46):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        try:
            end = socket.socket(family, kind)
        except OSError:
            continue
        try:
            end.connect(("127.0.0.1", int("@TCP_PORT@")))
            print("connected", family, kind)
        except Exception as error:
            print(family, kind, error)
