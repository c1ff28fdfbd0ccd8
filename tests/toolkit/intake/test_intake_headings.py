import pytest

from autograder.intake.headings import Heading, heading, lettered

KNOWN = [f"1{c}" for c in "abcde"] + [f"2{c}" for c in "abcdefg"] + ["3a", "3b", "3c"]


@pytest.mark.parametrize(
    ("line", "parts", "role"),
    [
        ("### Aufgabe 1b", ["1b"], "task"),
        ("### Aufgabe 1a (2 P)", ["1a"], "task"),
        ("### 1b", ["1b"], "task"),
        ("### 1b Erklärung", ["1b"], "task"),
        ("1 b)", ["1b"], "task"),
        ("1b) Weil", ["1b"], "task"),
        ("(1b) Weil", ["1b"], "task"),
        ("1(b)", ["1b"], "task"),
        ("1.b)", ["1b"], "task"),
        ("1b.", ["1b"], "task"),
        ("1b. Weil", ["1b"], "task"),
        ("**1b** Weil", ["1b"], "task"),
        ("**Aufgabe 1 (b)**", ["1b"], "task"),
        ("- 1b) Weil", ["1b"], "task"),
        ("Aufgabe1b:", ["1b"], "task"),
        ("## Task 1b", ["1b"], "task"),
        ("Exercise 1B", ["1b"], "task"),
        ("Zu 2c:", ["2c"], "task"),
        ("Antwort 1b", ["1b"], "answer"),
        ("### Answer 2b", ["2b"], "answer"),
        ("Lösung zu Aufgabe 2c:", ["2c"], "answer"),
        ("#### Antwort 2 b)", ["2b"], "answer"),
        ("### Rechenweg 2a", ["2a"], "working"),
        ("**Herleitung zu 2f:**", ["2f"], "working"),
        ("### Aufgabe 1a und 1b", ["1a", "1b"], "task"),
        ("### 1a/b", ["1a", "1b"], "task"),
        ("Aufgabe 2a-c", ["2a", "2b", "2c"], "task"),
        ("Aufgabe 2a bis 2c", ["2a", "2b", "2c"], "task"),
    ],
)
def test_a_part_is_announced(line, parts, role):
    assert heading(line, KNOWN) == Heading(tuple(parts), role)


@pytest.mark.parametrize(
    "line",
    [
        *("", "Weil", "Aufgabe 1a zeigt, dass das Produkt", "1e-3 ist klein", "# 2D-Plot"),
        *("2. e.g. this", "1. d. h. klein", "Zu 90 % stimmt das", "3. Wer eine Formel", "## 2 P"),
        *("2a, 2b, 2e, 2f, 3b and 3c ask for a formula.", "### Aufgabe 9z", "### Antwort Beispiel"),
        *("`aufgabe_3b` gibt das Paar zurück", "Für 2e bis 2g nehmen wir an", "Aufgabe 2 zeigt es"),
        *("1" * 500, "(" * 500, "#" * 100_000, "Aufgabe" + " " * 500 + "1b", "$1b$"),
    ],
)
def test_prose_and_lists_announce_nothing(line):
    assert heading(line, KNOWN) is None


def test_an_exercise_is_announced_with_all_its_parts():
    assert heading("## Aufgabe 3: Xavier (5 P)", KNOWN) == Heading(("3a", "3b", "3c"), "task", "3")
    assert heading("Exercise 3:", KNOWN) == Heading(("3a", "3b", "3c"), "task", "3")
    assert heading("## Aufgabe 4", KNOWN) is None


def test_a_letter_alone_is_read_below_an_exercise():
    assert lettered("(b) Weil", "1", KNOWN) == Heading(("1b",))
    assert lettered("**c)**", "3", KNOWN) == Heading(("3c",))
    assert lettered("z)", "1", KNOWN) is None
    assert lettered("bald", "1", KNOWN) is None


def test_an_exercise_of_one_part_without_a_letter_is_a_part():
    assert heading("## Aufgabe 0: Kunst", ["0", "1a"]) == Heading(("0",), "task", "0")


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("# Aufgabe 1b", ["1b"]),
        ("# Aufgabe 1b Vorwärtsrechnung", ["1b"]),
        ("# 1b)", ["1b"]),
        ("# 2d", ["2d"]),
    ],
)
def test_a_comment_in_code_may_announce_a_part(line, parts):
    assert heading(line, KNOWN, code=True) == Heading(tuple(parts))


@pytest.mark.parametrize("line", ["# 2d plot", "x = 2", "Aufgabe 1b", "# 1e-3", "# 2D-Plot"])
def test_other_code_announces_nothing(line):
    assert heading(line, KNOWN, code=True) is None
