"""``autograder bundle SHEET --gradescope``: the ``autograder.zip`` of a sheet.

Made for ``otter run``, ``otter grade`` and Gradescope alike. otter itself writes the files that
build the image; ours are added to them.
"""

import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from autograder.course.sheet import Course, Sheet
from autograder.errors import GraderFault, UsageFault
from autograder.i18n import Language
from autograder.otter_bridge import payload
from autograder.otter_bridge.archive import zipped
from autograder.otter_bridge.config import otter_config
from autograder.otter_bridge.requirements import pinned
from autograder.otter_bridge.testfiles import otter_tests

OTTER_SECONDS = 120
_FROM_OTTER = ("setup.sh", "run_autograder", "environment.yml")
_EXECUTABLE = ("setup.sh", "run_autograder")

_SETUP = f"""
# install the grader itself, which is in no registry
mamba run -n otter-env python -m zipfile -e /autograder/source/{payload.NAME} /tmp/autograder
mamba run -n otter-env pip install --no-deps /tmp/autograder/{payload.WHEEL}/*.whl
rm -rf /tmp/autograder

# notebooks run as a user without rights, who must reach the Python below root's home
chmod o+x /root

# otter grade leaves this file empty, but a plugin's host reads JSON from it
[ -s /autograder/submission_metadata.json ] || echo '{{}}' > /autograder/submission_metadata.json
"""

_START = '''\
"""Runs otter and completes its results."""

try:
    from autograder.otter_entry import main
except ModuleNotFoundError as error:
    raise RuntimeError(
        "otter or the grader is not installed in this image. Look for errors in the log of its "
        "build (setup.sh)."
    ) from error

if __name__ == "__main__":
    main("/autograder")
'''


def gradescope_bundle(course: Course, sheet: Sheet, language: Language = "de") -> bytes:
    """The zip archive; the same bytes for the same course and installation.

    Raises :class:`UsageFault` when the sheet has nothing for otter or something is not
    installed, :class:`GraderFault` when otter does not write its files.
    """
    tests = {f"tests/{name}": content for name, content in otter_tests(sheet).items()}
    files = {**_files_of_otter(pinned(sheet)), **tests}
    files["setup.sh"] += _SETUP.encode()
    files["run_otter.py"] = _START.encode()
    config = json.dumps(
        otter_config(sheet, course.checks(sheet.id), language), indent=2, ensure_ascii=False
    )
    files["otter_config.json"] = f"{config}\n".encode()
    files[payload.NAME] = payload.payload(course, sheet)
    return zipped(files, _EXECUTABLE)


def _files_of_otter(requirements: Sequence[str]) -> dict[str, bytes]:
    """What ``otter generate`` writes for an image with these requirements."""
    if find_spec("otter") is None:
        raise UsageFault(
            "A bundle needs otter-grader, which is not installed here. Install it: "
            'pip install "notebook-autograder[otter]"'
        )
    with tempfile.TemporaryDirectory(prefix="autograder-bundle-") as name:
        folder = Path(name)
        (folder / "tests").mkdir()
        (folder / "requirements.txt").write_text("\n".join(requirements), "utf-8")
        _generate(folder)
        with zipfile.ZipFile(folder / "autograder.zip") as archive:
            return {name: archive.read(name) for name in _FROM_OTTER}


def _generate(folder: Path) -> None:
    """Run ``otter generate`` in ``folder``; it finds its requirements there."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    command = (sys.executable, "-m", "otter", "generate", "--python-version", version)
    try:
        subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=OTTER_SECONDS,
            check=True,
        )
    except subprocess.CalledProcessError as error:
        raise GraderFault(f"otter generate failed: {error.stderr.strip()[-2000:]}") from error
    except subprocess.TimeoutExpired as error:
        raise GraderFault(f"otter generate took more than {OTTER_SECONDS} s") from error
