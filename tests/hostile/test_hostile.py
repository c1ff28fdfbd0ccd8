"""A red team with the source in hand: every attack earns what its honest part earns, no more."""

import csv
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile_attacks import Attack, all_attacks
from hostile_batch import Batch

from autograder.out.folder import OutFolder
from autograder.out.pages import feedback_of
from autograder.records.model import Outcome, PartResult, Status
from autograder.render.table import table, todo

EVALUATED = str(7331 * 7333)
"""What a template engine makes of the product that some attacks write."""
MAX_FILE_MIB = 16
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HARMLESS_TAGS = frozenset(
    re.findall(
        r"\w+",
        "a article body br caption code dd details div dl dt em figcaption figure footer h1 h2 h3 head "
        "header html li line link main meta nav ol p pre rect section small span strong style summary "
        "svg table tbody td text tfoot th thead title tr ul",
    )
)
_TAGS_OF_A_NOTEBOOK = frozenset(
    re.findall(
        r"\w+",
        "b blockquote h4 h5 h6 hr i img s sub sup u math mfrac mi mn mo mover mpadded mroot mrow mspace "
        "msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover",
    )
)


def test_an_attack_earns_what_its_honest_part_earns(batch: Batch, attack: Attack) -> None:
    result = batch.result_of(attack)
    parts = {part.task: part for part in result.parts}
    words = {name: word_of(parts[name]) for name in attack.parts}
    assert all(words[name] in allowed for name, allowed in attack.parts.items()), words
    earned = {name: points for name, part in parts.items() if (points := earned_by(part))}
    assert sum(earned.values()) == attack.total, earned
    assert earned.keys() <= attack.parts.keys()
    if attack.cells:
        assert {cell.outcome.value for cell in result.cells} & set(attack.cells), result.cells


def word_of(part: PartResult) -> str:
    """The outcome of a part; where a text waits for a person beside it, that of its checks."""
    words = [check.outcome.value for check in part.checks if not check.outcome.earns]
    words = [word for word in words if word != Outcome.WAITING.value]
    if part.outcome is not Outcome.WAITING or not part.checks:
        return part.outcome.value
    return words[0] if words else Outcome.RIGHT.value


def earned_by(part: PartResult) -> float:
    """Points of a part; where a text waits for a person beside it, what its checks gave."""
    if part.outcome is Outcome.WAITING:
        return sum(check.points for check in part.checks)
    return part.points or 0


def test_nothing_becomes_a_fault_of_ours(batch: Batch) -> None:
    for run in batch.runs:
        outcomes = {
            name: part.outcome
            for name, result in run.attacks.items()
            for part in result.parts
            if part.outcome is Outcome.NOT_GRADED
        }
        assert not outcomes
        assert not run.summary.our_fault
        assert all(result.status is not Status.NOT_GRADED for result in run.summary.results)


def test_honest_neighbours_keep_their_marks(batch: Batch) -> None:
    for run in batch.runs:
        neighbours = {n: r.total for n, r in run.honest.items() if n != run.secret}
        assert len(neighbours) > len(run.attacks) // 20
        assert neighbours == run.deserved


def test_the_batch_goes_on_to_its_end(batch: Batch) -> None:
    for run in batch.runs:
        assert not run.summary.interrupted
        assert len(run.summary.graded) == len(run.attacks) + len(run.honest)


@pytest.mark.parametrize(
    "what", ["files", "programs", "marks", "processes", "mounts", "queues", "abstract"]
)
def test_nothing_is_left_or_changed_on_the_machine(batch: Batch, what: str) -> None:
    assert batch.after[what] == batch.before[what]


def test_no_descriptor_of_ours_is_lost(batch: Batch) -> None:
    assert batch.after["descriptors"] <= batch.before["descriptors"] + 2


def test_nobody_reaches_the_network(batch: Batch) -> None:
    assert batch.heard == []


def test_no_canary_gets_into_anything_that_an_attack_could_write(batch: Batch) -> None:
    leaks = []
    for run in batch.runs:
        words = {**batch.canaries, "seed": (run.out / "seed").read_text().strip()}
        leaks += [
            (path.name, place)
            for result in run.attacks.values()
            for path in run.pages(result)
            for place in places_in(path, words)
        ]
    assert leaks == []


