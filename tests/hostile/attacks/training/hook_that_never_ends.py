# /// attack
# tries = "a gradient hook that does not return and ignores its interrupts"
# sheet = "lehreinheit10"
# total = 1
# waits = true
# [parts]
# 1a = "right"
# 1g = "time_limit"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %% shared plain_net

# %%
aufgabe_1g_netz = plain

# %%
import signal
import time


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    def hook(gradient):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        while True:
            time.sleep(1)

    netz[0].weight.register_hook(hook)
    nn.functional.cross_entropy(netz(x_train), y_train).backward()
