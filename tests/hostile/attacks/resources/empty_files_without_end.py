# /// attack
# tries = "uses up all inodes"
# total = 2
# cells = ["raised", "interrupted"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
for number in range(10**6):
    open(f"@MARK@-{number}", "x").close()
