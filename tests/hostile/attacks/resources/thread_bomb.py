# /// attack
# tries = "starts threads without an end"
# total = 2
# cells = ["raised", "cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import threading
import time

while True:
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
