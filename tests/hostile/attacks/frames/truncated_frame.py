# /// attack
# tries = "announces more bytes than it sends, then says no more"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os


def border():
    """Descriptor of the border, found through /proc."""
    for name in os.listdir("/proc/self/fd"):
        try:
            if os.readlink(f"/proc/self/fd/{name}").startswith("socket:"):
                return int(name)
        except OSError:
            continue

# %%
frame = (1000).to_bytes(4, "little") + b"x" * 10
os.write(border(), frame)
