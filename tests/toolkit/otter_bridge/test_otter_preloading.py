"""One submission does not wait for libraries that it never mentions."""

import pytest

from autograder.otter_bridge import preloading
from autograder.otter_bridge.preloading import imported

MODULES = ("numpy", "torch", "matplotlib.pyplot")


def test_only_what_is_named_is_imported_before(tmp_path):
    source = r'["Auch torch ist erlaubt.", "import matplotlib as m\nimport os, numpy as n"]'
    (tmp_path / "a.ipynb").write_text(source, "utf-8")
    assert imported(MODULES, tmp_path) == ("numpy", "matplotlib.pyplot")


def test_every_file_counts(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "helper.py").write_bytes(b"\xff\x00import torch")
    assert imported(MODULES, tmp_path) == ("torch",)


def test_a_link_is_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("import torch", "utf-8")
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / "link").symlink_to(elsewhere)
    assert imported(MODULES, tmp_path / "submission") == ()


@pytest.mark.parametrize(("size", "found"), [(1 << 20, ()), ((1 << 20) + 1, MODULES)])
def test_of_too_much_nothing_is_left_out(tmp_path, monkeypatch, size, found):
    monkeypatch.setattr(preloading, "MAX_READ_MIB", 1)
    (tmp_path / "data.bin").write_bytes(bytes(size))
    assert imported(MODULES, tmp_path) == found
