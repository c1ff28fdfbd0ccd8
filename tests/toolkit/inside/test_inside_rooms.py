"""What runs beside the student brings nothing else of ours along."""

import json
import subprocess
import sys

SOURCE = """
import json, sys
import autograder.inside.zygote, autograder.inside.serve, autograder.inside.preload
autograder.inside.preload.preload(["numpy"], warm=True)
print(json.dumps(sorted(name for name in sys.modules if name.split(".")[0] == "autograder")))
"""
ALLOWED = ("autograder.inside", "autograder.wire")


def test_a_fresh_interpreter_that_imports_the_inside_has_only_inside_and_wire():
    done = subprocess.run(
        [sys.executable, "-I", "-c", SOURCE], capture_output=True, text=True, check=True
    )
    names = json.loads(done.stdout)
    assert "autograder.inside.serve" in names
    assert [name for name in names if not name.startswith(ALLOWED)] == ["autograder"]
