"""``results.json``: everything known about a run, in a written schema (``docs/results.md``).

It is the one source of the other outputs: pages, tables and marks are views of these records.
It holds evidence (hidden inputs, expected values), so it is for tutors only.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from autograder.export.atomic import write_atomically
from autograder.records.model import SCHEMA, RunInfo, SubmissionResult
from autograder.records.serialise import ResultsFault, encode_submission, plain

MAX_RESULTS_MIB = 1024
"""Largest ``results.json`` that is read back."""


class _File(msgspec.Struct):
    schema: int
    run: RunInfo
    submissions: tuple[SubmissionResult, ...]


class _Header(msgspec.Struct):
    schema: int


def encode_results(run: RunInfo, results: Iterable[SubmissionResult]) -> bytes:
    """The whole file, indented, submissions in the order given."""
    content = msgspec.json.encode(
        {
            "schema": SCHEMA,
            "run": plain(msgspec.to_builtins(run), "run"),
            "submissions": [msgspec.Raw(encode_submission(result)) for result in results],
        }
    )
    return msgspec.json.format(content, indent=2) + b"\n"


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
    write_atomically(path, encode_results(run, results))


def read_results(path: Path) -> tuple[RunInfo, tuple[SubmissionResult, ...]]:
    """Read a whole file; raises :class:`ResultsFault` or :class:`OSError`."""
    size_mib = path.stat().st_size / 2**20
    if size_mib > MAX_RESULTS_MIB:
        raise ResultsFault(f"{path} has {size_mib:.0f} MiB, at most {MAX_RESULTS_MIB} are read.")
    return decode_results(path.read_bytes())
