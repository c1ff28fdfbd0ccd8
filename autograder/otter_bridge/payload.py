"""What a bundle carries beside otter's own files: the course and this package, in one archive.

otter copies ``source/tests`` and ``source/files`` beside the submission, so no secret may lie
there. ``otter grade`` builds its image from named files only; ``requirements.*`` is the one
pattern among them that leaves room for ours.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault
from autograder.otter_bridge.archive import zipped
from autograder.otter_bridge.wheel import wheel

NAME = "requirements.autograder.zip"
"""File name in the root of a bundle."""
COURSE = "course"
WHEEL = "wheel"
_PUBLISHED = ("sheet.toml", "*.ipynb", "published/*.ipynb")


def payload(course: Course, sheet: Sheet) -> bytes:
    """The archive: ``course/…`` and ``wheel/….whl``; deterministic."""
    name, content = wheel()
    files = {f"{COURSE}/{path}": data for path, data in course_files(course, sheet).items()}
    return zipped({**files, f"{WHEEL}/{name}": content})


def course_files(course: Course, sheet: Sheet) -> dict[str, bytes]:
    """What grading one sheet needs of a course: path below its root → content.

    Of other sheets the published notebooks are taken too: a submission of the wrong sheet is
    recognised by them. Nothing of ``reference/`` is.
    """
    paths = {*_published(course), *_hidden(course, sheet)}
    return {path.relative_to(course.root).as_posix(): path.read_bytes() for path in paths}


def unpack_course(source: Path, target: Path) -> Course:
    """Unpack the course of the bundle in ``source`` to the new folder ``target``.

    Raises :class:`UsageFault` when the bundle carries none.
    """
    try:
        with zipfile.ZipFile(source / NAME) as archive:
            target.mkdir(mode=0o700)
            members = [name for name in archive.namelist() if name.startswith(f"{COURSE}/")]
            archive.extractall(target, members)
    except (OSError, zipfile.BadZipFile) as error:
        raise UsageFault(
            f"{source / NAME} cannot be read ({error}). Make the bundle again with: "
            "autograder bundle SHEET --gradescope"
        ) from error
    return Course(target / COURSE)


def _published(course: Course) -> Iterator[Path]:
    for sheet in course.sheets():
        for pattern in _PUBLISHED:
            yield from course.assignment(sheet).glob(pattern)


def _hidden(course: Course, sheet: Sheet) -> Iterator[Path]:
    folder = course.checks(sheet.id)
    if not folder.is_dir():
        raise UsageFault(f"There are no hidden checks at {folder}; otter would have no outcome.")
    for path in folder.rglob("*"):
        pieces = path.relative_to(folder).parts
        if path.is_file() and not any(one == "__pycache__" or one[0] == "." for one in pieces):
            yield path
