# /// attack
# tries = "draws a figure of a terabyte, with patched savefig and endless displays"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
import matplotlib.pyplot as plt

plt.figure(figsize=(10_000, 10_000), dpi=1_000)
plt.plot([1, 2])
plt.show()

# %%
import matplotlib.figure

plt.close("all")


def savefig(self, target, *_, **__):
    target.write(b"\x89PNG\r\n\x1a\n" + b"A" * (40 << 20))


matplotlib.figure.Figure.savefig = matplotlib.figure.Figure.print_png = savefig
plt.plot([1])
plt.show()

# %%
class Picture:
    def _repr_png_(self):
        return b"\x89PNG\r\n\x1a\n" + bytes(64 << 20)

    def _repr_mimebundle_(self, *_, **__):
        return {f"image/{n}": "A" * 1_000 for n in range(10_000)}


for _ in range(50):
    display(Picture())
