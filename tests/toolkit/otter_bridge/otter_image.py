"""A grading image as Gradescope and ``otter grade`` build it, and its real entry point.

``/autograder`` exists for the run only, in a mount namespace with a root of its own. Of an image,
conda is missing: ``mamba`` does nothing and ``python`` is the one that runs the tests.
"""

import fnmatch
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

SECONDS = 300
METADATA: Mapping[str, Any] = {
    "id": 123456,
    "created_at": "2026-11-21T14:22:32.365935+01:00",
    "assignment": {
        "due_date": "2026-11-20T12:00:00.000000+01:00",
        "group_size": 2,
        "group_submission": True,
        "id": 25828,
        "course_id": 1234,
        "late_due_date": None,
        "release_date": "2026-11-01T00:00:00.000000+01:00",
        "title": "Minimalblatt",
        "total_points": "7.0",
    },
    "submission_method": "upload",
    "users": [{"email": "muster@example.org", "id": 1234, "name": "muster-anna"}],
    "previous_submissions": [
        {
            "submission_time": "2026-11-19T10:00:00.000000+01:00",
            "score": 0.0,
            "autograder_error": False,
            "results": {},
        }
    ],
}
"""``submission_metadata.json`` in the form that Gradescope documents."""

_START = """
set -e
root=$1 image=$2
mount -t tmpfs -o mode=755 tmpfs "$root"
for path in /*; do
    if [ -L "$path" ]; then cp -P "$path" "$root$path"
    elif [ -d "$path" ]; then mkdir "$root$path"; mount --rbind "$path" "$root$path"
    fi
done
mkdir "$root/autograder" "$root/before"
mount --bind "$image" "$root/autograder"
cd "$root"
pivot_root . before
cd /autograder
umount -l /before
exec /autograder/run_autograder
"""


def names_in_an_image(bundle: zipfile.ZipFile) -> list[str]:
    """The files of a bundle that ``otter grade`` adds to its image."""
    otter = importlib.util.find_spec("otter")
    assert otter is not None
    docker = (Path(str(otter.origin)).parent / "grade" / "Dockerfile").read_text("utf-8")
    added = [line.split()[1:-1] for line in docker.splitlines() if line.startswith("ADD ")]
    patterns = [pattern for names in added for pattern in names]
    return [
        name
        for name in bundle.namelist()
        if any(fnmatch.fnmatch(name.split("/")[0], pattern) for pattern in patterns)
    ]


def lay_out_image(image: Path, bundle: Path, metadata: Mapping[str, Any]) -> None:
    """The tree ``/autograder``, at another place."""
    for folder in ("source", "submission", "results"):
        (image / folder).mkdir(parents=True)
    with zipfile.ZipFile(bundle) as archive:
        names = names_in_an_image(archive)
        assert sorted(names) == sorted(archive.namelist())
        archive.extractall(image / "source", names)
    shutil.copy(image / "source" / "run_autograder", image / "run_autograder")
    (image / "run_autograder").chmod(0o755)
    (image / "submission_metadata.json").write_text(json.dumps(metadata), "utf-8")


def start_image(image: Path) -> subprocess.CompletedProcess[str]:
    """Run ``/autograder/run_autograder`` as root, as the platforms do."""
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        pytest.skip("a grading image is started by root, in a mount namespace")
    root, tools = image.with_suffix(".root"), image.with_suffix(".tools")
    root.mkdir()
    tools.mkdir()
    (tools / "mamba").write_text("#!/bin/sh\n", "utf-8")
    (tools / "mamba").chmod(0o755)
    path = f"{tools}:{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"
    return subprocess.run(
        ["unshare", "--mount", "--propagation", "private", "sh", "-c", _START, "sh", root, image],
        env={"PATH": f"{path}:/usr/sbin:/sbin", "HOME": "/root", "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
