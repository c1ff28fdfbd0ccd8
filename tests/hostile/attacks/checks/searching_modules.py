# /// attack
# tries = "searches the loaded modules and the path for checks"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import importlib
import pkgutil
import sys

print([name for name in sys.modules if "blatt" in name or "test" in name or "autograder" in name])
print(sys.path, [module.name for module in pkgutil.iter_modules()])
for name in (
    "autograder.checks",
    "autograder.checks.student",
    "autograder.formulas",
    "autograder.scoring",
    "autograder.course.sheet",
    "autograder.run.pipeline",
    "test_blatt09_exercise1",
    "blatt09_chains",
    "_pytest.runner",
):
    try:
        print(name, importlib.import_module(name))
    except ImportError as error:
        print(name, error)
