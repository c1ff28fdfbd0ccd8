"""Which packages a grading image needs, in the versions that the bundle was made with.

Two versions of numpy or torch may print, round or draw differently; points must not depend on
where a submission is graded.
"""

import re
from collections.abc import Iterable
from importlib import metadata

from autograder.course.sheet import Sheet
from autograder.errors import UsageFault
from autograder.otter_bridge.wheel import installation

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_CPU_BUILD = "+cpu"
_CPU_INDEX = "--extra-index-url https://download.pytorch.org/whl/cpu"


def pinned(sheet: Sheet) -> list[str]:
    """Lines for pip, ``name==version``: what grading needs and what the sheet preloads.

    The CPU build of torch stays one; it saves the image gigabytes. Raises :class:`UsageFault`
    when something is missing here: its version is not known.
    """
    names = {*_own_requirements(), *_preloaded(sheet)}
    lines = sorted(f"{name}=={_version(name)}" for name in names)
    return [_CPU_INDEX, *lines] if any(one.endswith(_CPU_BUILD) for one in lines) else lines


def _own_requirements() -> Iterable[str]:
    for line in installation().requires or ():
        found = _NAME.match(line)
        if found and "extra ==" not in line:
            yield _normal(found[0])


def _preloaded(sheet: Sheet) -> Iterable[str]:
    """The distributions behind the preloaded modules: ``matplotlib.pyplot`` → ``matplotlib``."""
    known = metadata.packages_distributions()
    for module in sheet.preload:
        package = module.split(".", maxsplit=1)[0]
        if package not in known:
            raise UsageFault(
                f"The sheet {sheet.id} preloads {package}, which is not installed here, so the "
                f"bundle cannot say which version to use. Install it first: pip install {package}"
            )
        yield _normal(known[package][0])


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _version(name: str) -> str:
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError as error:
        raise UsageFault(
            f"{name} is not installed here, although grading needs it. Install it: "
            f"pip install {name}"
        ) from error
    public, _, local = version.partition("+")
    return version if f"+{local}" == _CPU_BUILD else public
