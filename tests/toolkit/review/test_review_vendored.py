"""What the page serves of other projects is exactly what their packages held."""

import hashlib
import re
from pathlib import Path

import autograder.review

VENDOR = Path(autograder.review.__file__).parent / "static" / "vendor"


def test_every_vendored_file_has_the_hash_that_is_written_down():
    list_ = VENDOR / "VENDORED.md"
    stated = dict(
        re.findall(r"^\| `([^`]+/[^`]+)` \| `([0-9a-f]{64})` \|$", list_.read_text(), re.M)
    )
    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path != list_
    }
    assert found == stated
    assert {"htmx/LICENSE", "katex/LICENSE"} <= found.keys()


def test_the_accessibility_checker_of_the_tests_is_unchanged():
    folder = Path(__file__).parents[2] / "data" / "axe"
    digest = hashlib.sha256((folder / "axe.min.js").read_bytes()).hexdigest()
    assert digest in (folder / "SOURCE.md").read_text()
