"""The page as tutors use it: in Debian's Chromium, by keyboard, with hostile answers."""

import os
import re
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from autograder.out.folder import OutFolder
from autograder.records.ledger import Kind

AXE = Path(__file__).parents[2] / "data" / "axe" / "axe.min.js"
ROOT = Path(__file__).parents[3]


@contextmanager
def command(out, author="Tutorin"):
    """``autograder review OUT`` itself; yields the one-time link."""
    words = [sys.executable, "-m", "autograder.cli", "review", str(out), "--by", author]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)


class Browser:
    """One tutor's browser; whatever a page complains about or loads is written down."""

    def __init__(self, chromium, stack):
        self.context = chromium.new_context()
        stack.callback(self.context.close)
        self.context.set_default_timeout(60_000)
        self.page = self.context.new_page()
        self.complaints, self.requests = [], []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, link):
        self.page.goto(link)
        self.page.wait_for_selector("#page")
        self.base = re.match(r"https?://[^/]+", link)[0]
        return self

    def go(self, path):
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture
def browse(chromium):
    """``browse(link)`` opens a browser of its own."""
    with ExitStack() as stack:
        yield lambda link: Browser(chromium, stack).open(link)


def marks(out):
    with OutFolder.existing(out) as folder:
        return [one for one in folder.store.decisions.all(Kind.MARK) if one.points is not None]


def until(page, words):
    """Wait for what the page tells."""
    expect(page.locator("#told")).to_contain_text(words)


def test_ten_answers_are_marked_by_keyboard_undone_and_there_after_a_restart(out, browse):
    with command(out) as link:
        browser = browse(link)
        page = browser.go("/next/2g")
        for number in range(10):
            before = page.url
            page.keyboard.press("1" if number % 2 else "5")
            expect(page).not_to_have_url(before)
            until(page, "gespeichert" if "Antworten" not in page.text_content("#told") else "P für")
        expect(page.locator("#main")).to_be_focused()  # where a reader goes on
        told = len(marks(out))
        assert told >= 10
        page.keyboard.press("u")
        until(page, "Zurückgenommen")
        assert browser.complaints == []
    with command(out) as link:
        page = browse(link).go("/part/2g?show=all")
        assert re.search(r"\d+ von 14 bewertet", page.text_content("main"))
        page.keyboard.press("h")
        page.wait_for_selector("table.progress")
        page.keyboard.press("u")
        until(page, "Zurückgenommen")


PRESS_AT_ONCE = """() => new MutationObserver((_, watch) => {
  watch.disconnect();
  document.querySelector('[data-key="1"]').click();
}).observe(document.body, {childList: true})"""


def test_a_key_pressed_the_moment_an_answer_appears_loads_no_whole_page(review, browse):
    browser = browse(f"{review.base}/login?key={review.office.sessions.invite('Tutorin')}")
    page = browser.go("/next/2g")
    sent = []
    page.on("request", lambda request: sent.append((request.method, request.resource_type)))
    page.evaluate(PRESS_AT_ONCE)
    with page.expect_request(lambda _: [method for method, _ in sent].count("POST") == 2):
        page.keyboard.press("1")
    expect(page.locator("#main")).to_be_focused()
    assert "document" not in {kind for _, kind in sent}


def test_a_comment_is_written_and_criteria_are_ticked_without_a_mouse(review, browse):
    browser = browse(f"{review.base}/login?key={review.office.sessions.invite('Tutorin')}")
    answer = review.answer("1b", 0)
    page = browser.go(f"/answer/1b/{answer.code}")
    page.keyboard.press("q")
    expect(page.locator("[data-sum]")).to_have_text("0,5")
    page.keyboard.press("c")
    page.keyboard.type("n1 ist hier kein Kürzel")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    until(page, "0.5 P")
    review.desk.refresh()
    now = review.answer("1b", 0)
    assert (now.part.points, now.comment) == (0.5, "n1 ist hier kein Kürzel")
    page.keyboard.press("?")
    page.wait_for_selector("details.keys[open]")
    assert browser.complaints == []


