"""Honest work of a notebook: it must not notice the walls."""

import pytest
from confinement_zygote import IS_ROOT, Place, Zygote

PRELOAD = ("numpy", "torch", "matplotlib.pyplot")
PLACES = (
    Place("namespaces", root=IS_ROOT),
    Place("namespaces", root=False),
    Place("kernel", root=False, container=True),
)
pytest.importorskip("torch")


@pytest.fixture(scope="module", params=dict.fromkeys(PLACES), ids=str)
def warm(request):
    with Zygote(request.param, preload=PRELOAD, tmp_mib=64) as zygote:
        yield zygote


def test_a_net_trains(warm):
    code = """
import torch
torch.manual_seed(0)
net = torch.nn.Sequential(torch.nn.Linear(2, 16), torch.nn.Tanh(), torch.nn.Linear(16, 1))
optimiser = torch.optim.SGD(net.parameters(), lr=0.1)
x = torch.randn(128, 2)
y = x.sum(1, keepdim=True)
losses = []
for _ in range(100):
    optimiser.zero_grad()
    loss = ((net(x) - y) ** 2).mean()
    loss.backward()
    optimiser.step()
    losses.append(loss.item())
torch.save(net.state_dict(), "net.pt")
torch.load("net.pt")
report(losses[-1] < losses[0] / 5)
"""
    assert warm.run(code, limits={"file_mib": 64}).value is True


def test_two_threads_after_the_fork_do_not_hang(warm):
    code = """
import torch
torch.set_num_threads(2)
a = torch.randn(400, 400)
report((a @ a).shape[0])
"""
    assert warm.run(code, limits={"threads": 2}, seconds=20).value == 400


def test_a_data_loader_with_workers_runs_or_says_why_not(warm):
    code = """
import warnings
warnings.simplefilter("ignore")
import torch
from torch.utils.data import DataLoader, TensorDataset
try:
    data = TensorDataset(torch.arange(32.0))
    report(sum(batch[0].sum().item() for batch in DataLoader(data, batch_size=4, num_workers=2)))
except PermissionError:
    report("PermissionError")
"""
    wanted = 496.0 if warm.place.level == "namespaces" else "PermissionError"
    assert warm.run(code).value == wanted


def test_plots_are_saved(warm):
    code = """
import os
import matplotlib.pyplot as plt
plt.plot([1, 2, 3])
plt.title("Größe $\\\\sigma^2$")
plt.savefig("plot.png")
report(os.path.getsize("plot.png") > 1000)
"""
    assert warm.run(code).value is True


def test_programs_of_the_system_and_this_python_can_be_started(warm):
    code = """
import subprocess, sys
said = subprocess.run(["echo", "hello"], capture_output=True, text=True).stdout
counted = subprocess.run([sys.executable, "-c", "import numpy; print(6 * 7)"],
                         capture_output=True, text=True)
report([said, counted.stdout, counted.stderr])
"""
    assert warm.run(code, limits={"memory_mib": 1024}).value == ["hello\n", "42\n", ""]


def test_modules_that_were_not_loaded_before_can_be_imported(warm):
    code = """
import sqlite3, xml.dom.minidom, sympy
report(str(sympy.diff("x**2", "x")))
"""
    assert warm.run(code).value == "2*x"


def test_pools_and_shared_memory_work_in_namespaces(warm):
    code = """
import multiprocessing, multiprocessing.shared_memory as shared
def double(x):
    return 2 * x
with multiprocessing.get_context("fork").Pool(2) as pool:
    doubled = pool.map(double, [1, 2, 3])
block = shared.SharedMemory(create=True, size=1 << 16)
block.buf[0] = 7
found = block.buf[0]
block.close()
block.unlink()
report([doubled, found])
"""
    if warm.place.level == "kernel":
        pytest.skip("POSIX semaphores and /dev/shm are closed on level kernel")
    assert warm.run(code).value == [[2, 4, 6], 7]


def test_numpy_memory_errors_are_catchable(warm):
    code = """
import numpy as np
try:
    np.ones((40_000, 40_000))
    report("got it")
except MemoryError:
    report(float(np.ones(1000).sum()))
"""
    assert warm.run(code).value == 1000.0


def test_torch_memory_errors_are_catchable(warm):
    code = """
import torch
try:
    torch.ones(40_000, 40_000)
    report("got it")
except RuntimeError:
    report(torch.ones(1000).sum().item())
"""
    assert warm.run(code).value == 1000.0
