"""``results.json``: everything known about a run, in a written schema (``docs/results.md``).

It is the one source of the other outputs: pages, tables and marks are views of these records.
It holds evidence (hidden inputs, expected values), so it is for tutors only.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from autograder.export.atomic import atomic_file
from autograder.records.model import SCHEMA, RunInfo, SubmissionResult
from autograder.records.serialise import ResultsFault, encode_submission, plain

MAX_RESULTS_MIB = 1024
"""Largest ``results.json`` that is read back."""


Add = Callable[[SubmissionResult], None]
"""Takes one submission after the other."""


class _File(msgspec.Struct):
    schema: int
    run: RunInfo
    submissions: tuple[SubmissionResult, ...]


class _Header(msgspec.Struct):
    schema: int


def encode_results(run: RunInfo, results: Iterable[SubmissionResult]) -> bytes:
    """The whole file, indented, submissions in the order given."""
    file = io.BytesIO()
    with _into(file, run) as add:
        for result in results:
            add(result)
    return file.getvalue()


@contextmanager
def results_file(path: Path, run: RunInfo) -> Iterator[Add]:
    """Write the whole file in one step, one submission at a time: no more than one is held.

    Raises :class:`ResultsFault` or :class:`OSError`; then the file is as it was before.
    """
    with atomic_file(path) as file, _into(file, run) as add:
        yield add


@contextmanager
def _into(file: BinaryIO, run: RunInfo) -> Iterator[Add]:
    head = {"schema": SCHEMA, "run": plain(msgspec.to_builtins(run), "run"), "submissions": []}
    start = msgspec.json.format(msgspec.json.encode(head), indent=2)
    file.write(start.removesuffix(b"[]\n}"))
    before = b"["

    def add(result: SubmissionResult) -> None:
        nonlocal before
        content = msgspec.json.format(encode_submission(result), indent=2)
        # a line break inside a string is escaped: these are all between fields
        file.write(before + b"\n    " + content.replace(b"\n", b"\n    "))
        before = b","

    yield add
    file.write(b"[]\n}\n" if before == b"[" else b"\n  ]\n}\n")


def decode_results(data: bytes) -> tuple[RunInfo, tuple[SubmissionResult, ...]]:
    """Read back what :func:`encode_results` wrote; raises :class:`ResultsFault`."""
    try:
        schema = msgspec.json.decode(data, type=_Header).schema
        if schema != SCHEMA:
            raise ResultsFault(
                f"results.json has schema {schema}, this version reads {SCHEMA}. "
                "Grade the submissions again with this version, or use the version that wrote it."
            )
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ResultsFault(f"results.json is not as docs/results.md says: {error}") from error
    return file.run, file.submissions


def write_results(path: Path, run: RunInfo, results: Iterable[SubmissionResult]) -> None:
    """Write the whole file in one step; raises :class:`ResultsFault` or :class:`OSError`."""
    with results_file(path, run) as add:
        for result in results:
            add(result)


def read_results(path: Path) -> tuple[RunInfo, tuple[SubmissionResult, ...]]:
    """Read a whole file; raises :class:`ResultsFault` or :class:`OSError`."""
    size_mib = path.stat().st_size / 2**20
    if size_mib > MAX_RESULTS_MIB:
        raise ResultsFault(f"{path} has {size_mib:.0f} MiB, at most {MAX_RESULTS_MIB} are read.")
    return decode_results(path.read_bytes())
