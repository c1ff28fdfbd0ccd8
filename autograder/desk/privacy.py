"""What is held about one person, to hand over or to delete (GDPR, articles 15 and 17)."""

import shutil
from pathlib import Path
from typing import Any

import msgspec

from autograder.desk.marking import By
from autograder.errors import UsageFault
from autograder.export.atomic import write_atomically
from autograder.export.order import EXPORTS, SAID_FILE
from autograder.intake.snapshot import place_of
from autograder.out.folder import OutFolder
from autograder.out.pseudonyms import Pseudonyms
from autograder.out.views import FOLDERS
from autograder.records.people import Person
from autograder.render.safe import page_name

_PLACES = (*((folder, ".html") for folder in FOLDERS), ("rerun", ".ipynb"))
"""Folder and ending of what is written for each submission."""

_OF_A_COHORT = (EXPORTS, "categories.csv", "categories.html")
"""Written on request, about many people."""


def everything(out: OutFolder, person: Person) -> dict[str, Any]:
    """Plain values: the person, what they handed in, results, marks, decisions, what went out."""
    store = out.store
    mine = {
        version.submission: store.gradings.versions(version.submission)
        for version in store.gradings.newest_versions()
    }
    mine = {
        name: versions
        for name, versions in mine.items()
        if any(one.id == person.id for version in versions for one in version.people)
    }
    found = {
        "person": person,
        "versions": mine,
        "results": {name: store.gradings.history(name) for name in mine},
        "marks": [one for one in store.marks_in_force() if one.person.id == person.id],
        "decisions": [
            one
            for one in store.decisions.all()
            if one.person == person.id or (one.submission in mine and not one.person)
        ],
        "released": [one for one in store.decisions.released() if one.person == person.id],
    }
    plain: dict[str, Any] = msgspec.to_builtins(found)
    return plain


def hand_over(out: OutFolder, person: Person, into: Path) -> list[Path]:
    """A folder with all of it: ``person.json``, the files as handed in, the pages.

    Raises :class:`UsageFault` where the folder is not new or cannot be written.
    """
    held = everything(out, person)
    written = []
    try:
        into.mkdir(mode=0o700, parents=True)
        content = msgspec.json.format(msgspec.json.encode(held), indent=2)
        write_atomically(into / "person.json", content)
        written.append(into / "person.json")
        for name in held["versions"]:
            for version in out.store.gradings.versions(name):
                for number, one in enumerate(version.files):
                    if one.sha256:
                        source = out.handed_in / place_of(one.sha256)
                        suffix = Path(one.name).suffix[:10]
                        target = into / f"handed-in-{version.number}-{number}{suffix}"
                        written += _copied(source, target)
            for source in _written_for(out, name):
                written += _copied(source, into / f"{source.parent.name}-{source.name}")
    except OSError as error:
        raise UsageFault(f"{into} cannot be written: {error.strerror}.") from error
    return written


def forget(out: OutFolder, person: Person, by: By) -> tuple[str, ...]:
    """Delete it everywhere in OUT; returns the submissions that are gone or changed.

    Exports and lists for a whole cohort go as a whole: they can be written anew. What was
    written, copied or backed up elsewhere is not reached. Raises :class:`UsageFault` where such
    a file cannot be deleted; everything else is gone then.
    """
    erased = out.store.forget(person.id, by.author, by.reason)
    for name in erased.submissions:
        for path in _written_for(out, name):
            path.unlink(missing_ok=True)
    for sha256 in erased.files:
        (out.handed_in / place_of(sha256)).unlink(missing_ok=True)
        out.pictures.forget(sha256)
    Pseudonyms(out.path).forget(person.id)
    _without(out.path / SAID_FILE, person.id)
    out.renew()
    for name in _OF_A_COHORT:
        _remove(out.path / name)
    return erased.submissions


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise UsageFault(
            f"{path} cannot be deleted ({error.strerror}) and may name the person. Everything "
            "else is deleted; delete it by hand."
        ) from error


def _written_for(out: OutFolder, submission: str) -> list[Path]:
    """Exact names: what begins alike may be somebody else's."""
    stem = page_name(submission).removesuffix(".html")
    return [out.path / folder / f"{stem}{ending}" for folder, ending in _PLACES]


def _without(path: Path, person: str) -> None:
    try:
        said = msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, str]])
    except FileNotFoundError:
        return
    except (OSError, msgspec.DecodeError):
        path.unlink(missing_ok=True)  # unreadable, and it may name them
        return
    left = {system: {k: v for k, v in one.items() if k != person} for system, one in said.items()}
    write_atomically(path, msgspec.json.encode(left))


def _copied(source: Path, target: Path) -> list[Path]:
    if not source.is_file():
        return []
    shutil.copyfile(source, target)
    return [target]
