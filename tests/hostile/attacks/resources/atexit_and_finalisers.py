# /// attack
# tries = "runs code at the end: atexit, finalisers, thread ends, hooks"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import atexit
import sys
import threading
import time
import weakref


def linger():
    open("/tmp/@MARK@-atexit", "w").close()
    time.sleep(60)


atexit.register(linger)
threading._register_atexit(linger)
weakref.finalize(linger, linger)
sys.excepthook = sys.unraisablehook = sys.exitfunc = lambda *_: linger()
