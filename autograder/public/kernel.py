"""Runs a notebook in an ordinary Jupyter kernel of this Python: no walls, the user's own rights."""

import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.course.sheet import HELPER_TAG
from autograder.errors import UsageFault
from autograder.i18n import Text, text
from autograder.selfcheck.check import Report
from autograder.selfcheck.finding import written_answers

MIME = "application/vnd.autograder.reports+json"

_BEFORE = """\
from autograder.inside import substitutes as _quiet
_quiet.install_modules()
_quiet.register_magics(get_ipython())
import otter as _otter
grader = _otter.Notebook()
del _quiet, _otter
"""
"""Installers, Colab and otter do nothing, as when the notebook is graded."""
_AFTER = """\
def _reports(table, written):
    import dataclasses, json
    from IPython.display import display
    from autograder.selfcheck.check import check_all
    reports = check_all(json.loads(table)["parts"], globals(), json.loads(written))
    display({{{mime!r}: json.dumps([dataclasses.asdict(one) for one in reports])}}, raw=True)
_reports({table!r}, {written!r})
"""


@dataclass(frozen=True)
class Checked:
    """What became of a notebook."""

    reports: tuple[Report, ...]
    cells: tuple[Text, ...] = field(default=())
    """Cells that did not run to their end."""


def check_notebook(path: Path, table: Mapping[str, Any], seconds: float) -> Checked:
    """Run all cells of ``path`` in its own folder, at most ``seconds`` each, then the form tests.

    Raises :class:`UsageFault` when the file is no notebook or Jupyter is not installed.
    """
    nbformat, nbclient = _jupyter()
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:  # whatever a broken file makes the library raise
        raise UsageFault(f"{path} cannot be read as a notebook ({error}).") from error
    wanted = [
        cell
        for cell in notebook.cells
        if cell.cell_type == "code" and HELPER_TAG not in cell.metadata.get("tags", ())
    ]
    after = _AFTER.format(
        mime=MIME, table=json.dumps(table), written=json.dumps(written_answers(path))
    )
    new_cell = nbformat.v4.new_code_cell
    notebook.cells = [new_cell(_BEFORE), *wanted, new_cell(after)]
    with tempfile.TemporaryDirectory(prefix="autograder-kernel-") as folder:
        stopped = _executed(nbclient, notebook, path, seconds, Path(folder))
    cells = _unfinished(notebook.cells[1:-1])
    return Checked(_reports(notebook.cells[-1]), (*cells, *stopped))


def _jupyter() -> tuple[Any, Any]:
    try:
        import ipykernel
        import nbclient
        import nbformat
    except ImportError as error:
        raise UsageFault(
            f"Checking a notebook needs {error.name}, which is not installed. Install it with: "
            'pip install "notebook-autograder[check]"'
        ) from error
    del ipykernel
    return nbformat, nbclient


def _executed(
    nbclient: Any, notebook: Any, path: Path, seconds: float, folder: Path
) -> tuple[Text, ...]:
    """Run the notebook in a kernel of this very Python; what stopped it, if anything did."""
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    (folder / "own").mkdir()
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": [*argv, "--log-level=ERROR"], "display_name": "own", "language": "python"}
    (folder / "own" / "kernel.json").write_text(json.dumps(spec), "utf-8")
    specs = KernelSpecManager(kernel_dirs=[str(folder)], ensure_native_kernel=False)
    client = nbclient.NotebookClient(
        notebook,
        km=AsyncKernelManager(kernel_name="own", kernel_spec_manager=specs),
        timeout=seconds,
        interrupt_on_timeout=True,
        allow_errors=True,
        resources={"metadata": {"path": str(path.resolve().parent)}},
    )
    try:
        client.execute()
    except nbclient.exceptions.DeadKernelError:
        return (text("Der Kernel ist abgestürzt; nach dieser Zelle lief nichts mehr."),)
    except nbclient.exceptions.CellTimeoutError:
        return (text("Eine Zelle ließ sich nicht unterbrechen; nach ihr lief nichts mehr."),)
    return ()


def _unfinished(cells: list[Any]) -> list[Text]:
    """Own cells that raised, with the first line of each."""
    told = []
    for cell in cells:
        errors = [output for output in cell.outputs if output.output_type == "error"]
        if errors:
            lines = cell.source.strip().splitlines() or [""]
            told.append(
                text(
                    "Die Zelle, die mit „{line}“ beginnt, bricht ab mit {error}: {message}",
                    line=lines[0][:80],
                    error=errors[0].ename,
                    message=" ".join(errors[0].evalue.split())[:200],
                )
            )
    return told


def _reports(cell: Any) -> tuple[Report, ...]:
    """The reports that the last cell displayed; none where it was never reached."""
    for output in cell.outputs:
        data = output.get("data", {})
        if MIME in data:
            found = data[MIME]
            return tuple(map(_report, json.loads(found) if isinstance(found, str) else found))
    return ()


def _report(data: Mapping[str, Any]) -> Report:
    lists = {
        name: tuple(Text(one["de"], one["en"]) for one in data[name])
        for name in ("problems", "notes", "hints")
    }
    return Report(data["task"], **lists)
