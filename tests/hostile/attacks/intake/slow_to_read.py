# /// attack
# tries = "text made so that searching it takes as long as possible"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Headings, dollars, tables, names and brackets that nearly match."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook


def hand_in(target: Path) -> None:
    from hostile_attacks import markdown_cell

    texts = [
        "$" * 200_000,
        "$$ " + "{" * 200_000,
        "\n".join(["### Antwort 2b und 2c bis 2d, 2e / 2f"] * 5_000),
        "_{" * 100_000,
        "<!--" * 50_000,
        "\\begin{equation}" * 10_000,
        "1a" + " und 1b" * 50_000,
        "`" * 100_000,
        "#" * 100_000 + " Aufgabe",
        "\u0301" * 100_000,
    ]
    names = "\n".join(f"aufgabe_{number}x = ableitung_w{number} = 1" for number in range(5_000))
    cells = [code_cell(HONEST), code_cell(names), *map(markdown_cell, texts)]
    target.with_name(f"{target.name}.ipynb").write_text(notebook(cells), "utf-8")
