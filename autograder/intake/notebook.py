"""Bytes of a notebook or script → :class:`Notebook`, with strict shape checks and caps.

Only what grading needs is ever turned into objects: outputs, attachments and unknown fields
stay raw bytes, so that a small file cannot fill the memory by nesting. Old formats go through
``nbformat``.
"""

from typing import TypeVar, cast

import msgspec

from autograder.i18n import LANGUAGES, Text, text
from autograder.intake.contract import Cell, CellKind, Notebook, Refused, Stamp
from autograder.intake.encoding import decoded, well_formed
from autograder.intake.entry import MIB
from autograder.intake.legacy import forgiving, upgraded
from autograder.intake.names import display

CELLS = 2_000
SOURCE_MIB = 4
"""Source of all cells of a notebook together."""
LINES = 50_000
"""Lines of all cells of a notebook together."""
TAGS = 50
_FIELD_KIB = 64
"""A metadata field that is looked into."""
_EMPTY = (b"", b"null", b"[]", b"{}")

_Field = TypeVar("_Field")


class _Language(msgspec.Struct):
    """Of ``language_info`` (field ``name``) or ``kernelspec`` (field ``language``)."""

    name: str = ""
    language: str = ""


class _Stamp(msgspec.Struct):
    sheet: str
    version: str = ""


class _Metadata(msgspec.Struct):
    kernelspec: msgspec.Raw = msgspec.Raw()
    language_info: msgspec.Raw = msgspec.Raw()
    autograder: msgspec.Raw = msgspec.Raw()


class _CellMetadata(msgspec.Struct):
    tags: tuple[str, ...] = ()


class _Cell(msgspec.Struct, gc=False):
    cell_type: str
    source: msgspec.Raw = msgspec.Raw(b'""')
    metadata: msgspec.Raw = msgspec.Raw()
    outputs: msgspec.Raw = msgspec.Raw()
    attachments: msgspec.Raw = msgspec.Raw()


class _File(msgspec.Struct):
    nbformat: int
    cells: list[_Cell] | None = None
    metadata: _Metadata | None = None


def read_notebook(content: bytes, name: str) -> Notebook:
    """Read an ``.ipynb`` of any format up to 4.x; raises :class:`Refused`."""
    if not content.strip():
        raise Refused(
            text(
                "„{name}“ ist leer (0 Byte Inhalt). Bitte speichern Sie das Notebook und geben "
                "Sie es noch einmal ab.",
                name=display(name),
            )
        )
    file = _parsed(decoded(content, name), name)
    cells = file.cells or []
    if len(cells) > CELLS or sum(len(bytes(cell.source)) for cell in cells) > SOURCE_MIB * MIB:
        raise _too_much(name)
    metadata = file.metadata or _Metadata()
    _require_python(metadata, name)
    read = tuple(_cell(cell, index, name) for index, cell in enumerate(cells, 1))
    return _bounded(Notebook(name, read, _stamp(metadata.autograder)))


def read_script(content: bytes, name: str) -> Notebook:
    """Read a ``.py`` as a notebook of one code cell; raises :class:`Refused`."""
    source = decoded(content, name)
    if len(content) > SOURCE_MIB * MIB:
        raise _too_much(name)
    return _bounded(Notebook(name, (Cell("code", source),)))


def _bounded(notebook: Notebook) -> Notebook:
    if sum(cell.source.count("\n") for cell in notebook.cells) > LINES:
        raise _too_much(notebook.name)
    return notebook


def _parsed(json_text: str, name: str) -> _File:
    if json_text.count('"cell_type"') > 10 * CELLS:  # outputs may hold some of other notebooks
        raise _too_much(name)
    try:
        try:
            file = _decode(json_text.encode("utf-8"))
        except (msgspec.DecodeError, UnicodeEncodeError) as error:
            if isinstance(error, msgspec.ValidationError):
                raise
            file = _decode(forgiving(json_text, name))
        if 0 < file.nbformat < 4:
            file = _decode(upgraded(json_text, file.nbformat, name))
    except msgspec.ValidationError as error:
        raise _not_a_notebook(name, str(error)) from error
    except (ValueError, RecursionError) as error:  # of both JSON readers
        raise _broken(name, str(error)) from error
    if file.nbformat != 4 or file.cells is None:
        raise _not_a_notebook(name, f"nbformat {file.nbformat}"[:40])
    return file


