# /// attack
# tries = "prints without an end, to Python and to the descriptor"
# total = 2
# cells = ["ok", "raised"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os

line = "x" * 100_000
for _ in range(1_000):
    print(line)
    os.write(1, line.encode())
    os.write(2, b"\xff\x00\x1b")
print("end")
