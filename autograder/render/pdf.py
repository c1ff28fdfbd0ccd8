"""A page → PDF, by WeasyPrint in a process of its own with limits; needs the extra ``[pdf]``.

Pictures in the page are a student's: they are decoded there and not in this process. WeasyPrint
sets no MathML, so formulas stand in the PDF as they were written.
"""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from autograder.errors import GraderFault, UsageFault

TIMEOUT_SECONDS = 120
PDF_MIB = 64
_CHILD = Path(__file__).with_name("pdf_child.py")
_FORMULA = re.compile(
    r'<span class="formula" role="math" aria-label="([^"]*)">.*?</math></span>', re.DOTALL
)

_BAR = re.compile(r'<svg class="bar".*?</svg>', re.DOTALL)
"""WeasyPrint does not know the colours in it; the numbers stand beside it."""


class PrintFault(GraderFault):
    """A page could not be printed; the HTML page is still there."""


def require_printer() -> None:
    """Raises :class:`UsageFault` with the remedy where WeasyPrint is missing."""
    if find_spec("weasyprint") is None:
        raise UsageFault(
            "PDF needs WeasyPrint and Pango: pip install 'notebook-autograder[pdf]', and on "
            "Debian apt-get install libpango-1.0-0 libpangoft2-1.0-0."
        )


def pdf(html: str) -> bytes:
    """The page on A4. Nothing is fetched.

    Raises :class:`UsageFault` without WeasyPrint, :class:`PrintFault` where it fails.
    """
    require_printer()
    plain = _FORMULA.sub(r"<code>\1</code>", _BAR.sub("", html))
    try:
        done = subprocess.run(
            [sys.executable, "-E", "-s", "-P", str(_CHILD)],
            input=plain.encode("utf-8"),
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PrintFault(f"Printing took longer than {TIMEOUT_SECONDS} s.") from error
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise PrintFault(f"WeasyPrint failed: {lines[-1][:200] if lines else done.returncode}")
    if len(done.stdout) > PDF_MIB << 20:
        raise PrintFault(f"The PDF is larger than {PDF_MIB} MiB.")
    return done.stdout
