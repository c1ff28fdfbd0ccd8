# /// attack
# tries = "connects to a server of this machine and to the world"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import socket

for address in (("127.0.0.1", int("@TCP_PORT@")), ("localhost", 22), ("1.1.1.1", 80), ("::1", 80)):
    try:
        with socket.create_connection(address, timeout=0.3) as connection:
            connection.sendall(b"VERRAETER")
            print("connected", address)
    except OSError as error:
        print(address, error)
