"""Warms the interpreter up before the first fork, so that no submission pays for imports."""

import asyncio
import builtins
import gc
import getpass
import importlib
import os
import sys
from collections.abc import Collection

from autograder.inside.hugepages import collapse_heap
from autograder.inside.shell import CellRunner, Shell, make_shell
from autograder.inside.substitutes import install_modules

_WARM_UP = (
    "1 + 1",
    "print('warm')",
    "def f(x: int = 1) -> int:\n    return x\nf()",
    "await __import__('asyncio').sleep(0)",
    "1 / 0",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "%timeit -n1 -r1 1",
    "plt.close('all')",
)


def preload(modules: Collection[str], *, warm: bool) -> list[str]:
    """Import what notebooks use; returns the modules that are missing here.

    ``warm``: exercise it too, which pays from the second notebook on.
    """
    gc.disable()  # what is imported stays: looking for garbage in it takes a fifth of the time
    missing = []
    for name in modules:
        try:
            importlib.import_module(name)
        except ImportError:
            missing.append(name)
    if "torch" in sys.modules:
        _one_thread()
        if warm:
            _warm_torch(modules)
    return missing


def _one_thread() -> None:
    """An OpenMP pool made before a fork makes every child hang."""
    import torch

    torch.set_num_threads(1)


def _warm_torch(modules: Collection[str]) -> None:
    """What a first use imports, where the sheet uses it: every child inherits its memory, too."""
    import torch

    layer = torch.nn.Linear(2, 2)
    layer(torch.ones(1, 2)).sum().backward()
    if "sympy" in modules:  # a gradient from outside imports what needs SymPy
        layer(torch.ones(1, 2)).backward(torch.ones(1, 2))
    if "torch.optim" in modules:  # the first optimiser imports as much as torch itself
        torch.optim.SGD(layer.parameters(), lr=0.1).step()


def shell_for_children(*, warm: bool) -> Shell:
    """A fresh shell; ``warm``: a first one, thrown away, has filled the caches."""
    if warm:
        _fill_caches()
    install_modules()
    shell = make_shell()
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:
        raise RuntimeError(f"{threads} threads before the first fork; children would hang")
    if warm:
        # not collected before: children would write between what stays, and so copy it
        gc.freeze()
        collapse_heap()
    gc.enable()
    return shell


def _fill_caches() -> None:
    keep = sys.stdout, sys.stderr, sys.displayhook, sys.modules["__main__"]
    keep_input = builtins.input, getpass.getpass
    runner = CellRunner(make_shell())
    for source in _WARM_UP:
        runner.run(source)
    runner.loop.close()
    asyncio.set_event_loop(None)
    sys.stdout, sys.stderr, sys.displayhook, sys.modules["__main__"] = keep
    builtins.input, getpass.getpass = keep_input
    _forget_inline_backend()


def _forget_inline_backend() -> None:
    """It stays tied to the shell that is thrown away: figures would lose their pictures."""
    if "matplotlib" not in sys.modules:
        return
    from matplotlib_inline.backend_inline import configure_inline_support
    from matplotlib_inline.config import InlineBackend

    InlineBackend.clear_instance()
    configure_inline_support.current_backend = "unset"
