# /// attack
# tries = "sends urgent data into the middle of a frame"
# total = 2
# waits = true
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

end = socket.socket(fileno=os.dup(border()))
end.send(b"\x04\x00")
end.send(b"!", socket.MSG_OOB)
end.send(b"\x00\x00abcd")
