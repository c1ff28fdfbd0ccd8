# /// attack
# tries = "burns more processor time than wall time, with threads that outlive their cell"
# total = 2
# waits = true
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

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)

# %%
while time.process_time() < 6:
    time.sleep(0.01)
