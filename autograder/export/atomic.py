"""A file is there as a whole or as it was before: readers never see half of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO


def write_atomically(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Write ``content`` beside ``path`` and move it there in one step; raises :class:`OSError`.

    ``mode``: who may read and write it, less what the umask takes away.
    """
    with atomic_file(path, mode) as file:
        file.write(content)


@contextmanager
def atomic_file(path: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """A file to write to that takes its place when the block ends, and not when it fails.

    A power cut may lose the newest file (nothing is synced), a killed process may not spoil it.
    """
    beside = path.with_name(f".{path.name}.{token_hex(8)}.tmp")  # two may write the same at once
    try:
        created = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(created, "wb") as file:
            yield file
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
