# /// attack
# tries = "clears the loaded modules, the built-ins and all globals"
# total = 0
# cells = ["cut", "raised"]
# [parts]
# 2d = ["other_limit", "not_found"]
# ///

# %%
import builtins
import sys

kept = aufgabe_2d
for name in list(vars(builtins)):
    if name not in ("__build_class__", "__import__", "__name__"):
        delattr(builtins, name)
