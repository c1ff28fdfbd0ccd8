"""Plots and tables as handed in, and what pretends to be one."""

import base64
import json

import pytest

from autograder.feedback import images
from autograder.review import outputs

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def coded(content: bytes) -> str:
    return base64.b64encode(content).decode()


def display(**bundle: object) -> dict[str, object]:
    named = {name.replace("_", "/"): value for name, value in bundle.items()}
    return {"output_type": "display_data", "data": named}


def test_a_plot_is_shown_as_an_image_without_an_address():
    (shown,) = outputs.shown([display(image_png=[coded(PNG)], text_plain="<Figure>")], "de")
    assert shown.startswith('<img src="data:image/png;base64,')


@pytest.mark.parametrize(
    "content", [coded(b"<script>"), "###", "", 7, None, coded(PNG)[:-3] + "\n<", {"a": 1}]
)
def test_what_is_no_picture_is_named_and_not_shown(content):
    (shown,) = outputs.shown([display(image_png=content)], "de")
    assert "<img" not in shown
    assert "nicht lesbar" in shown


def test_a_picture_may_be_as_large_as_its_cap_and_no_larger():
    cap = images.PICTURE_KIB * 1024
    full = PNG + b"0" * (cap - len(PNG))
    assert images.picture("image/png", coded(full)) is not None
    assert images.picture("image/png", coded(full + b"0")) is None


def test_a_drawing_is_only_ever_an_image():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
    )
    (shown,) = outputs.shown([display(**{"image_svg+xml": svg})], "de")
    assert shown.startswith('<img src="data:image/svg+xml;base64,')
    assert "script" not in shown


def test_a_table_keeps_its_cells_and_loses_what_acts():
    html = (
        '<table onclick="x()"><tr><td style="a" colspan="2">1</td></tr></table><script>x()</script>'
    )
    (shown,) = outputs.shown([display(text_html=html)], "de")
    assert '<td colspan="2">1</td>' in shown
    assert "onclick" not in shown
    assert "script" not in shown


def test_text_and_errors_are_shown_as_text():
    streams = [
        {"output_type": "stream", "text": ["<b>", "fett"]},
        {"output_type": "error", "traceback": ["\x1b[31mNameError\x1b[0m"]},
        {"output_type": "stream", "text": 5},
        "no output at all",
    ]
    first, second, *rest = outputs.shown(streams, "de")
    assert first == "<pre>&lt;b&gt;fett</pre>"
    assert second == "<pre>NameError</pre>"
    assert rest == ["<pre></pre>"]


def test_more_outputs_than_the_cap_are_told():
    many = [{"output_type": "stream", "text": "a"}] * (outputs.MAX_OUTPUTS + 5)
    shown = outputs.shown(many, "en")
    assert len(shown) == outputs.MAX_OUTPUTS + 1
    assert "Further outputs" in shown[-1]


def test_pasted_pictures_are_shown_and_broken_ones_told():
    raw = json.dumps({'"><script>': {"image/png": coded(PNG)}}).encode()
    (shown,) = outputs.attachments(raw, "de")
    assert shown.count("<") == 1
    assert outputs.attachments(b"{", "de")[0].startswith("<p")
    assert outputs.attachments(b"[" * 100_000, "de")[0].startswith("<p")
    assert outputs.read(b"[" * 100_000) == []
