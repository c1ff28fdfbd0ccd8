import pytest

from autograder.records.model import CellOutcome, CellReport
from autograder.render import cells


@pytest.mark.parametrize(
    ("report", "beginning"),
    [
        (
            CellReport(4, CellOutcome.INTERRUPTED, seconds=10.02),
            "Zelle 5 wurde nach 10 s unterbrochen, weil sie länger lief als erlaubt.",
        ),
        (
            CellReport(0, CellOutcome.RAISED, "NameError: name 'npp' is not defined", 3),
            "Zelle 1 brach in Zeile 3 mit einem Fehler ab: NameError: name 'npp' is not defined –",
        ),
        (CellReport(0, CellOutcome.RAISED), "Zelle 1 brach mit einem Fehler ab: Exception –"),
        (CellReport(8, CellOutcome.CUT, line=7), "Zelle 9 hat in Zeile 7 den Python-Prozess"),
        (CellReport(8, CellOutcome.CUT), "Zelle 9 hat den Python-Prozess beendet."),
        (CellReport(8, CellOutcome.SKIPPED), "Zelle 9 lief nicht mehr"),
        (CellReport(8, CellOutcome.OK), "Zelle 9 lief ohne Fehler."),
    ],
)
def test_a_cell_is_told_in_words(report, beginning):
    assert cells.sentence(report, "de").startswith(beginning)
    assert cells.sentence(report, "en").startswith("Cell ")


def test_only_cells_that_did_not_run_to_their_end_are_told():
    reports = [CellReport(0, CellOutcome.OK), CellReport(2, CellOutcome.SKIPPED)]
    assert len(cells.sentences(reports, "de")) == 1


@pytest.mark.parametrize("line", [-1, 0, 10**9, 10**5000], ids=["below", "zero", "far", "huge"])
def test_an_impossible_line_number_from_inside_is_not_shown(line):
    shown = cells.sentence(CellReport(0, CellOutcome.RAISED, "E", line), "de")
    assert shown.startswith("Zelle 1 brach mit einem Fehler ab: E –")


def test_a_hostile_error_message_stays_one_short_line():
    error = "E: \x1b[31m{n}\u202e\n" + "x" * 10_000
    shown = cells.sentence(CellReport(0, CellOutcome.RAISED, error, 1), "de")
    assert "{n}" in shown
    assert "\n" not in shown
    assert len(shown) < 500
