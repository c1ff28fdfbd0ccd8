from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from export_sample import CHECK, FULL, RUN, UNREAD
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import GraderFault
from autograder.export import results
from autograder.export.results import (
    decode_results,
    encode_results,
    read_results,
    write_results,
)
from autograder.i18n import Text
from autograder.records.model import (
    SCHEMA,
    CellOutcome,
    CellReport,
    Evidence,
    Outcome,
    PartResult,
    Status,
    SubmissionResult,
    Usage,
)
from autograder.records.serialise import ResultsFault, decode_submission, encode_submission

GOLDEN = Path(__file__).with_name("golden_results.json")

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
numbers = st.floats(allow_nan=False, allow_infinity=False)
texts = st.builds(Text, words, words)
evidence = st.builds(
    Evidence,
    st.dictionaries(words, words, max_size=2),
    st.none() | words,
    st.none() | words,
    st.none() | numbers,
    st.none() | st.integers(0, 2**128),
    st.none() | words,
)
checks = st.builds(
    replace,
    st.just(CHECK),
    outcome=st.sampled_from(Outcome),
    points=numbers,
    title=texts,
    message=st.none() | texts,
    evidence=st.none() | evidence,
)
parts = st.builds(
    PartResult,
    words,
    st.sampled_from(Outcome),
    st.none() | st.floats(0, 1e6),
    st.floats(0, 1e6),
    st.none() | texts,
    st.none() | texts,
    st.none() | words,
    st.lists(checks, max_size=2).map(tuple),
)
cells = st.builds(
    CellReport, st.integers(0, 10**6), st.sampled_from(CellOutcome), st.none() | words
)
submissions = st.builds(
    SubmissionResult,
    words,
    st.lists(words, max_size=2).map(tuple),
    st.sampled_from(Status),
    st.lists(parts, max_size=3).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
    st.lists(cells, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    words,
    st.builds(Usage, numbers, numbers, numbers, st.integers(0, 10)),
)


def test_the_file_is_as_documented_byte_for_byte():
    assert encode_results(RUN, [FULL, UNREAD]).decode() == GOLDEN.read_text("utf-8")


def test_the_golden_file_is_read_back_into_the_same_records():
    assert decode_results(GOLDEN.read_bytes()) == (RUN, (FULL, UNREAD))


@given(submissions)
def test_every_record_survives_writing_and_reading(result):
    assert decode_submission(encode_submission(result)) == result


def test_sums_stand_beside_the_parts_for_readers_without_this_package():
    record = msgspec.json.decode(encode_submission(FULL))
    assert (record["open"], record["total"], record["maximum"]) == (2, 2.5, 8.0)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf")])
def test_points_that_are_no_number_are_our_fault_and_named(bad):
    broken = replace(FULL, parts=(replace(FULL.parts[0], points=bad),))
    with pytest.raises(ResultsFault, match=r"muster-anna\.parts\[0\]\.points is -?(nan|inf)"):
        encode_submission(broken)
    assert issubclass(ResultsFault, GraderFault)


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_tolerance_that_is_no_number_is_null(bad):
    check = replace(CHECK, evidence=Evidence(tolerance=bad))
    written = encode_submission(replace(FULL, parts=(replace(FULL.parts[0], checks=(check,)),)))
    assert b"NaN" not in written
    assert b"Infinity" not in written
    found = decode_submission(written).parts[0].checks[0].evidence
    assert found == Evidence(tolerance=None)


def test_names_that_are_not_valid_unicode_are_written_with_a_replacement():
    written = encode_submission(replace(FULL, files=("b\udcf6se.ipynb",), students=("\ud800",)))
    read = decode_submission(written)
    assert (read.files, read.students) == (("b\ufffdse.ipynb",), ("\ufffd",))


def test_a_huge_line_number_from_inside_does_not_stop_the_record():
    hostile = replace(FULL, cells=(CellReport(1, CellOutcome.RAISED, "E", 10**5000),))
    assert decode_submission(encode_submission(hostile)).cells[0].line is None


def test_a_field_of_a_wrong_type_is_our_fault():
    with pytest.raises(ResultsFault, match="cannot be written as JSON"):
        encode_submission(replace(FULL, digest=object()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"\xff",
        b'{"submission": "x"}',
        encode_submission(FULL).replace(b'"look"', b'"perfect"'),
        encode_submission(FULL).replace(b'"points":1.5', b'"points":1e999'),
        encode_submission(FULL).replace(b'"points":1.5', b'"points":NaN'),
        encode_submission(FULL).replace(b'"points":1.5', b'"points":"1.5"'),
        b"[" * 100_000,
    ],
    ids=["empty", "cut", "null", "list", "bytes", "fields", "enum", "big", "nan", "type", "deep"],
)
def test_what_is_no_record_is_refused(data):
    with pytest.raises(ResultsFault, match="no SubmissionResult record"):
        decode_submission(data)
    with pytest.raises(ResultsFault):
        decode_results(data)


@given(st.binary(max_size=200))
def test_random_bytes_are_only_ever_refused(data):
    with pytest.raises(ResultsFault):
        decode_results(data)


def test_another_schema_is_refused_with_a_remedy():
    newer = GOLDEN.read_bytes().replace(b'"schema": 1', b'"schema": 2', 1)
    with pytest.raises(ResultsFault, match=f"schema 2, this version reads {SCHEMA}.*Grade"):
        decode_results(newer)


def test_a_run_is_written_and_read_as_one_file(tmp_path):
    path = tmp_path / "results.json"
    write_results(path, RUN, [UNREAD])
    write_results(path, RUN, [FULL, UNREAD])
    assert read_results(path) == (RUN, (FULL, UNREAD))
    assert [one.name for one in tmp_path.iterdir()] == ["results.json"]


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "results.json"
    write_results(path, RUN, [UNREAD])
    broken = replace(FULL, usage=Usage(seconds=float("nan")))
    with pytest.raises(ResultsFault):
        write_results(path, RUN, [UNREAD, broken])
    assert read_results(path) == (RUN, (UNREAD,))


def test_a_file_over_the_cap_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "results.json"
    monkeypatch.setattr(results, "MAX_RESULTS_MIB", 1)
    path.write_bytes(GOLDEN.read_bytes() + b" " * (2**20 - GOLDEN.stat().st_size))
    assert read_results(path)[0] == RUN
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(ResultsFault, match="at most 1 are read"):
        read_results(path)
