# /// attack
# tries = "opens solutions, rubrics and the sheet"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %% shared dump

# %%
dump("@COURSE@/reference")
dump("@COURSE@/assignments")
dump("@REPOSITORY@/reference")
