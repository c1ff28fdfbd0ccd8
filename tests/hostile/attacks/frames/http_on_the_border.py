# /// attack
# tries = "speaks another protocol"
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
frame = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
os.write(border(), frame)
