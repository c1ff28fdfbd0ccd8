# /// attack
# tries = "ends its process in twelve cells, so that the parts behind them are never run"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
import os
os._exit(0)

# %%
import os
os._exit(1)

# %%
import os
os._exit(2)

# %%
import os
os._exit(3)

# %%
import os
os._exit(4)

# %%
import os
os._exit(5)

# %%
import os
os._exit(6)

# %%
import os
os._exit(7)

# %%
import os
os._exit(8)

# %%
import os
os._exit(9)

# %%
import os
os._exit(10)

# %%
import os
os._exit(11)

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y
