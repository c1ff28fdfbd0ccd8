# /// attack
# tries = "leaves a daemon behind that ignores everything"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import signal
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
            signal.signal(number, signal.SIG_IGN)
        while True:
            time.sleep(0.01)
            try:
                open("/tmp/@MARK@-daemon", "w").close()
            except OSError:
                pass
    os._exit(0)
