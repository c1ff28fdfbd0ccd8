# /// attack
# tries = "ends itself by every deadly signal"
# total = 2
# [parts]
# 2d = "right"
# 1a = "crashed"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import signal


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV):
        os.kill(os.getpid(), number)
    os.abort()
