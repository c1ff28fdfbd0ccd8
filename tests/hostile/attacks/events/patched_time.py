# /// attack
# tries = "stops and turns back every clock it can reach"
# total = 2
# waits = true
# [parts]
# 2d = "right"
# 1a = "time_limit"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import time

time.monotonic = time.time = time.perf_counter = time.process_time = lambda: 0.0
time.sleep = lambda *_: None


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    while time.time() < 1:
        pass
