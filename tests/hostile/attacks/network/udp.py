# /// attack
# tries = "sends datagrams"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import socket

try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"VERRAETER", ("127.0.0.1", int("@UDP_PORT@")))
        print("sent")
except OSError as error:
    print(error)
