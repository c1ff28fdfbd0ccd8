# /// attack
# tries = "a notebook whose fields are of other types than they should be"
# total = 2
# [parts]
# 2d = "right"
# ///

"""Cells as a map, sources as numbers, versions as texts."""

import json
from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook


def hand_in(target: Path) -> None:
    target.mkdir()
    cell = code_cell(HONEST)
    shapes = (
        {"nbformat": 4, "cells": {"a": cell}},
        {"nbformat": "4", "cells": [cell]},
        {"nbformat": 4, "cells": [{**cell, "source": 5}]},
        {"nbformat": 4, "cells": [{**cell, "cell_type": "evil"}]},
        {"nbformat": 99, "cells": [cell]},
        {"nbformat": -1, "worksheets": [[]]},
        {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": {"x": 1}}]}]},
        [cell],
        "notebook",
    )
    for number, shape in enumerate(shapes):
        (target / f"{number}.ipynb").write_text(json.dumps(shape))
    (target / "z.ipynb").write_text(notebook([cell]))
