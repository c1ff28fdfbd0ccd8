"""What a student's process would import on first use is there before the fork."""

import json
import os
import subprocess
import sys

FIRST_USES = """
import json, sys
from autograder.inside.preload import preload
from autograder.inside.serve import seed_libraries

preload(["numpy", "torch", "sympy"], warm=True)
import numpy, torch
before = set(sys.modules)
seed_libraries(7, 1)
drawn = [float(numpy.random.rand()), float(torch.rand(1))]
x = torch.ones(3, requires_grad=True)
(x @ x).backward()
(2 * x).backward(torch.ones(3))
torch.autograd.grad((3 * x).sum(), x)
seed_libraries(7, 1)
again = [float(numpy.random.rand()), float(torch.rand(1))]
print(json.dumps([sorted(set(sys.modules) - before), drawn == again]))
"""


def test_gradients_and_seeds_import_nothing_in_a_students_process():
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_USES],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    imported, repeated = json.loads(done.stdout)
    assert imported == []
    assert repeated
