# /// attack
# tries = "closes and shuts down the border"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% shared border

# %%
def send(data):
    whole = len(data).to_bytes(4, "little") + data
    while whole:
        whole = whole[os.write(border(), whole) :]

# %%
import socket

socket.socket(fileno=os.dup(border())).shutdown(socket.SHUT_RDWR)
