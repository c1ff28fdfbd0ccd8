"""Records as JSON and back: the one place that knows how, for the store and every export."""

import json
import math
import re
from typing import Any, TypeVar

import msgspec

from autograder.errors import GraderFault
from autograder.records.model import SCHEMA, SubmissionResult

MAX_INTEGER_BITS = 256
"""Larger integers (only a line number from inside can be one) are written as null."""

_LARGE = re.compile(rb"\d{77}")
"""No integer of more than :data:`MAX_INTEGER_BITS` has fewer digits."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAY_BE_NO_NUMBER = "tolerance"
_Record = TypeVar("_Record")


class ResultsFault(GraderFault):
    """A record cannot be written as JSON, or JSON is no record of this schema."""


def encode(record: object, name: str) -> bytes:
    """Any record of :mod:`autograder.records.model` as one JSON line; ``name`` is for the message.

    Lone surrogates (names and answers that are not valid Unicode) become U+FFFD. Raises
    :class:`ResultsFault` for points or times that are not finite (JSON has no word for them)
    and for fields of another type than the schema says.
    """
    try:
        return msgspec.json.encode(plain(msgspec.to_builtins(record), name))
    except (TypeError, ValueError, OverflowError) as error:
        raise ResultsFault(f"{name!r} cannot be written as JSON: {error}") from error


def decode(data: bytes | str, kind: type[_Record]) -> _Record:
    """Read back what :func:`encode` wrote; raises :class:`ResultsFault`."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ResultsFault(
            f"This is no {kind.__name__} record of schema {SCHEMA}: {error}"
        ) from error


def encode_submission(result: SubmissionResult) -> bytes:
    """One submission as one line of JSON, with the derived ``open``, ``total`` and ``maximum``.

    Raises as :func:`encode`.
    """
    try:
        record = plain(msgspec.to_builtins(result), result.submission)
        record |= {"open": result.open, "total": result.total, "maximum": result.maximum}
        return msgspec.json.encode(record)
    except (TypeError, ValueError, OverflowError) as error:
        raise ResultsFault(f"{result.submission!r} cannot be written as JSON: {error}") from error


def decode_submission(data: bytes | str) -> SubmissionResult:
    """Read back what :func:`encode_submission` wrote; raises :class:`ResultsFault`."""
    return decode(data, SubmissionResult)


def plain(value: Any, place: str) -> Any:
    """The same tree with strings that UTF-8 knows and numbers that JSON knows."""
    return value if _is_plain(value) else _mended(value, place)


def _is_plain(value: Any) -> bool:
    """Whether nothing has to be mended, which an encoder in C tells in a tenth of the time."""
    try:
        coded = json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError):
        return False
    return not _LARGE.search(coded)


def _mended(value: Any, place: str) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, int) and value.bit_length() > MAX_INTEGER_BITS:
        return None
    if isinstance(value, float) and not math.isfinite(value):
        if place.endswith(f".{_MAY_BE_NO_NUMBER}"):
            return None
        raise ResultsFault(f"{place} is {value}, expected a finite number.")
    if isinstance(value, dict):
        return {_mended(key, place): _mended(one, f"{place}.{key}") for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_mended(one, f"{place}[{index}]") for index, one in enumerate(value)]
    return value