def test_no_canary_gets_into_any_file_of_the_run(batch: Batch) -> None:
    leaks = []
    words = {place: word for place, word in batch.canaries.items() if place != "submission"}
    for run in batch.runs:
        own = {run.out / "geheim", *run.pages(run.honest[run.secret])}
        files = [path for path in run.out.rglob("*") if path.is_file() and path not in own]
        leaks += [(path.name, place) for path in files for place in places_in(path, words)]
    assert leaks == []


def places_in(path: Path, words: Mapping[str, str]) -> list[str]:
    """The places whose words stand in a file."""
    content = path.read_bytes()
    return [place for place, word in words.items() if word.encode() in content]


def test_hidden_inputs_do_not_get_into_the_feedback(batch: Batch) -> None:
    """Some attacks let the word VERRAETER carry them; in reports it is only markup."""
    told = [
        name
        for run in batch.runs
        for name, result in run.attacks.items()
        if name.startswith("inputs_in_")
        for path in run.out.glob(f"feedback/{result.submission}.*")
        if "VERRAETER" in path.read_text("utf-8")
    ]
    assert told == []


def test_files_stay_small_whatever_is_shown(batch: Batch) -> None:
    files = [path for run in batch.runs for path in run.out.glob("*/*") if path.is_file()]
    sizes = {path.name: path.stat().st_size >> 20 for path in files}
    assert {name: mib for name, mib in sizes.items() if mib >= MAX_FILE_MIB} == {}


class Page(HTMLParser):
    """Collects what could run or load something."""

    def __init__(self, allowed: frozenset[str] = _HARMLESS_TAGS) -> None:
        super().__init__()
        self.allowed = allowed
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.allowed:
            self.found.append(tag)
        for name, value in attrs:
            address = (value or "").strip().casefold()
            if name.startswith("on") or address.startswith(("javascript:", "http", "//")):
                self.found.append(f"{tag} {name}={value}")
            if name == "src" and not address.startswith("data:image/"):
                self.found.append(f"{tag} {name}={value}")


def assert_harmless(text: str, page: Page, name: str) -> None:
    page.feed(text)
    assert page.found == [], name
    assert EVALUATED not in text, name
    assert not _INVISIBLE.search(text), name


def test_no_page_holds_markup_of_a_student(batch: Batch) -> None:
    for run in batch.runs:
        pages = sorted(run.out.rglob("*.html"))
        assert len(pages) > 2 * len(run.attacks)
        for path in pages:
            assert_harmless(path.read_text("utf-8"), Page(), path.name)


def test_no_page_for_a_person_holds_more_than_the_looks_of_a_notebook(batch: Batch) -> None:
    """Of the groups that aim at pages: a page with the whole notebook takes its time."""
    aiming = [attack.name for attack in all_attacks() if attack.group in ("reports", "intake")]
    for run in batch.runs:
        submissions = {run.attacks[name].submission for name in aiming if name in run.attacks}
        with OutFolder.existing(run.out) as out:
            marks = [one for one in out.store.marks_in_force() if one.submission in submissions]
            pages = feedback_of(out, marks)
        assert len(pages) == len(submissions)
        for person, page in pages.items():
            allowed = _HARMLESS_TAGS | _TAGS_OF_A_NOTEBOOK
            assert_harmless(page.decode(), Page(allowed), person)


@pytest.mark.parametrize(("name", "separator"), [("marks.csv", ","), ("marks-excel.csv", ";")])
def test_no_cell_of_a_table_is_a_formula(batch: Batch, name: str, separator: str) -> None:
    for run in batch.runs:
        with (run.out / name).open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file, delimiter=separator) for cell in row]
        assert not [cell for cell in cells if cell.lstrip(' "')[:1] in tuple("=+-@\t\r")]
        assert not [cell for cell in cells if _INVISIBLE.search(cell)]


def test_no_line_for_the_terminal_holds_a_sequence(batch: Batch) -> None:
    for run in batch.runs:
        shown = table(run.sheet, run.summary.results)
        lines = [cell for row in shown.rows for cell in row]
        lines += [x for line in todo(run.sheet, run.summary.results) for x in line.examples]
        assert lines
        assert not [line for line in lines if _INVISIBLE.search(line)]
