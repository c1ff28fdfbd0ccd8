"""One submission does not wait for libraries of which neither it nor its checks speak."""

import pytest

from autograder.otter_bridge import preloading
from autograder.otter_bridge.preloading import named_in, start_for

MODULES = ("numpy", "torch", "matplotlib.pyplot")


@pytest.fixture
def submission(tmp_path):
    folder = tmp_path / "submission"
    folder.mkdir()
    return folder


def preloaded(submission, *by_checks):
    return start_for(MODULES, submission, by_checks).preload


@pytest.fixture
def checks(tmp_path):
    folder = tmp_path / "checks"
    folder.mkdir()
    return folder


def test_what_a_task_mentions_does_not_count(submission):
    source = r'["Auch torch ist erlaubt.", "import matplotlib as m\nimport os, numpy as n"]'
    (submission / "a.ipynb").write_text(source, "utf-8")
    assert preloaded(submission) == ("numpy", "matplotlib.pyplot")


@pytest.mark.parametrize(
    "line",
    ["from torch import nn", "import torch.nn as nn", r"__import__(\"torch\")", "load('torch.nn')"],
)
def test_every_way_to_import_counts(submission, line):
    (submission / "a.ipynb").write_text(f'{{"source": ["x = 1\\n", "{line}"]}}', "utf-8")
    assert preloaded(submission) == ("torch",)


def test_every_file_counts(submission):
    (submission / "folder").mkdir()
    (submission / "folder" / "helper.py").write_bytes(b"\xff\x00import torch")
    assert preloaded(submission) == ("torch",)


@pytest.mark.parametrize(
    ("check", "found"),
    [
        ("student.new('torch_generator')", ("torch",)),
        ("torch_generator(seed)", ("torch",)),
        ("import torch", ("torch",)),
        ("from torch.nn import Linear", ("torch",)),
        ("kinds = ('floats', 'torch')", ("torch",)),
        ('NAME = "torch\'s default"  # torch', ()),
    ],
)
def test_what_a_check_needs_inside_is_there(submission, checks, check, found):
    (checks / "test_one.py").write_text(check, "utf-8")
    assert named_in(MODULES, checks) == found
    assert preloaded(submission, *found) == found


@pytest.mark.parametrize(
    ("line", "warm"),
    [
        ("optimierer = torch.optim.SGD(netz.parameters())", True),
        ("from torch import optim", True),
        ("# Das Optimum ist optimal.", False),
    ],
)
def test_who_trains_does_not_wait_in_the_first_step(submission, line, warm):
    (submission / "a.ipynb").write_text(f'{{"source": ["{line}\\n"]}}', "utf-8")
    assert start_for(MODULES, submission, ()).warm is warm


def test_a_link_is_not_followed(tmp_path, submission):
    (tmp_path / "elsewhere").write_text("import torch", "utf-8")
    (submission / "link").symlink_to(tmp_path / "elsewhere")
    assert preloaded(submission) == ()


@pytest.mark.parametrize(("size", "found"), [(1 << 20, ()), ((1 << 20) + 1, MODULES)])
def test_of_too_much_nothing_is_left_out(submission, monkeypatch, size, found):
    monkeypatch.setattr(preloading, "MAX_READ_MIB", 1)
    (submission / "data.bin").write_bytes(bytes(size))
    assert preloaded(submission) == found
