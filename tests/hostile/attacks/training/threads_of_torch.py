# /// attack
# tries = "asks torch for threads without end, before and in the training"
# sheet = "lehreinheit10"
# total = 3
# [parts]
# 1a = "right"
# 1g = "partly"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %% shared plain_net

# %%
aufgabe_1g_netz = plain

# %%
import threading


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    for _ in range(40):
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    torch.set_num_threads(512)
    torch.set_num_interop_threads(512)
    a = torch.ones(512, 512)
    [torch.jit.fork(torch.mm, a, a) for _ in range(64)]
    for _ in range(50):
        a = a @ a / 512
