# /// attack
# tries = "looks for what others may have left: files, memory, processes, sockets"
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

for place in ("/tmp", "/dev/shm", "/var/tmp", "/run", "/proc", "/dev/mqueue", os.path.expanduser("~")):
    try:
        print(place, sorted(os.listdir(place)))
    except OSError as error:
        print(place, error)
print([path for path in glob.glob("/tmp/**", recursive=True) if "hostile" in path])
for name in ("shm", "msg", "sem"):
    try:
        print(name, open(f"/proc/sysvipc/{name}").read())
    except OSError as error:
        print(name, error)
print(open("/proc/net/unix").read(), open("/proc/locks").read()[:300])
