"""What became of the cells of a notebook, in sentences for their author."""

from collections.abc import Iterable

from autograder.i18n import Language, Text, text
from autograder.records.model import CellOutcome, CellReport
from autograder.render import safe, words

MAX_ERROR_CHARS = 300
MAX_LINE_NUMBER = 1_000_000
"""Line numbers come from inside; others are not shown."""
_CUT_BECAUSE = {
    "memory": "Zelle {n} brauchte mehr Speicher als erlaubt. Das Notebook wurde noch einmal "
    "ausgeführt, von dieser Zelle nur der Teil davor.",
    "processes": "Zelle {n} startete zu viele Prozesse oder Threads. Das Notebook wurde noch "
    "einmal ausgeführt, von dieser Zelle nur der Teil davor.",
    "time": "Zelle {n} lief länger als erlaubt und ließ sich nicht unterbrechen. Das Notebook "
    "wurde noch einmal ausgeführt, von dieser Zelle nur der Teil davor.",
    "cpu": "In Zelle {n} war die Prozessorzeit des ganzen Notebooks verbraucht. Es wurde noch "
    "einmal ausgeführt, von dieser Zelle nur der Teil davor.",
    "stopped": "Zelle {n} hat den Python-Prozess angehalten. Das Notebook wurde noch einmal "
    "ausgeführt, von dieser Zelle nur der Teil davor.",
    "nonsense": "In Zelle {n} hat das Notebook die Verbindung zur Bewertung gestört. Es wurde "
    "noch einmal ausgeführt, von dieser Zelle nur der Teil davor.",
}
"""By the cause that ``autograder.sandbox.run`` puts in the place of an error's name."""


def sentences(cells: Iterable[CellReport], language: Language) -> list[str]:
    """One sentence per cell that did not run to its end; none when all did."""
    return [sentence(cell, language) for cell in cells if cell.outcome is not CellOutcome.OK]


def sentence(cell: CellReport, language: Language) -> str:
    """What became of one cell; people count all cells from 1, the report from 0."""
    return _cell_text(cell, cell.index + 1, words.seconds(cell.seconds, language))[language]


def _cell_text(cell: CellReport, n: int, duration: str) -> Text:
    if cell.outcome is CellOutcome.INTERRUPTED:
        return text(
            "Zelle {n} wurde nach {seconds} unterbrochen, weil sie länger lief als erlaubt. Was "
            "vorher in ihr definiert wurde, gilt; prüfen Sie Schleifen, die nicht enden.",
            n=n,
            seconds=duration,
        )
    if cell.outcome is CellOutcome.CUT:
        return _cut_text(cell, n)
    if cell.outcome is CellOutcome.SKIPPED:
        return text(
            "Zelle {n} lief nicht mehr, weil die Rechenzeit der ganzen Abgabe verbraucht war. "
            "Prüfen Sie, welche Zelle davor so lange rechnet.",
            n=n,
        )
    if cell.outcome is CellOutcome.RAISED:
        return _raised_text(cell, n)
    return text("Zelle {n} lief ohne Fehler.", n=n)


def _cut_text(cell: CellReport, n: int) -> Text:
    line = _line(cell)
    if cell.error in _CUT_BECAUSE:
        return text(_CUT_BECAUSE[cell.error], n=n)
    if line is None:
        return text(
            "Zelle {n} hat den Python-Prozess beendet. Das Notebook wurde noch einmal "
            "ausgeführt, von dieser Zelle nur der Teil davor.",
            n=n,
        )
    return text(
        "Zelle {n} hat in Zeile {line} den Python-Prozess beendet. Das Notebook wurde noch "
        "einmal ausgeführt, von dieser Zelle nur der Teil vor Zeile {line}.",
        n=n,
        line=line,
    )


def _raised_text(cell: CellReport, n: int) -> Text:
    error = safe.line(cell.error or "Exception", MAX_ERROR_CHARS)
    line = _line(cell)
    if line is None:
        return text(
            "Zelle {n} brach mit einem Fehler ab: {error} – die Zellen danach liefen trotzdem.",
            n=n,
            error=error,
        )
    return text(
        "Zelle {n} brach in Zeile {line} mit einem Fehler ab: {error} – die Zellen danach liefen "
        "trotzdem.",
        n=n,
        line=line,
        error=error,
    )


def _line(cell: CellReport) -> int | None:
    known = cell.line is not None and 0 < cell.line <= MAX_LINE_NUMBER
    return cell.line if known else None
