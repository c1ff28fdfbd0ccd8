"""Attacks as files: a percent script, or a program that builds a submission, with its header.

The header is a comment block in the form of PEP 723 that holds TOML::

    # /// attack
    # tries = "what it does"
    # total = 2
    # [parts]
    # 2d = "right"
    # 1a = ["crashed", "not_found"]
    # ///

``total`` are the points that the honest part earns and no more; ``parts`` the outcome words of
the parts that matter (one of several where chance decides), and a part without a mention has no
point. ``cells`` are outcomes of which some cell must have one. ``waits = true`` marks what ends at
a limit of time; it is graded with short ones. ``sheet`` names the sheet that is attacked where it
is not Blatt 9. Names of the form ``@TCP_PORT@`` are replaced by what the runner has prepared for
this run. A cell that several attacks need stands once in ``shared/NAME.py`` and is called for by
``# %% shared NAME``.

A program defines ``hand_in(target)``. What it writes must keep the name of ``target`` in its own.
"""

import importlib.util
import json
import re
import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HONEST = "def aufgabe_2d(W, x, grad_y):\n    return W.T @ grad_y\n"
"""The honest part of most attacks, worth 2 points."""
FOLDER = Path(__file__).parent / "attacks"
SHARED = Path(__file__).parent / "shared"
_HEADER = re.compile(r"^# /// attack\n((?:#.*\n)+?)# ///\n", re.MULTILINE)
_PLACEHOLDER = re.compile(r"@([A-Z_]+)@")


@dataclass(frozen=True)
class Attack:
    """One file below ``attacks/GROUP/``."""

    path: Path
    tries: str
    total: float
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cells: tuple[str, ...] = ()
    waits: bool = False
    sheet: str = "blatt09"

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def group(self) -> str:
        return self.path.parent.name

    def hand_in(self, target: Path, prepared: Mapping[str, str]) -> None:
        """Write the submission as ``target.ipynb``, or as what its program builds there."""
        source = self.path.read_text("utf-8")
        if "\ndef hand_in(" in source:
            spec = importlib.util.spec_from_file_location(f"hostile_{self.name}", self.path)
            assert spec is not None
            assert spec.loader is not None
            program = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(program)
            program.hand_in(target)
        else:
            filled = _PLACEHOLDER.sub(lambda found: prepared[found.group(1)], source)
            target.with_name(f"{target.name}.ipynb").write_text(as_notebook(filled), "utf-8")


def load(path: Path) -> Attack:
    """Read an attack's header; raises :class:`ValueError` where it has none."""
    found = _HEADER.search(path.read_text("utf-8"))
    if found is None:
        raise ValueError(f"{path} has no header")
    header = tomllib.loads(re.sub(r"^# ?", "", found.group(1), flags=re.MULTILINE))
    parts = {
        part: (words,) if isinstance(words, str) else tuple(words)
        for part, words in header.pop("parts", {}).items()
    }
    cells = tuple(header.pop("cells", ()))
    return Attack(path, parts=parts, cells=cells, **header)


def all_attacks() -> list[Attack]:
    """Every attack, by group and name."""
    return [load(path) for path in sorted(FOLDER.glob("*/*.py"))]


def as_notebook(script: str) -> str:
    """A percent script as ``.ipynb``; what stands before the first ``# %%`` is no cell."""
    cells = []
    for block in re.split(r"^# %%", script, flags=re.MULTILINE)[1:]:
        kind, _, source = block.partition("\n")
        if kind.startswith(" shared "):
            shared = SHARED / f"{kind.removeprefix(' shared ')}.py"
            cells.append(code_cell(shared.read_text("utf-8").strip("\n")))
        elif "[markdown]" in kind:
            lines = [line.removeprefix("#").removeprefix(" ") for line in source.splitlines()]
            cells.append(markdown_cell("\n".join(lines).strip()))
        else:
            cells.append(code_cell(source.strip("\n")))
    return notebook(cells)


def code_cell(source: str) -> dict[str, object]:
    return {
        "cell_type": "code",
        "source": source,
        "metadata": {},
        "outputs": [],
        "execution_count": None,
    }


def markdown_cell(source: str) -> dict[str, object]:
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def notebook(cells: list[dict[str, object]], **metadata: object) -> str:
    """An nbformat 4 notebook as JSON."""
    return json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": metadata, "cells": cells})


def zipped(path: Path, files: Mapping[str, bytes]) -> None:
    """A zip archive with these members, however they are called."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
