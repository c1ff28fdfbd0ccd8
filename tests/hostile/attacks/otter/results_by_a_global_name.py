# /// attack
# tries = "writes its own result where a grader may have named the place in a global"
# total = 2
# cells = ["cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import json
import os
import sys

import __main__

for module in [__main__, *list(sys.modules.values())]:
    for name in ("output_fname", "results_path", "result_path", "RESULT", "control", "channel"):
        place = getattr(module, name, None)
        if isinstance(place, (str, int)):
            with open(place, "w") as file:
                json.dump({"score": 1.0, "points": 24, "outcome": "right"}, file)
os._exit(0)
