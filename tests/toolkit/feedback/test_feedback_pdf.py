"""A page can be printed, and a hostile one asks for nothing while it is."""

import http.server
import threading

import pytest
from feedback_notebooks import HOSTILE, PNG, code, display, ipynb, text

from autograder.feedback.notebook import own_notebook
from autograder.render.pdf import PrintFault, pdf

pytest.importorskip("weasyprint", reason="the extra [pdf] is not installed")


def test_a_page_with_a_picture_and_a_formula_becomes_a_pdf():
    notebook = own_notebook(
        ipynb(text("$\\frac{a}{b}$"), code("x", display(image_png=PNG))), None, {}, "de"
    )
    assert pdf(f"<!doctype html><title>x</title>{notebook}").startswith(b"%PDF")


def test_nothing_outside_the_page_is_fetched(tmp_path):
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
        made = pdf(page)
        server.shutdown()
        thread.join()
    assert made.startswith(b"%PDF")
    assert asked == []


def test_what_cannot_be_printed_is_our_fault_and_told(monkeypatch):
    monkeypatch.setattr("autograder.render.pdf.TIMEOUT_SECONDS", 0.05)
    with pytest.raises(PrintFault, match=r"longer than 0.05 s"):
        pdf("<p>x")
