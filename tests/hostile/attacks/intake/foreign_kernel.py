# /// attack
# tries = "asks for another kernel, by its name and its metadata"
# total = 2
# [parts]
# 2d = "right"
# ///

"""What a notebook asks for is not what runs it."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook


def hand_in(target: Path) -> None:
    metadata = {
        "kernelspec": {
            "name": "../../../tmp/hostile-was-here",
            "display_name": "<script>VERRAETER</script>",
            "language": "python",
            "argv": ["touch", "/tmp/hostile-was-here-argv"],
        },
        "language_info": {"name": "python", "codemirror_mode": {"x": "y" * 100_000}},
        "autograder": {"sheet": "blatt09", "version": {"a": 1}},
        "widgets": {"x": [[]] * 1000},
    }
    target.with_name(f"{target.name}.ipynb").write_text(notebook([code_cell(HONEST)], **metadata))
