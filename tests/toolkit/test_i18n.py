"""Whatever people read exists in German and in English."""

import ast
import string

import pytest
from babel.messages.pofile import read_po
from i18n_sentences import PACKAGE, Module, hidden, sentences

from autograder.i18n import text
from autograder.records import model

CATALOG = PACKAGE / "locale" / "en" / "autograder.po"


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.fixture(scope="module")
def english() -> dict[str, str]:
    with CATALOG.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file, locale="en") if one.id}


def test_no_sentence_is_put_together_before_it_is_translated():
    wrong = hidden()
    assert not wrong, "text() wants a literal or a constant: " + ", ".join(wrong)


def test_every_sentence_has_an_english_translation(english):
    missing = [f"{one.where}: {one.german}" for one in sentences() if not english.get(one.german)]
    assert not missing, "no translation in autograder.po for\n" + "\n".join(missing)


def test_placeholders_agree_between_both_languages(english):
    wrong = [
        f"{german}\n    {english[german]}"
        for german in sorted({one.german for one in sentences()} & english.keys())
        if placeholders(german) != placeholders(english[german])
    ]
    assert not wrong, "placeholders differ in\n" + "\n".join(wrong)


def test_every_placeholder_gets_a_value():
    wrong = [
        f"{one.where}: {one.german}"
        for one in sentences()
        if one.given and placeholders(one.german) != one.given
    ]
    assert not wrong, "placeholders and values differ in\n" + "\n".join(wrong)


def test_the_catalog_translates_each_sentence_once():
    lines = CATALOG.read_text("utf-8").splitlines()
    ids = [line for line in lines if line.startswith("msgid ") and line != 'msgid ""']
    assert sorted({one for one in ids if ids.count(one) > 1}) == []


def test_labels_are_read_in_both_languages():
    label = model.Outcome.NO_WORKING.label
    assert (label.de, label.en) == ("Rechenweg fehlt", "working is missing")
    assert text("Fassung {version}", version="{x}").en == "version {x}"


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ('text("Eins " "zwei {n}", n=1)', ["Eins zwei {n}"]),
        ("text(ONE)", ["Eins"]),
        ("text(ONE if x else TWO)", ["Eins", "Zwei"]),
        ("text(TABLE[x])", ["Drei", "Vier"]),
        ("text(MISSING)", []),
        ('text(f"Eins {x}")', []),
        ('text("Eins " + x)', []),
        ('text("Eins {}".format(x))', []),
        ("text(x)", []),
    ],
)
def test_the_finder_reads_what_it_says_it_reads(call, found):
    source = "from autograder.i18n import text\nONE = 'Eins'\nTWO = 'Zwei'\n"
    source += f"TABLE = {{'key': ('Drei', 'Vier')}}\ndef f(x):\n    return {call}\n"
    module = Module(ast.parse(source))
    ((made, function),) = module.calls
    assert module.read(made.args[0], function) == found
