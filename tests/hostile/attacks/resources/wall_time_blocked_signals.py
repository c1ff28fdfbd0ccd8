# /// attack
# tries = "blocks all signals and sleeps in the kernel"
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
import ctypes
import signal

signal.pthread_sigmask(signal.SIG_SETMASK, signal.valid_signals())
ctypes.CDLL(None).pause()
