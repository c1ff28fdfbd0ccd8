import json
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_files import ipynb

from autograder.intake import notebook as module
from autograder.intake.contract import Cell, Refused, Stamp
from autograder.intake.notebook import read_notebook, read_script


def refused(content, name="nb.ipynb"):
    with pytest.raises(Refused) as caught:
        read_notebook(content, name)
    assert caught.value.text.de
    return caught.value.text.de


def test_cells_keep_kind_source_and_tags_and_lose_their_outputs():
    read = read_notebook(
        ipynb(
            {
                "cell_type": "markdown",
                "source": ["# A\n", "b"],
                "metadata": {"tags": ["antwort-1b"]},
            },
            {"cell_type": "code", "source": "x = 1", "outputs": [{"output_type": "stream"}]},
            {"cell_type": "raw", "source": "", "metadata": {}},
        ),
        "nb.ipynb",
    )
    assert read.cells == (
        Cell("markdown", "# A\nb", ("antwort-1b",)),
        Cell("code", "x = 1", has_outputs=True),
        Cell("raw", ""),
    )


def test_missing_ids_metadata_and_source_are_tolerated():
    content = b'{"nbformat": 4, "cells": [{"cell_type": "code"}]}'
    assert read_notebook(content, "nb.ipynb").cells == (Cell("code", ""),)


def test_a_pasted_picture_is_noticed():
    cell = {"cell_type": "markdown", "source": "", "attachments": {"a.png": {"image/png": "AAAA"}}}
    empty = {"cell_type": "markdown", "source": "", "attachments": {}}
    one, other = read_notebook(ipynb(cell, empty), "nb.ipynb").cells
    assert one.has_attachments
    assert not other.has_attachments


def test_the_version_stamp_is_read():
    stamp = {"autograder": {"sheet": "blatt09", "version": "2026.1"}}
    assert read_notebook(ipynb(metadata=stamp), "nb").stamp == Stamp("blatt09", "2026.1")


@pytest.mark.parametrize("stamp", [None, 3, [], {}, {"sheet": 3}, {"sheet": "x", "version": {}}])
def test_a_stamp_of_another_shape_is_no_stamp(stamp):
    assert read_notebook(ipynb(metadata={"autograder": stamp}), "nb").stamp is None


def test_tags_of_another_shape_are_no_tags():
    cells = [
        {"cell_type": "code", "source": "x", "metadata": metadata}
        for metadata in ({"tags": "antwort-1a"}, {"tags": [1]}, [], None, {"tags": None})
    ]
    assert all(cell.tags == () for cell in read_notebook(ipynb(*cells), "nb").cells)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_encodings_are_read(encoding):
    content = json.dumps(json.loads(ipynb("# Übung ∂")), ensure_ascii=False).encode(encoding)
    assert read_notebook(content, "nb").cells[0].source == "# Übung ∂"


def test_latin_1_is_refused_and_not_guessed():
    content = json.dumps(json.loads(ipynb("# Übung")), ensure_ascii=False).encode("latin-1")
    assert "nicht als UTF-8" in refused(content)


@pytest.mark.parametrize("content", [b"", b"  \n"])
def test_an_empty_file_says_so(content):
    assert "ist leer" in refused(content)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b'{"cells": [',
        b"\x00" * 40,
        b"PK\x03\x04",
        b"nope",
        ipynb("x")[:-9],
    ],
)
def test_broken_json_is_a_clear_line(content):
    assert "kein lesbares JSON" in refused(content)


@pytest.mark.parametrize(
    "content",
    [
        *(b"[]", b"3", b"null", b'"x"', b"{}", b'{"nbformat": "4", "cells": []}'),
        *(b'{"nbformat": 4}', b'{"nbformat": 4, "cells": {}}', b'{"nbformat": 4, "cells": [3]}'),
        *(b'{"nbformat": 4, "cells": [{}]}', b'{"nbformat": 5, "cells": []}'),
        *(b'{"nbformat": -1, "cells": []}', b'{"nbformat": 4, "cells": [], "metadata": 3}'),
    ],
)
def test_other_json_is_no_notebook(content):
    assert "kein Jupyter-Notebook" in refused(content)


@pytest.mark.parametrize("source", [3, None, {}, [1], [["x"]], ["a", None]])
def test_a_source_of_another_shape_names_the_cell(source):
    line = refused(ipynb("ok", {"cell_type": "code", "source": source}))
    assert "Zelle 2" in line
    assert "source" in line


def test_an_unknown_kind_of_cell_is_named():
    assert "unbekannte Zellart" in refused(ipynb({"cell_type": "sql", "source": ""}))


def test_not_a_number_and_infinity_in_outputs_do_no_harm():
    content = ipynb("x = 1").replace(b'"outputs": []', b'"outputs": [NaN, -Infinity, 1e999]')
    assert read_notebook(content, "nb").cells[0].source == "x = 1"


@pytest.mark.parametrize("digits", [20, 5_000, 100_000])
def test_huge_numbers_do_no_harm(digits):
    content = ipynb("x = 1", metadata={"n": 0}).replace(b'"n": 0', b'"n": ' + b"9" * digits)
    assert read_notebook(content, "nb").cells[0].source == "x = 1"


@pytest.mark.parametrize("deep", [b"[", b'{"a":'])
def test_deep_nesting_is_a_clear_line(deep):
    content = b'{"nbformat": 4, "cells": [], "x": ' + deep * 200_000
    assert "kein lesbares JSON" in refused(content)
    assert sys.getrecursionlimit() < 200_000


