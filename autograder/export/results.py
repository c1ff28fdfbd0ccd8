"""``results.json``: everything known about a run, in a written schema (``docs/results.md``).

It is the one source of the other outputs: pages, tables and marks are views of these records.
It holds evidence (hidden inputs, expected values), so it is for tutors only.
"""

import math
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from autograder.errors import GraderFault
from autograder.export.atomic import write_atomically
from autograder.model import SCHEMA, RunInfo, SubmissionResult

MAX_RESULTS_MIB = 1024
"""Largest ``results.json`` that is read back."""
MAX_INTEGER_BITS = 256
"""Larger integers (only a line number from inside can be one) are written as null."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_MAY_BE_NO_NUMBER = "tolerance"


class ResultsFault(GraderFault):
    """A record cannot be written as JSON, or JSON is no record of this schema."""


class _File(msgspec.Struct):
    schema: int
    run: RunInfo
    submissions: tuple[SubmissionResult, ...]


class _Header(msgspec.Struct):
    schema: int


def encode_submission(result: SubmissionResult) -> bytes:
    """One submission as one line of JSON, with the derived ``open``, ``total`` and ``maximum``.

    Lone surrogates (names and answers that are not valid Unicode) become U+FFFD. Raises
    :class:`ResultsFault` for points or times that are not finite (JSON has no word for them)
    and for fields of another type than the schema says.
    """
    try:
        record = _plain(msgspec.to_builtins(result), result.submission)
        record |= {"open": result.open, "total": result.total, "maximum": result.maximum}
        return msgspec.json.encode(record)
    except (TypeError, ValueError, OverflowError) as error:
        raise ResultsFault(f"{result.submission!r} cannot be written as JSON: {error}") from error


def decode_submission(data: bytes) -> SubmissionResult:
    """Read back what :func:`encode_submission` wrote; raises :class:`ResultsFault`."""
    try:
        return msgspec.json.decode(data, type=SubmissionResult)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ResultsFault(f"This is no submission record of schema {SCHEMA}: {error}") from error


def encode_results(run: RunInfo, results: Iterable[SubmissionResult]) -> bytes:
    """The whole file, indented, submissions in the order given."""
    content = msgspec.json.encode(
        {
            "schema": SCHEMA,
            "run": _plain(msgspec.to_builtins(run), "run"),
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


def _plain(value: Any, place: str) -> Any:
    """The same tree with strings that UTF-8 knows and numbers that JSON knows."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, int) and value.bit_length() > MAX_INTEGER_BITS:
        return None
    if isinstance(value, float) and not math.isfinite(value):
        if place.endswith(f".{_MAY_BE_NO_NUMBER}"):
            return None
        raise ResultsFault(f"{place} is {value}, expected a finite number.")
    if isinstance(value, dict):
        return {_plain(key, place): _plain(one, f"{place}.{key}") for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one, f"{place}[{index}]") for index, one in enumerate(value)]
    return value
