"""What a cell shows is kept in order and in bounds."""

import os

import pytest

from autograder.inside.outputs import MAX_OUTPUTS, Outputs, Stream


@pytest.fixture
def outputs():
    made = Outputs()
    made.max_bytes = 1_000
    return made


def texts(items):
    return [(one.get("name"), one.get("text")) for one in items]


def test_prints_are_joined_and_keep_their_order(outputs):
    for name, text in (("stdout", "a"), ("stdout", "b"), ("stderr", "c"), ("stdout", "d")):
        outputs.stream(name, text)
    assert texts(outputs.finish()) == [("stdout", "ab"), ("stderr", "c"), ("stdout", "d")]
    assert outputs.finish() == []


def test_text_is_kept_up_to_the_cap_and_the_rest_is_counted(outputs):
    outputs.stream("stdout", "x" * 1_000)
    outputs.stream("stdout", "y")
    items = outputs.finish()
    assert texts(items)[0] == ("stdout", "x" * 1_000)
    assert "1 more bytes" in items[-1]["text"]
    outputs.stream("stdout", "fresh")
    assert texts(outputs.finish()) == [("stdout", "fresh")]


def test_the_cap_counts_bytes_and_not_characters(outputs):
    outputs.stream("stdout", "😀" * 250)
    outputs.stream("stdout", "😀")
    items = outputs.finish()
    assert len(items[0]["text"]) == 250
    assert "4 more bytes" in items[-1]["text"]


def test_no_more_outputs_are_kept_than_the_cap(outputs):
    for number in range(MAX_OUTPUTS + 10):
        outputs.bundle("display_data", {"text/plain": ""} if number % 2 else {})
    outputs.stream("stdout", "late")
    items = outputs.finish()
    assert len(items) == MAX_OUTPUTS + 1
    assert "4 more bytes" in items[-1]["text"]


def test_pictures_are_kept_as_base64_and_scripts_data_is_left_out(outputs):
    outputs.bundle("display_data", {"image/png": b"\x89PNG", "application/json": {"a": [1]}})
    ((item),) = outputs.finish()
    assert item["data"] == {"image/png": "iVBORw=="}


def test_a_display_can_be_updated_under_its_name(outputs):
    outputs.bundle("display_data", {"text/plain": "old"}, "id")
    outputs.bundle("display_data", {"text/plain": "other"})
    outputs.update("id", {"text/plain": "new"})
    outputs.update("unknown", {"text/plain": "nowhere"})
    assert [one["data"]["text/plain"] for one in outputs.finish()] == ["new", "other"]


def test_clearing_is_obeyed_at_once_or_with_the_next_output(outputs):
    outputs.stream("stdout", "a")
    outputs.clear(wait=False)
    outputs.stream("stdout", "b")
    outputs.clear(wait=True)
    assert texts(outputs.finish()) == [("stdout", "b")]
    outputs.stream("stdout", "c")
    outputs.clear(wait=True)
    outputs.stream("stdout", "d")
    assert texts(outputs.finish()) == [("stdout", "d")]


def test_an_error_that_would_exceed_the_cap_is_counted(outputs):
    outputs.error("E", "value", ["line"] * 300)
    assert "1205 more bytes" in outputs.finish()[0]["text"]


def test_what_is_written_to_the_descriptors_comes_after_the_prints(outputs, tmp_path):
    saved = os.dup(1), os.dup(2)
    try:
        outputs.catch_descriptors(str(tmp_path))
        os.write(1, b"raw \xff")
        os.write(2, b"error")
        outputs.stream("stdout", "printed ")
        items = outputs.finish()
        os.write(1, b"z" * 5_000)
        flood = outputs.finish()
    finally:
        os.dup2(saved[0], 1)
        os.dup2(saved[1], 2)
    assert texts(items) == [("stdout", "printed raw \ufffderror")]
    assert len(flood[0]["text"]) == 1_000
    assert list(tmp_path.iterdir()) == []


def test_a_stream_is_a_file_for_text_and_bytes(outputs):
    stream = Stream(outputs, "stderr", 2)
    print("a", "b", file=stream, flush=True)
    stream.buffer.write(b"bytes\xff")
    stream.writelines(["x", "y"])
    assert (stream.fileno(), stream.isatty(), stream.writable(), stream.encoding) == (
        2,
        False,
        True,
        "utf-8",
    )
    with pytest.raises(TypeError, match="str"):
        stream.write(b"bytes")
    assert texts(outputs.finish()) == [("stderr", "a b\nbytes\ufffdxy")]
