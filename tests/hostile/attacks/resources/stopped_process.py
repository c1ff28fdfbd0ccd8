# /// attack
# tries = "stops itself, its threads and its children"
# total = 2
# waits = true
# [parts]
# 2d = "right"
# 1a = ["time_limit", "crashed"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import signal
import time


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    os.kill(os.getpid(), signal.SIGSTOP)
    os.killpg(0, signal.SIGSTOP)
    time.sleep(60)


child = os.fork()
if child == 0:
    os.kill(os.getpid(), signal.SIGSTOP)
os.kill(os.getpid(), signal.SIGTSTP)
