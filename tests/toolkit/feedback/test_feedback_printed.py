"""A page is printed behind the walls: formulas are set, nothing is fetched, bombs burst there."""

import base64
import http.server
import io
import threading
import zlib

import pytest
from feedback_notebooks import HOSTILE, PNG, code, display, ipynb, text

from autograder.commands.export import _printed
from autograder.errors import UsageFault
from autograder.feedback.formula import formula
from autograder.feedback.notebook import own_notebook
from autograder.i18n import Text
from autograder.render.record import Row, Section, as_page
from autograder.sandbox.printer import LIMITS, PrintFault, printer, require_printer
from autograder.sandbox.probe import STRONGEST_FIRST, probe

pytest.importorskip("weasyprint", reason="the extra [pdf] is not installed")
pypdf = pytest.importorskip("pypdf")


@pytest.fixture(scope="module", params=STRONGEST_FIRST)
def press(request):
    """A printer on each level that this machine offers."""
    if request.param not in probe().levels:
        pytest.skip(f"this machine has no level {request.param}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("autograder.sandbox.printer.best_level", lambda _: request.param)
        with printer() as made:
            yield made


def words(pdf):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_a_page_with_a_picture_and_a_formula_becomes_a_pdf(press):
    notebook = own_notebook(
        ipynb(text("Also $\\frac{a}{b}$ und so"), code("x", display(image_png=PNG))), None, {}, "de"
    )
    made = press.pdf(f"<!doctype html><title>x</title>{notebook}")
    assert "Also" in words(made)
    assert "frac" not in words(made)  # drawn, not its source


def test_a_formula_that_cannot_be_drawn_stands_as_its_source(press):
    broken = '<span class="formula" role="math" aria-label="a&lt;b"><math><mi></math></span>'
    assert "a<b" in words(press.pdf(broken))
    many = str(formula("x")) * 3
    assert words(press.pdf(f"<p>vor {many} nach")).split() == ["vor", "nach"]


def test_a_record_of_one_mark_is_printed(press):
    section = Section(Text("Abgegeben", "Handed in"), (Row(Text("Datei", "File"), "<b>ü.ipynb"),))
    made = words(press.pdf(as_page(Text("Blatt", "Sheet"), [section], "de")))
    assert "<b>ü.ipynb" in made


def test_nothing_outside_the_page_is_fetched(press, tmp_path):
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        secret = tmp_path / "secret.css"
        secret.write_text("p { color: red }", "utf-8")
        page = (
            f'<img src="{address}/i"><link rel=stylesheet href="{address}/c">'
            f'<link rel=stylesheet href="{secret.as_uri()}">'
            f"<style>@import '{address}/s'; p {{ background: url({address}/b) }}</style><p>x"
            f"{own_notebook(HOSTILE, HOSTILE, {}, 'de')}"
        )
        made = press.pdf(page)
        server.shutdown()
        thread.join()
    assert made.startswith(b"%PDF")
    assert asked == []


def bomb(side):
    """A small PNG that claims, and unpacks to, ``side`` × ``side`` pixels."""
    rows = zlib.compressobj(9)
    packed = b"".join(rows.compress(b"\0" * (1 + 3 * side)) for _ in range(side)) + rows.flush()

    def chunk(kind, data):
        check = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + check

    head = side.to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return f'<img src="data:image/png;base64,{base64.b64encode(png).decode()}">'.encode()


def test_a_bomb_costs_one_page_its_pdf_and_nobody_elses(monkeypatch):
    tight = type(LIMITS)(
        **{"call_seconds": 20, "submission_seconds": 20, "cpu_seconds": 15, "memory_mib": 150},
        **{"processes": 8, "frame_mib": 16},
    )
    monkeypatch.setattr("autograder.sandbox.printer.LIMITS", tight)
    evil, good = b"<p>evil" + bomb(9_000), b"<p>gut"
    made = _printed({"evil": evil, "anna": good, "bela": good}, lambda *_: None)
    assert made["anna"].startswith(b"%PDF")
    assert made["bela"] == made["anna"]
    assert made["evil"] == evil


def test_what_is_no_pdf_is_not_taken_for_one(press, monkeypatch):
    monkeypatch.setattr("autograder.sandbox.chore.Bench.call", lambda *_, **__: b"<html>")
    with pytest.raises(PrintFault, match="no PDF came back"):
        press.pdf("<p>x")


def test_without_walls_or_library_nothing_is_printed_unprotected(monkeypatch):
    monkeypatch.setattr("autograder.sandbox.printer.best_level", lambda _: None)
    with pytest.raises(UsageFault, match="autograder doctor"):
        require_printer()
    monkeypatch.setattr("autograder.sandbox.printer._NEEDED", ("gibt_es_nicht",))
    with pytest.raises(UsageFault, match="pip install"):
        require_printer()
