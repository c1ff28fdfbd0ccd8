"""Paths on the command line → one :class:`Found` per submission, without reading content.

What lies directly in PATH (a folder, or a zip that acts like one):

- each notebook or script is one submission; a PDF or picture with the same name before the dot
  belongs to it, any other PDF or picture is a submission of its own;
- each subfolder or zip is one person's submission, with everything in it;
- other files (data, texts) are for all submissions of the first kind to read;
- a lone notebook, with no zip beside it and no subfolder but such with data and texts, makes
  PATH one person's folder: everything beside the notebook belongs to it. The submission is
  called after the folder where several paths are given (``abgaben/*``), or where the notebook
  has the name of the published one.

A path to a single file is a submission without siblings. A zip whose only content is one
folder acts like that folder where this folder is called like the zip or holds several
notebooks, archives or folders with notebooks. Links are never followed, not even in PATH.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.errors import UsageFault
from autograder.intake.contract import Found, Refused
from autograder.intake.grouping import Draft, group
from autograder.intake.kinds import Kind
from autograder.intake.names import display, unique_slug
from autograder.intake.nodes import folder_nodes, node_of, zip_nodes


def discover(paths: Sequence[Path], published: Collection[str] = ()) -> list[Found]:
    """Find the submissions in ``paths``, in their order, then by name.

    ``published`` are names (without ending) of published notebooks: they say nothing about
    who handed in. Raises :class:`UsageFault` for a path that does not exist and where there is
    nothing at all; whatever is wrong with a single submission, ``open`` says on that one.
    """
    alone = len(paths) == 1
    drafts = [draft for path in paths for draft in _drafts(path, published, alone)]
    if not drafts:
        raise UsageFault(
            f"No submission found in {', '.join(str(path) for path in paths) or 'no path'}. "
            "Expected notebooks (.ipynb), a folder with one notebook or one subfolder per "
            "person, or a .zip of such a folder."
        )
    taken: set[str] = set()
    return [
        Found(unique_slug(draft.name, taken), (display(draft.name),), draft.sources)
        for draft in _once(drafts)
    ]


def _drafts(path: Path, published: Collection[str], alone: bool) -> list[Draft]:
    if not path.exists() and not path.is_symlink():
        raise UsageFault(f"{path} does not exist. Name a notebook, a folder or a .zip.")
    node = node_of(path)
    itself = Draft(node.stem, node.sources)
    if not node.folder and node.kind is not Kind.ARCHIVE:
        return [itself]
    try:
        level = folder_nodes(path) if node.folder else zip_nodes(path)
    except Refused as error:
        return [Draft(node.stem, (replace(node.sources[0], refused=error.text),))]
    # Beside other paths an empty folder is somebody's empty submission, not wrong use.
    return group(level, node.stem, published, alone) or ([] if alone else [itself])


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """Each file once, although a folder and a file in it may both have been named."""
    seen: set[tuple[Path, int | None]] = set()
    kept = []
    for draft in drafts:
        own = {(one.path.absolute(), one.member) for one in draft.sources if not one.shared}
        if not own <= seen:
            kept.append(draft)
        seen |= own
    return kept
