# /// attack
# tries = "pastes megabytes into cells, outputs and metadata"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Only what is graded is ever turned into objects."""

import json
from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook


def hand_in(target: Path) -> None:
    book = json.loads(notebook([code_cell(HONEST)]))
    cell = {"cell_type": "markdown", "source": "x", "metadata": {"tags": ["a" * 10**6] * 3}}
    cell["attachments"] = {"x.png": {"image/png": "A" * (6 << 20)}}
    book["cells"][0]["outputs"] = [{"output_type": "stream", "text": "y" * (6 << 20), "name": "z"}]
    book["cells"] += [cell]
    target.with_name(f"{target.name}.ipynb").write_text(json.dumps(book))