def _decode(content: bytes) -> _File:
    return msgspec.json.decode(content, type=_File)


def _cell(cell: _Cell, number: int, name: str) -> Cell:
    if cell.cell_type not in ("code", "markdown", "raw"):
        raise _bad_cell(name, number, text("eine unbekannte Zellart"))
    try:
        source = msgspec.json.decode(cell.source, type=str | list[str])
    except msgspec.DecodeError as error:
        wrong = text("ein Feld „source“, das weder Text noch eine Liste von Texten ist")
        raise _bad_cell(name, number, wrong) from error
    return Cell(
        kind=cast(CellKind, cell.cell_type),
        source=well_formed(source if isinstance(source, str) else "".join(source)),
        tags=_tags(cell.metadata),
        has_outputs=_filled(cell.outputs),
        has_attachments=_filled(cell.attachments),
    )


def _field(raw: msgspec.Raw, kind: type[_Field]) -> _Field | None:
    """A metadata field, or None where it is missing, huge or not of this shape."""
    content = bytes(raw)
    if not content or len(content) > _FIELD_KIB * 1024:
        return None
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, RecursionError):
        return None


def _tags(raw: msgspec.Raw) -> tuple[str, ...]:
    metadata = _field(raw, _CellMetadata)
    return metadata.tags[:TAGS] if metadata else ()


def _filled(raw: msgspec.Raw) -> bool:
    content = bytes(raw)
    return len(content) > 64 or b"".join(content.split()) not in _EMPTY


def _stamp(raw: msgspec.Raw) -> Stamp | None:
    stamp = _field(raw, _Stamp)
    return Stamp(display(stamp.sheet), display(stamp.version)) if stamp else None


def _require_python(metadata: _Metadata, name: str) -> None:
    """What a kernel wrote about itself counts before what the file asks for."""
    kernel = _field(metadata.language_info, _Language)
    asked = _field(metadata.kernelspec, _Language)
    language = (kernel.name if kernel else "") or (asked.language if asked else "")
    if language and "python" not in language.casefold():
        raise Refused(
            text(
                "„{name}“ ist ein Notebook in der Sprache „{language}“; erwartet wird Python. "
                "Bitte geben Sie das ausgegebene Python-Notebook mit Ihren Antworten ab.",
                name=display(name),
                language=display(language),
            )
        )


def _too_much(name: str) -> Refused:
    return Refused(
        text(
            "„{name}“ hat mehr als {cells} Zellen, {lines} Zeilen oder {mib} MiB Quelltext und "
            "wurde nicht gelesen. Bitte löschen Sie, was nicht zur Lösung gehört.",
            name=display(name),
            cells=CELLS,
            lines=LINES,
            mib=SOURCE_MIB,
        )
    )


def _broken(name: str, detail: str) -> Refused:
    return Refused(
        text(
            "„{name}“ ist beschädigt: Der Inhalt ist kein lesbares JSON ({detail}). Bitte öffnen "
            "Sie das Notebook in Jupyter, speichern Sie es neu und geben Sie es noch einmal ab.",
            name=display(name),
            detail=display(detail),
        )
    )


def _not_a_notebook(name: str, detail: str) -> Refused:
    return Refused(
        text(
            "„{name}“ ist kein Jupyter-Notebook, das gelesen werden kann ({detail}). Bitte öffnen "
            "Sie es in Jupyter, speichern Sie es als .ipynb (Format 4) und geben Sie es noch "
            "einmal ab.",
            name=display(name),
            detail=display(detail),
        )
    )


def _bad_cell(name: str, number: int, wrong: Text) -> Refused:
    return Refused(
        Text(
            *(
                text(
                    "„{name}“ ist kein gültiges Notebook: Zelle {number} hat {wrong}. Bitte öffnen "
                    "Sie es in Jupyter, speichern Sie es neu und geben Sie es noch einmal ab.",
                    name=display(name),
                    number=number,
                    wrong=wrong[language],
                )[language]
                for language in LANGUAGES
            )
        )
    )
