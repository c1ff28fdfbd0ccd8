# /// attack
# tries = "burns more processor time than wall time, with threads that outlive their cell"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import hashlib
import threading


def burn():
    while True:
        hashlib.pbkdf2_hmac("sha256", b"x", b"y", 10_000)


for _ in range(4):
    threading.Thread(target=burn, daemon=True).start()

# %%
import time


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    time.sleep(0.9)
    return 0.0


time.sleep(1.5)

# %%
time.sleep(1.5)
