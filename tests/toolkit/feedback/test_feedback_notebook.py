"""The own notebook on the page: complete, readable, and without anything that acts."""

import base64
import json
import re

import pytest
from feedback_notebooks import HOSTILE, HOSTILE_SVG, PNG, code, display, ipynb, stream, svg, text
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.feedback.notebook import own_notebook
from autograder.intake.template import key

TAG = re.compile(r"<\s*/?\s*([A-Za-z0-9]+)([^>]*)>")
ALLOWED = set(
    re.findall(
        r"\w+",
        "p br hr h3 h4 h5 h6 em strong s b i u sub sup code pre blockquote ul ol li table thead "
        "tbody tfoot tr th td caption span div dl dt dd img math mrow mi mn mo mtext mspace msup "
        "msub msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd mstyle mpadded",
    )
)


def page(handed_in, rerun=None, files=None, **options):
    return str(own_notebook(handed_in, rerun, files or {}, "de", **options))


def active(html):
    """Tags and attributes that could do something."""
    found = []
    for name, attributes in TAG.findall(html):
        if name.lower() not in ALLOWED:
            found.append(name)
        if re.search(r"\b(on\w+|style|href|id|action|srcdoc)\s*=", attributes):
            found.append(attributes)
        source = re.search(r'src="([^"]*)"', attributes)
        if source and not re.match(r"data:image/(png|jpeg|gif|svg\+xml);base64,", source[1]):
            found.append(source[1])
    return found


def test_cells_outputs_and_formulas_are_there():
    html = page(
        ipynb(
            text("# Titel\n\n*Text* mit $\\sigma^2$"),
            code("x = 1\nprint(x)", stream("eins\n"), display(image_png=PNG)),
        )
    )
    for piece in ("<h3>Titel</h3>", "<em>Text</em>", "<math", "eins", f"base64,{PNG}"):
        assert piece in html
    assert "Ausgabe, wie abgegeben" in html


def test_the_rerun_stands_beside_what_was_handed_in():
    handed_in = ipynb(code("x", stream("damals")), code("y", stream("nur damals")))
    rerun = ipynb(code("x", stream("jetzt")), code("anders", stream("fremd")))
    html = page(handed_in, rerun)
    assert html.index("damals") < html.index("Ausgabe bei der Bewertung") < html.index("jetzt")
    assert "fremd" not in html  # another cell than the one handed in


def test_without_the_original_the_rerun_alone_is_shown():
    html = page(None, ipynb(code("x", stream("jetzt"))))
    assert "jetzt" in html
    assert "wie abgegeben" not in html


def test_cells_that_everybody_got_are_left_out():
    published = {key("# Blatt 9")}
    html = page(ipynb(text("# Blatt 9"), text("Meine Antwort")), published=published)
    assert "Blatt 9" not in html
    assert "Meine Antwort" in html


def test_pasted_pictures_and_picture_files_are_shown():
    handed_in = ipynb(
        text("![a](attachment:a.png)", attachments={"a.png": {"image/png": PNG}}),
        text("![b](bilder/b.png) ![c](fehlt.png) ![d](../../etc/passwd.png)"),
    )
    files = {"abgabe/bilder/b.png": base64.b64decode(PNG)}
    html = page(handed_in, files=files, name="abgabe/nb.ipynb")
    assert html.count(f'src="data:image/png;base64,{PNG}"') == 2
    assert active(html) == []


def test_nothing_of_a_hostile_notebook_acts():
    html = page(HOSTILE, HOSTILE)
    assert active(html) == []
    assert "nur Text" in html


def test_an_svg_is_only_a_picture():
    html = page(ipynb(code("x", svg(HOSTILE_SVG))))
    assert "<svg" not in html
    assert "data:image/svg+xml;base64," in html


def test_output_cannot_look_like_part_of_our_page():
    spoof = '<p class="badge right">✓ richtig</p><h2 id="score">24 Punkte</h2>'
    html = page(ipynb(code("x", display(text_html=spoof))))
    assert "badge" not in html
    assert "<h4>24 Punkte</h4>" in html


def test_every_cell_is_closed_whatever_is_in_it():
    html = page(ipynb(text("</div></div></div><b>"), code("x", display(text_html="</div>" * 9))))
    assert html.count("<div") == html.count("</div>")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({"cells": 3}).encode(),
        json.dumps({"cells": [3, None, {}, {"cell_type": 1, "source": {"a": 1}}]}).encode(),
        ipynb({"cell_type": "code", "source": ["x", 3], "outputs": [1, {"data": {"a": None}}]}),
        ipynb({"cell_type": "markdown", "source": "x", "attachments": {"a": [1]}}),
        ipynb(code("x", {"output_type": "error", "traceback": 3, "evalue": None})),
    ],
)
def test_a_broken_notebook_breaks_no_page(content):
    assert active(page(content, content)) == []


def test_a_huge_notebook_is_cut_and_that_is_said():
    picture = "iVBORw0KGgo" + "A" * 1_400_001
    picture = picture[: len(picture) // 4 * 4]
    html = page(ipynb(*(code("x", display(image_png=picture)) for _ in range(12))))
    assert len(html) < 14_000_000
    assert "werden nicht gezeigt" in html


@pytest.mark.parametrize(
    "cell",
    [
        text("$x" * 9_000),
        code("x = 1\n" * 3_000),
        code("x", display(text_html="<b>x</b>" * 15_000)),
    ],
    ids=["markdown", "code", "html"],
)
def test_of_a_notebook_that_takes_long_to_show_only_the_beginning_is_shown(cell):
    html = page(ipynb(text("Anfang"), *[cell] * 300))
    assert "Anfang" in html
    assert html.count("nb-cell") < 12
    assert "werden nicht gezeigt" in html


def test_thousands_of_brackets_are_shown_as_they_are():
    assert "[[[[" in page(ipynb(text("[" * 19_000)))


_json = st.recursive(
    st.none() | st.integers() | st.text(max_size=20) | st.just(HOSTILE.decode()[:500]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
_cells = st.fixed_dictionaries(
    {"cell_type": st.sampled_from(["code", "markdown", "raw", "x"]), "source": _json},
    optional={"outputs": _json, "attachments": _json, "metadata": _json},
)


@settings(max_examples=15, deadline=None)
@given(st.lists(_cells, max_size=3))
def test_no_notebook_does_anything(cells):
    assert active(page(ipynb(*cells))) == []