def test_lone_surrogates_are_replaced():
    content = ipynb("x").replace(b'"x"', b'"a\\ud800b"')
    read_notebook(content, "nb").cells[0].source.encode("utf-8")


@pytest.mark.parametrize(
    "metadata",
    [
        {"kernelspec": {"language": "R", "name": "ir"}},
        {"language_info": {"name": "julia"}},
        {"kernelspec": {"language": "python"}, "language_info": {"name": "R"}},
    ],
)
def test_another_language_is_a_clear_line(metadata):
    assert "erwartet wird Python" in refused(ipynb("x", metadata=metadata))


@pytest.mark.parametrize(
    "metadata",
    [
        {"kernelspec": {"language": "python", "name": "python3"}},
        {"language_info": {"name": "python"}},
        {"language_info": {"name": "ipython"}, "kernelspec": {"language": "R"}},
        {"kernelspec": None, "language_info": 3},
        {"kernelspec": {"name": 3}},
    ],
)
def test_python_and_unclear_languages_are_read(metadata):
    assert read_notebook(ipynb("x", metadata=metadata), "nb").cells


@pytest.mark.parametrize(
    "old",
    [
        {
            **{"nbformat": 3, "nbformat_minor": 0, "metadata": {}},
            "worksheets": [
                {"cells": [{"cell_type": "code", "input": ["a = 1\n", "b"], "outputs": []}]}
            ],
        },
        {
            **{"nbformat": 2, "metadata": {}},
            "worksheets": [{"cells": [{"cell_type": "code", "input": "a = 1\nb", "outputs": []}]}],
        },
    ],
)
def test_old_formats_are_upgraded(old):
    read = read_notebook(json.dumps(old).encode(), "nb")
    assert [(cell.kind, cell.source) for cell in read.cells] == [("code", "a = 1\nb")]


@pytest.mark.parametrize(
    "old",
    [
        {"nbformat": 3},
        {"nbformat": 3, "worksheets": 3, "metadata": {}},
        {"nbformat": 2, "worksheets": [{"cells": [3]}], "metadata": {}},
        {"nbformat": 1, "cells": [{}]},
    ],
)
def test_broken_old_formats_are_a_clear_line(old):
    assert "nb.ipynb" in refused(json.dumps(old).encode())


def test_the_cap_on_cells_holds_exactly():
    assert len(read_notebook(ipynb(*["x"] * module.CELLS), "nb").cells) == module.CELLS
    assert "mehr als 2000 Zellen" in refused(ipynb(*["x"] * (module.CELLS + 1)))


def test_the_cap_on_source_holds_exactly(monkeypatch):
    monkeypatch.setattr(module, "MIB", 1 << 8)
    most = module.SOURCE_MIB * module.MIB - 2  # with its quotation marks
    assert read_notebook(ipynb("x" * most), "nb").cells
    assert "MiB Quelltext" in refused(ipynb("x" * (most + 1)))
    assert read_script(b"x" * (most + 2), "s.py").cells
    with pytest.raises(Refused):
        read_script(b"x" * (most + 3), "s.py")


def test_the_cap_on_lines_holds_exactly():
    assert read_notebook(ipynb("\n" * module.LINES), "nb").cells
    assert "Zeilen" in refused(ipynb("\n" * (module.LINES + 1)))


def test_small_files_cannot_fill_the_memory_by_nesting_in_outputs():
    content = ipynb("x = 1").replace(b'"outputs": []', b'"outputs": [' + b"[]," * 400_000 + b"[]]")
    assert read_notebook(content, "nb").cells[0].has_outputs


def test_a_script_is_one_code_cell():
    assert read_script("ü = 1\n".encode(), "a.py").cells == (Cell("code", "ü = 1\n"),)
    with pytest.raises(Refused, match="UTF-8"):
        read_script("ü = 1\n".encode("latin-1"), "a.py")


def test_hostile_names_are_shown_without_control_characters():
    assert "\x1b" not in refused(b"{", "a\x1b[31m.ipynb")


@given(st.binary(max_size=300))
def test_random_bytes_are_refused_or_read_and_nothing_else(content):
    with suppress(Refused):
        read_notebook(content, "nb.ipynb")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=10,
)


@given(
    st.fixed_dictionaries(
        {"nbformat": st.sampled_from([1, 2, 3, 4, 4, 4]) | JSON},
        optional={
            "metadata": JSON
            | st.fixed_dictionaries({}, optional={"kernelspec": JSON, "autograder": JSON}),
            "worksheets": JSON,
            "cells": JSON
            | st.lists(
                st.fixed_dictionaries(
                    {"cell_type": st.sampled_from(["code", "markdown"]) | JSON},
                    optional={
                        "source": st.text(max_size=9) | JSON,
                        "metadata": JSON | st.fixed_dictionaries({"tags": JSON}),
                        "outputs": JSON,
                        "attachments": JSON,
                    },
                ),
                max_size=3,
            ),
        },
    )
)
def test_notebooks_of_any_shape_are_refused_or_read_and_nothing_else(raw):
    with suppress(Refused):
        read = read_notebook(json.dumps(raw).encode(), "nb.ipynb")
        assert all(isinstance(cell.source, str) for cell in read.cells)
