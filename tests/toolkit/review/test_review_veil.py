"""Our own sentences name nobody while names are hidden."""

from autograder.records.ledger import KeptFile, Version
from autograder.records.people import Person
from autograder.review.veil import names_in, veiled

VERSION = Version(
    "muster-anna",
    ("Anna Muster",),
    (Person("17", "Anna Muster", "anna@example.org"),),
    "c",
    (KeptFile("Muster_Anna/blatt9 (1).ipynb"), KeptFile("x.pdf")),
)


def test_names_files_and_addresses_go_and_the_sentence_stays():
    names = names_in("muster-anna", ("Anna Muster",), VERSION)
    said = "„Muster_Anna/blatt9 (1).ipynb“ von ANNA MUSTER (anna@example.org): 17 Zellen, x.pdf."
    assert veiled(said, names) == "„…“ von … (…): 17 Zellen, …."


def test_short_names_take_nothing_out_of_words():
    version = Version("ab", ("Li",), (Person("x", "Li"),), "c", (KeptFile("a.b"),))
    assert veiled("alle Zellen", names_in("ab", ("Li",), version)) == "alle Zellen"
    assert veiled("alle Zellen", []) == "alle Zellen"
