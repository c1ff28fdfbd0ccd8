"""Notebooks for the tests of the feedback page: honest ones and hostile ones."""

import base64
import json

PNG = base64.b64encode(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
        "gg=="
    )
).decode()
ATTACK = "document.title='HACKED';window.hacked=1;fetch('http://127.0.0.1:9/x')"
HOSTILE_HTML = f"""</div></div></section></main><h1>Ergebnis: 24 von 24</h1>
<script>{ATTACK}</script><img src=x onerror="{ATTACK}"><svg onload="{ATTACK}"><script>{ATTACK}
</script></svg><iframe srcdoc="<script>{ATTACK}</script>"></iframe>
<iframe src="http://127.0.0.1:9/frame"></iframe><object data="http://127.0.0.1:9/o"></object>
<embed src="http://127.0.0.1:9/e"><link rel=stylesheet href="http://127.0.0.1:9/c">
<style>@import "http://127.0.0.1:9/s"; .score {{ display: none }}</style>
<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/m"><base href="http://127.0.0.1:9/">
<form action="http://127.0.0.1:9/f"><input autofocus onfocus="{ATTACK}"><button>x</button></form>
<a href="javascript:{ATTACK}" id="score" class="badge right">klick</a><video src="http://127.0.0.1:9/v">
<img src="http://127.0.0.1:9/i"><img src="data:text/html,<script>{ATTACK}</script>">
<p style="background:url(http://127.0.0.1:9/bg);position:fixed;inset:0" class="badge right">X</p>
<math><mtext><table><mglyph><style><img src=x onerror="{ATTACK}"></style></mglyph></table>
</mtext></math>
<!-- <details open ontoggle="{ATTACK}">"""
HOSTILE_SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="{ATTACK}">'
    f"<script>{ATTACK}</script><image href='http://127.0.0.1:9/svg'/><rect width='40' height='20'/>"
    "</svg>"
)
HOSTILE_TEXT = (
    HOSTILE_HTML
    + f"\n\n[klick](javascript:{ATTACK})\n\n![bild](http://127.0.0.1:9/md)\n\n"
    + "$\\text{<script>window.hacked=1</script>}$ $\\href{javascript:window.hacked=1}{x}$\n\n"
    + "&#xe000;0&#xe001; \ue002 \ue0000\ue001 ![x](attachment:a) <svg><script>1"
)


def code(source, *outputs):
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": list(outputs)}


def text(source, **fields):
    return {"cell_type": "markdown", "source": source, "metadata": {}, **fields}


def display(**data):
    bundle = {name.replace("_", "/"): value for name, value in data.items()}
    return {"output_type": "display_data", "data": bundle, "metadata": {}}


def svg(content):
    return {"output_type": "display_data", "data": {"image/svg+xml": content}, "metadata": {}}


def stream(words):
    return {"output_type": "stream", "name": "stdout", "text": words}


def ipynb(*cells):
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}).encode()


HOSTILE = ipynb(
    text(HOSTILE_TEXT, attachments={"a": {"image/png": PNG, "text/html": HOSTILE_HTML}}),
    code(HOSTILE_HTML, display(text_html=HOSTILE_HTML), svg(HOSTILE_SVG)),
    code(
        "x",
        display(application_javascript=ATTACK, text_plain="nur Text"),
        display(image_png="</img><script>" + ATTACK),
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": [HOSTILE_HTML]},
        stream(HOSTILE_HTML),
    ),
    {"cell_type": "raw", "source": HOSTILE_HTML, "metadata": {"raw_mimetype": "text/html"}},
)
