"""Hidden check of Lehreinheit 10, part 0: three different categories in a written list."""

from autograder.categories.reading import proposals, spelling
from autograder.checks import Verdict, task, text, wrong
from autograder.records.model import Evidence, Outcome

WANTED = 3


@task("0")
def test_three_different_categories(student):
    """Es sind drei verschiedene Kategorien."""
    written = student.located.get("0")
    if written is None or not written.written:
        raise Verdict(
            Outcome.NOT_FOUND,
            text("In der Antwortzelle steht kein Text. Gefragt ist eine Liste mit drei Punkten."),
        )
    found = proposals(written.written)
    different = {spelling(one) for one in found}
    evidence = Evidence(found=" | ".join(found)[:300], expected=f"{WANTED} different ones")
    if len(different) >= WANTED:
        return
    if len(different) < len(found):
        wrong(
            text("Ein Vorschlag steht doppelt da. Gefragt sind drei verschiedene Kategorien."),
            evidence,
        )
    wrong(
        text(
            "Gefragt sind drei Kategorien, eine pro Zeile. Gefunden: {count}.",
            count=len(found),
        ),
        evidence,
    )
