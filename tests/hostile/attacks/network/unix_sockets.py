# /// attack
# tries = "connects to sockets by path and by abstract name"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import socket

for name in ("@UNIX_SOCKET@", "\0@ABSTRACT_SOCKET@", "/var/run/docker.sock", "/run/dbus/socket"):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        try:
            with socket.socket(socket.AF_UNIX, kind) as sender:
                sender.connect(name)
                sender.send(b"VERRAETER")
                print("connected", name)
        except OSError as error:
            print(name, error)
