"""This package as a wheel, so that a grading image needs no registry that knows it.

The wheel is put together from the files that are running right now (checkout or installation),
because those are what ``grade.py`` grades with: no build tool, no network, the same bytes each
time. Format: the PyPA specification "Binary distribution format", version 1.0.
"""

import base64
import csv
import hashlib
import io
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import autograder
from autograder.errors import UsageFault
from autograder.otter_bridge.archive import zipped

DISTRIBUTION = "notebook-autograder"
_WHEEL = "Wheel-Version: 1.0\nGenerator: {name}\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def wheel() -> tuple[str, bytes]:
    """File name and content; raises :class:`UsageFault` where the package is not installed."""
    installed = installation()
    stem = f"{DISTRIBUTION.replace('-', '_')}-{installed.version}"
    files = _package_files(Path(autograder.__file__).parent)
    about = installed.read_text("METADATA") or installed.read_text("PKG-INFO") or ""
    files[f"{stem}.dist-info/METADATA"] = about.encode()
    files[f"{stem}.dist-info/WHEEL"] = _WHEEL.format(name=DISTRIBUTION).encode()
    commands = installed.read_text("entry_points.txt") or ""
    files[f"{stem}.dist-info/entry_points.txt"] = commands.encode()
    record = f"{stem}.dist-info/RECORD"
    files[record] = _record(files, record)
    return f"{stem}-py3-none-any.whl", zipped(files)


def installation() -> metadata.Distribution:
    """What was installed; raises :class:`UsageFault` for a bare checkout."""
    try:
        return metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError as error:
        raise UsageFault(
            f"{DISTRIBUTION} is not installed here, so it cannot be put into a bundle. Install "
            "it first; from a checkout with: pip install -e ."
        ) from error


def fingerprint() -> str:
    """SHA-256 (hex) of the code that runs here: two installations with the same grade alike."""
    files = _package_files(Path(autograder.__file__).parent)
    whole = hashlib.sha256()
    for name in sorted(name for name in files if name.endswith(".py")):
        whole.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return whole.hexdigest()


def _package_files(package: Path) -> dict[str, bytes]:
    return {
        path.relative_to(package.parent).as_posix(): path.read_bytes()
        for path in package.rglob("*")
        if path.is_file() and not _is_leftover(path.relative_to(package))
    }


def _is_leftover(path: Path) -> bool:
    return any(piece == "__pycache__" or piece.startswith(".") for piece in path.parts)


def _record(files: Mapping[str, bytes], own_name: str) -> bytes:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    for name in sorted(files):
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest())
        writer.writerow((name, f"sha256={digest.decode().rstrip('=')}", len(files[name])))
    writer.writerow((own_name, "", ""))
    return lines.getvalue().encode()
