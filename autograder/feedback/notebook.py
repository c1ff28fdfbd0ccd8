"""The student's own notebook on their page: as handed in, beside what the re-run showed.

nbconvert turns it into HTML in one pass; formulas are taken out before and come back
as MathML; everything is reduced to an allow-list afterwards.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath

from markupsafe import Markup
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from autograder.feedback.clean import clean
from autograder.feedback.formula import formula
from autograder.feedback.handed_in import Raw, joined, notebook, raw_cells, source_of
from autograder.feedback.marks import CUT, put_back, taken_out
from autograder.i18n import Language, text
from autograder.intake.mathspans import Span
from autograder.intake.template import key

MARKDOWN_KIB, CODE_KIB, HTML_KIB = 60, 100, 800
"""Of one notebook that are converted: each takes seconds of CPU where it is as large as this."""
BRACKETS = 2_000
"""Opened in one Markdown cell: the time to read them grows with the square of their number."""
PAGE_MIB = 12
"""HTML of one notebook; later cells are left out and that is said."""
_NO_SOURCE = re.compile(r'<div class="highlight"><pre><span></span>\s*</pre></div>')
"""What the converter leaves of a cell of which only the outputs are wanted."""
_CELL = Markup('<div class="nb-cell {}">{}</div>')
_PLAIN = Markup("<pre>{}</pre>")


def own_notebook(
    handed_in: bytes | None,
    rerun: bytes | None,
    files: Mapping[str, bytes],
    language: Language,
    name: str = "",
    published: Collection[str] = (),
) -> Markup:
    """The own cells with their outputs, hostile or broken as they may be; empty without any.

    ``files``: what lay beside it, by path; ``name``: the notebook's own path among them;
    ``published``: keys of the cells that everybody got, which are left out.
    """
    own, again = _own(raw_cells(handed_in), published), _own(raw_cells(rerun), published)
    shown = own or again
    if not shown:
        return Markup("")
    folder = str(PurePosixPath(name).parent) if name else ""
    made = notebook(shown, files, folder).cells
    second = notebook(again, {}).cells if own else []
    found: list[Span] = []
    fitting = made[: _affordable(made, second)]
    stages = [
        stage
        for number, cell in enumerate(fitting)
        for stage in _stages(cell, _same(shown, again, second, number), found)
    ]
    html = iter(_converted(stages))
    label = text("Ausgabe, wie abgegeben") if own else text("Ausgabe")
    pieces: list[Markup] = []
    size_bytes = 0
    for cell in fitting:
        source, outputs, rerun_outputs = next(html), next(html), next(html)
        if cell.cell_type == "code":
            both = (label, outputs), (text("Ausgabe bei der Bewertung"), rerun_outputs)
            piece = _code(source, [(one[language], shown) for one, shown in both if shown])
        else:
            piece = _CELL.format("nb-text", put_back(source, found, formula))
        size_bytes += len(piece)
        if size_bytes > PAGE_MIB << 20:
            break
        pieces.append(piece)
    if len(pieces) < len(made):
        pieces.append(
            _note(text("Weitere Zellen sind zu groß und werden nicht gezeigt.")[language])
        )
    return Markup("\n").join(pieces)


def _affordable(cells: Sequence[NotebookNode], again: Sequence[NotebookNode]) -> int:
    """How many of the cells, from the first one on, are converted."""
    markdown = code = html = 0
    for number, cell in enumerate(cells):
        if cell.cell_type == "code":
            code += len(cell.source)
            html += sum(map(_html_characters, (cell, *again[number : number + 1])))
        else:
            markdown += len(cell.source)
        if markdown > MARKDOWN_KIB << 10 or code > CODE_KIB << 10 or html > HTML_KIB << 10:
            return number
    return len(cells)


def _html_characters(cell: NotebookNode) -> int:
    """Of tables and the like; a picture is one element, however large."""
    found = [output.get("data", {}).get("text/html", "") for output in cell.get("outputs", ())]
    return sum(len(html) for html in found if html.count("<") > 1)


def _own(cells: Sequence[Raw], published: Collection[str]) -> list[Raw]:
    return [one for one in cells if key(joined(one.get("source"))) not in published]


def _same(
    own: Sequence[Raw], again: Sequence[Raw], second: Sequence[NotebookNode], number: int
) -> NotebookNode | None:
    """The re-run's cell of this place, if it is the same one."""
    if number >= len(second) or source_of(own[number]) != source_of(again[number]):
        return None
    return second[number]


def _stages(
    cell: NotebookNode, again: NotebookNode | None, found: list[Span]
) -> tuple[NotebookNode | None, ...]:
    """What is converted of a cell: its source, its outputs, those of the re-run."""
    if cell.cell_type != "code":
        source = taken_out(cell.source, found)
        if source.count("[") > BRACKETS:
            source = source.replace("[", "&#91;")
        return NotebookNode(cell, source=source), None, None
    return NotebookNode(cell, outputs=[]), _outputs(cell), _outputs(again)


def _outputs(cell: NotebookNode | None) -> NotebookNode | None:
    if cell is None or not cell.get("outputs"):
        return None
    return NotebookNode(cell, source="", transient={"remove_source": True})


def _converted(stages: Sequence[NotebookNode | None]) -> list[Markup]:
    """Each stage as harmless HTML, in one pass; as plain text where the converter fails."""
    cells = [cell for stage in stages for cell in (stage, _cut()) if cell is not None]
    whole = NotebookNode(nbformat=4, nbformat_minor=4, metadata=NotebookNode(), cells=cells)
    try:
        html, _ = _exporter().from_notebook_node(whole)
    except Exception:  # whatever hostile text makes Markdown, Pygments or a template raise
        html = ""
    pieces = html.split(CUT)[:-1]
    if len(pieces) != len(stages):  # somebody found a way to write the mark
        return [_PLAIN.format(stage.source) if stage else Markup("") for stage in stages]
    return [
        Markup(_NO_SOURCE.sub("", clean(piece))) if stage is not None else Markup("")  # noqa: S704
        for piece, stage in zip(pieces, stages, strict=True)
    ]


def _cut() -> NotebookNode:
    return NotebookNode(
        cell_type="raw", metadata=NotebookNode(raw_mimetype="text/html"), source=CUT
    )


def _code(source: Markup, outputs: Sequence[tuple[str, Markup]]) -> Markup:
    shown = Markup("").join(
        Markup('<div class="nb-output"><p class="nb-label">{}</p>{}</div>').format(label, html)
        for label, html in outputs
    )
    beside = Markup('<div class="nb-outputs">{}</div>').format(shown) if outputs else ""
    return _CELL.format("nb-code", source + beside)


@cache
def _exporter() -> HTMLExporter:
    """Prompts, anchors and scripts are left out; nothing is read from disk or the net."""
    exporter = HTMLExporter(
        template_name="basic",
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
        embed_images=False,
        sanitize_html=False,
    )
    exporter.register_filter("clean_html", _as_it_is)
    return exporter


def _as_it_is(html: str | bytes) -> str:
    """All is cleaned once at the end, by our own list and in a fraction of the time."""
    return html if isinstance(html, str) else html.decode("utf-8", "replace")


def _note(words: str) -> Markup:
    return Markup('<p class="quiet">{}</p>').format(words)
