# /// attack
# tries = "opens what others have handed in"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% shared dump

# %%
dump("@SUBMISSIONS@")
dump("..")
print(os.listdir("/"), os.listdir("/tmp"))
