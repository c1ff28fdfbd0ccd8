"""What ``otter_config.json`` of a bundle says: to otter, and through it to our plugin."""

from pathlib import Path
from typing import Any, Protocol

import msgspec

from autograder import __version__
from autograder.course.sheet import Sheet
from autograder.errors import UsageFault
from autograder.i18n import Language
from autograder.otter_bridge.preloading import named_in
from autograder.otter_bridge.wheel import fingerprint

PLUGIN = "autograder.otter_plugin.HiddenChecks"
"""Importable name under which otter finds the plugin."""
DEADLINE_SECONDS = 540.0
"""For grading one submission; less than the 600 s after which Gradescope ends a container, so
that it is us who stop, and without a score."""


class OtterConfig(Protocol):
    """What the plugin reads of otter's ``AutograderConfig``."""

    autograder_dir: str
    zips: bool
    """Whether otter has unpacked an archive in ``submission/``."""
    pdf: bool
    token: str | None
    grade_from_log: bool
    otter_run: bool
    """Whether ``otter run`` started this, outside of any container."""


class PluginConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The plugin's own part."""

    sheet: str
    version: str
    """Version of the package that made the bundle."""
    code: str
    """Its :func:`fingerprint`."""
    checks_need: tuple[str, ...]
    """Those of the sheet's preloaded modules of which its hidden checks speak."""
    language: Language = "de"
    deadline_seconds: float = DEADLINE_SECONDS


def otter_config(sheet: Sheet, checks: Path, language: Language) -> dict[str, Any]:
    """The whole file as JSON data; ``checks`` is the folder of the hidden checks.

    Results are visible to students once they are published; otter's summary of public tests is
    left out, because it would call an empty notebook's tests passed.
    """
    plugin = PluginConfig(
        *(sheet.id, __version__, fingerprint(), named_in(sheet.preload, checks), language)
    )
    return {
        "lang": "python",
        "show_hidden": True,
        "force_public_test_summary": False,
        "show_stdout": False,
        "plugins": [{PLUGIN: msgspec.to_builtins(plugin)}],
    }


def read_plugin_config(data: object) -> PluginConfig:
    """What otter hands to the plugin; raises :class:`UsageFault` where it does not fit."""
    try:
        config = msgspec.convert(data, PluginConfig)
    except msgspec.ValidationError as error:
        raise UsageFault(
            f"otter_config.json, plugin {PLUGIN}: {error}. If it was not changed by hand, the "
            "bundle is of another version. Make it again with: autograder bundle SHEET --gradescope"
        ) from error
    if config.code != fingerprint():
        raise UsageFault(
            f"The bundle was made with another autograder (version {config.version}) than the one "
            f"installed here ({__version__}), so its points could differ. Make it again with: "
            f"autograder bundle {config.sheet} --gradescope"
        )
    return config


def refuse_unsupported(config: OtterConfig) -> None:
    """Raise :class:`UsageFault` for settings under which otter needs the student's files.

    otter would write PDFs of an empty notebook, and 0 points for a log that is gone.
    """
    asked = {"pdf": config.pdf, "token": config.token, "grade_from_log": config.grade_from_log}
    if wrong := [name for name, value in asked.items() if value]:
        raise UsageFault(
            f"otter is asked for {', '.join(wrong)}, which needs the student's files in its own "
            "hands; the hidden checks keep them out. Turn it off in otter_config.json (otter "
            "grade: leave out --pdfs), and read written answers in the submissions themselves."
        )
