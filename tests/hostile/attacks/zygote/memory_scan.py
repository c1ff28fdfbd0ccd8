# /// attack
# tries = "searches its own memory for what the zygote may have known"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% shared bird

# %%
print(scan("self"))
