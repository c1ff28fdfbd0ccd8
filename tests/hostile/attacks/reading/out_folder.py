# /// attack
# tries = "opens results, records and the secret seed"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% shared dump

# %%
dump("@OUT@")
dump("@OUT@/seed")
dump("@OUT@/results.json")
