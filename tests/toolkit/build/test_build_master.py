import sys

import pytest

from autograder.build.master import read_master
from autograder.errors import UsageFault


def test_cells_keep_their_key_kind_and_tags(workshop):
    by_key = {cell.key: cell for cell in read_master(workshop.master)}
    assert by_key["antwort-1a"].kind == "code"
    assert by_key["antwort-1b"].kind == "markdown"
    assert by_key["antwort-1b"].tags == ("antwort-1b",)


def test_a_missing_master_says_which_file_was_expected(workshop):
    workshop.master.unlink()
    with pytest.raises(UsageFault, match=r"master\.py: the master source cannot be read"):
        read_master(workshop.master)


def test_a_master_that_is_not_utf8_is_refused(workshop):
    workshop.master.write_bytes(b"# %% titel [markdown]\n# \xe4")
    with pytest.raises(UsageFault, match="UTF-8"):
        read_master(workshop.master)


@pytest.mark.parametrize("title", ["", " zwei Wörter", " " + "x" * 65, " ../weg"])
def test_a_cell_without_a_usable_key_is_shown_with_its_beginning(workshop, title):
    workshop.edit(workshop.master, "# %% titel [markdown]", f"# %%{title} [markdown]")
    with pytest.raises(UsageFault, match="cell 1, beginning '# Blatt"):
        read_master(workshop.master)


def test_two_cells_with_one_key_are_refused(workshop):
    workshop.edit(workshop.master, "# %% titel", "# %% antwort-1a")
    with pytest.raises(UsageFault, match="two cells have the key 'antwort-1a'"):
        read_master(workshop.master)


def test_a_raw_cell_is_refused(workshop):
    workshop.edit(workshop.master, "# %% titel [markdown]", "# %% titel [raw]")
    with pytest.raises(UsageFault, match="of type 'raw'"):
        read_master(workshop.master)


def test_without_jupytext_the_message_says_what_to_install(workshop, monkeypatch):
    monkeypatch.setitem(sys.modules, "jupytext", None)
    with pytest.raises(UsageFault, match=r"pip install \"notebook-autograder\[author\]\""):
        read_master(workshop.master)