def test_a_group_is_marked_with_one_key_and_undone_with_one(review, browse):
    browser = browse(f"{review.base}/login?key={review.office.sessions.invite('Tutorin')}")
    page = browser.go(f"/answer/1b/{review.answer('1b', 4).code}")
    assert page.text_content("[data-chosen]") == "1"
    page.keyboard.press("1")
    until(page, "1 P für 2 Antworten")
    page.keyboard.press("u")
    until(page, "Zurückgenommen")
    review.desk.refresh()
    assert review.answer("1b", 5).part.points is None


def test_the_second_of_two_tutors_is_told_and_loses_nothing(review, browse):
    one, two = (
        browse(f"{review.base}/login?key={review.office.sessions.invite(name)}")
        for name in ("Eins", "Zwei")
    )
    answer = review.answer("1e", 0)
    for browser in (one, two):
        browser.go(f"/answer/1e/{answer.code}")
    two.page.fill("#comment", "Meine Worte")
    one.page.keyboard.press("1")
    until(one.page, "P")
    two.page.keyboard.press("Tab")
    two.page.keyboard.press("0")
    until(two.page, "Inzwischen hat Eins")
    assert two.page.input_value("#comment") == "Meine Worte"
    assert len([d for d in review.decisions(Kind.MARK) if d.submission == answer.submission]) == 1


def test_single_keys_can_be_switched_off(review, browse):
    browser = browse(f"{review.base}/login?key={review.office.sessions.invite('Tutorin')}")
    page = browser.go("/settings")
    page.uncheck("input[name=keys]")
    page.click("button.main")
    until(page, "Einstellungen")
    page = browser.go(f"/answer/1b/{review.answer('1b', 0).code}")
    page.keyboard.press("1")
    page.keyboard.press("n")
    page.wait_for_timeout(300)
    assert review.answer("1b", 0).code in page.url
    assert not review.decisions(Kind.MARK)


def test_a_hostile_answer_runs_nothing_and_loads_nothing(review, browse):
    browser = browse(f"{review.base}/login?key={review.office.sessions.invite('Tutorin')}")
    code = review.answer("1b", 3).code
    before = review.decisions()
    for path in (f"/answer/1b/{code}", "/part/1b?show=all", f"/whole/{code}", f"/notebook/{code}"):
        page = browser.go(path)
        page.wait_for_timeout(300)
        assert [frame.evaluate("window.hacked") for frame in page.frames] == [None] * len(
            page.frames
        )
        assert page.is_visible("body")
    assert [url for url in browser.requests if not url.startswith((browser.base, "data:"))] == []
    assert browser.complaints == []
    assert review.decisions() == before


def test_no_serious_barrier_is_found_in_light_and_dark(review, browse):
    browser = browse(f"{review.base}/login?key={review.office.sessions.invite('Tutorin')}")
    tutor = review.tutor()
    tutor.mark(review.answer("1b", 0), "0.5", comment="Gut.")
    code = review.answer("2c", 1).code
    paths = ["/", "/part/1b", "/look", "/history", "/settings", f"/answer/2c/{code}",
             f"/answer/1b/{review.answer('1b', 0).code}", f"/whole/{code}"]  # fmt: skip
    checker = AXE.read_text("utf-8")
    for path in paths:
        page = browser.go(path)
        for details in page.query_selector_all("details"):
            details.evaluate("one => { one.open = true }")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(checker)
            found = page.evaluate(
                "axe.run(document, {resultTypes: ['violations'], iframes: false})"
            )
            serious = [
                (one["id"], [node["html"][:200] for node in one["nodes"][:3]])
                for one in found["violations"]
                if one["impact"] in ("serious", "critical")
            ]
            assert serious == [], (path, scheme)
