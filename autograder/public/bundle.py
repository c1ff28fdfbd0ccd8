"""``autograder bundle SHEET --student``: what students get, in one zip.

The notebooks are those on disk, which must be fresh; tests and reader are exactly what the first
cell of the notebook unpacks.
"""

from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault
from autograder.i18n import Language
from autograder.otter_bridge.archive import zipped
from autograder.public.cell import published_files
from autograder.public.testfiles import tests_folder


def student_bundle(course: Course, sheet: Sheet, language: Language = "de") -> bytes:
    """The archive; the same bytes for the same notebooks.

    Raises :class:`UsageFault` when there is no published notebook, or none with a self-check.
    """
    folder = course.assignment(sheet.id)
    paths = [folder / f"{sheet.id}.ipynb", folder / f"{sheet.id}.en.ipynb"]
    notebooks = {path.name: path.read_bytes() for path in paths if path.is_file()}
    chosen = f"{sheet.id}.en.ipynb" if language == "en" else f"{sheet.id}.ipynb"
    if chosen not in notebooks:
        raise UsageFault(
            f"{folder / chosen} is missing. Write it with: autograder build {sheet.id}"
        )
    tests = published_files(notebooks[chosen].decode("utf-8"))
    if not tests:
        raise UsageFault(
            f"{folder / chosen} carries no public tests. Put a public.toml beside it and a code "
            "cell '{{ self_check }}' into the master (docs/sheet.md), then run: "
            f"autograder build {sheet.id}"
        )
    below = tests_folder(sheet.id)
    return zipped(
        {**notebooks, **{f"{below}/{name}": text.encode() for name, text in tests.items()}}
    )
