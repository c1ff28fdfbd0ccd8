import base64
import hashlib
import re

import pytest
from jinja2 import UndefinedError
from render_html import Page
from render_sample import RICH, SHEET

from autograder.render import page
from autograder.render.feedback import feedback
from autograder.render.words import Tone

CSS = (page.TEMPLATES / "style.css").read_text("utf-8")


def test_the_policy_allows_nothing_but_the_one_style_sheet():
    source = feedback(SHEET, RICH)
    read = Page(source)
    policy = next(
        one["content"] or ""
        for one in read.all("meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    )
    digest = base64.b64encode(hashlib.sha256(read.style.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert source.index("Content-Security-Policy") < source.index("<style>")


def test_the_style_sheet_loads_nothing():
    assert not re.search(r"url\(|@import|expression|http", CSS)


def test_a_forgotten_value_is_an_error_and_not_a_gap():
    with pytest.raises(UndefinedError):
        page.render("feedback.html", "de")


def test_templates_escape_what_they_are_given():
    assert page.environment().autoescape is True


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_every_text_colour_is_readable_on_its_ground(theme):
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[theme]))
    pairs = [(ink, ground) for ink in ("ink", "quiet", "link") for ground in ("paper", "raised")]
    pairs += [(tone, ground) for tone in Tone for ground in ("paper", f"{tone}-soft")]
    pairs += [("quiet", "look-soft"), ("ink", "look-soft")]
    low = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in low.items() if ratio < 4.5} == {}
