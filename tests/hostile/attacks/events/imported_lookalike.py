# /// attack
# tries = "imports a module of its own in the place of ours"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os

os.makedirs("autograder/checks", exist_ok=True)
for name in ("autograder/__init__.py", "autograder/checks/__init__.py", "msgpack.py", "numpy.py"):
    with open(name, "w") as file:
        file.write("print('@MARK@')\nraise SystemExit\n")
import importlib
import sys

sys.path.insert(0, os.getcwd())
for name in ("autograder.checks", "numpy.linalg", "msgpack"):
    try:
        importlib.import_module(name)
    except BaseException as error:
        print(type(error))
