"""The tutors' pages in a real browser: nothing runs, nothing is asked for, a phone shows them."""

import re
from dataclasses import replace

import pytest
from render_sample import RICH, RUN, SHEET, cohort

from autograder.i18n import Text
from autograder.render.details import details
from autograder.render.overview import overview

ATTACK = (
    '"><script>window.hacked=1</script><img src=x onerror="window.hacked=2">'
    '<style>@import "http://evil.invalid/s"; body{display:none}</style>'
    '<iframe src="http://evil.invalid/"></iframe><svg onload="window.hacked=3">' + "lang" * 60
)


def evil():
    words = Text(ATTACK, ATTACK)
    parts = tuple(
        replace(part, message=words, note=words, answer=ATTACK * 3) for part in RICH.parts
    )
    changed = {"students": (ATTACK,), "parts": parts, "notes": (words,), "files": (ATTACK,)}
    return [replace(RICH, submission=f"{ATTACK}{n}", **changed) for n in range(8)]


def pages():
    everybody = [*cohort(40), *evil()]
    return {
        "overview": overview(SHEET, RUN, everybody),
        "overview-en": overview(SHEET, RUN, everybody, "en"),
        "details": details(SHEET, evil()[0]),
    }


@pytest.mark.parametrize("name", ["overview", "overview-en", "details"])
@pytest.mark.parametrize("width", [360, 1200])
def test_hostile_words_do_nothing_at_any_width(chromium, tmp_path, name, width):
    path = tmp_path / "page.html"
    path.write_text(pages()[name], "utf-8")
    page = chromium.new_page(viewport={"width": width, "height": 900})
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_timeout(200)
    assert said == []
    assert [one for one in asked if not re.match(r"data:|file:.*/page\.html$", one)] == []
    assert page.evaluate("window.hacked") is None
    assert page.locator("script, iframe, object, embed, form").count() == 0
    assert page.locator("main").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_on_paper_the_whole_table_is_there(chromium, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(pages()["overview"], "utf-8")
    page = chromium.new_page(viewport={"width": 1200, "height": 900})
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    cut = page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter(one => "
        "one.scrollHeight > one.clientHeight + 1).length"
    )
    assert cut == 0
    page.close()
