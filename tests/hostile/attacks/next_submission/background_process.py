# /// attack
# tries = "leaves a process that waits for the next notebook"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import subprocess
import sys

watcher = """
import os, time
for _ in range(600):
    time.sleep(0.1)
    for name in os.listdir('/proc'):
        if name.isdecimal() and int(name) > 1:
            try:
                os.kill(int(name), 0)
                open('/tmp/@MARK@', 'a').write(name)
            except OSError:
                pass
"""
for _ in range(3):
    subprocess.Popen(
        [sys.executable, "-c", watcher],
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
!nohup sleep 600 > /dev/null 2>&1 &
