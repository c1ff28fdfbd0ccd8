# /// attack
# tries = "redefines get_ipython, run_cell and the shell class"
# total = 2
# cells = ["cut", "raised", "ok"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import builtins

ip = get_ipython()
type(ip).run_cell = type(ip).run_cell_async = type(ip).transform_cell = None
builtins.get_ipython = get_ipython = lambda: None

# %%
1 + 1
