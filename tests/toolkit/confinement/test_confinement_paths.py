"""Which of several nested paths decides whether a file is visible."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.inside.confinement import ConfinementError
from autograder.inside.confinement.landlock import readable
from autograder.inside.confinement.paths import is_within, regions, resolve
from autograder.inside.confinement.view import standard_view

NAMES = st.sampled_from(["a", "b"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    top = tmp_path_factory.mktemp("tree")
    level = [top]
    for _ in range(4):
        level = [folder / name for folder in level for name in "ab"]
        for folder in level:
            folder.mkdir()
            (folder / "file").write_text("x")
    return str(top)


@given(shown=st.sets(PATHS, max_size=4), secret=st.sets(PATHS, max_size=4), asked=PATHS)
def test_the_longest_path_decides_and_hiding_beats_showing(tree, shown, secret, asked):
    parts = regions((f"{tree}/{p}" for p in shown), (f"{tree}/{p}" for p in secret))
    around = [p for p in shown | secret if is_within(asked, p)]
    expected = bool(around) and max(around, key=len) not in secret
    found = [part for part in parts if is_within(f"{tree}/{asked}", part.path)]
    assert (bool(found) and max(found, key=lambda part: len(part.path)).visible) == expected


@given(shown=st.sets(PATHS, max_size=3), secret=st.sets(PATHS, max_size=3), asked=PATHS)
def test_landlock_names_exactly_what_is_visible(tree, shown, secret, asked):
    parts = regions((f"{tree}/{p}" for p in shown), (f"{tree}/{p}" for p in secret))
    opened = [path for path, rights in readable(parts) if rights & 4]
    around = [p for p in shown | secret if is_within(asked, p)]
    expected = bool(around) and max(around, key=len) not in secret
    file = f"{tree}/{asked}/file"
    assert any(is_within(file, path) for path in opened) == expected


def test_links_on_the_way_are_found_and_followed(tmp_path):
    (tmp_path / "real" / "bin").mkdir(parents=True)
    (tmp_path / "short").symlink_to("real")
    (tmp_path / "absolute").symlink_to(tmp_path / "short")
    links, path = resolve(f"{tmp_path}/absolute/bin/../bin")
    assert path == os.path.realpath(tmp_path / "real/bin")
    assert links == {
        f"{tmp_path}/absolute": f"{tmp_path}/short",
        f"{tmp_path}/short": "real",
    }


def test_links_in_a_circle_are_an_error_and_not_an_endless_walk(tmp_path):
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    with pytest.raises(ConfinementError, match="too many links"):
        resolve(str(tmp_path / "one"))


def test_paths_that_do_not_exist_are_left_out(tmp_path):
    assert regions([str(tmp_path / "nothing")], []) == []


def test_a_name_that_begins_alike_is_not_inside():
    assert is_within("/kurs/a", "/kurs/a")
    assert is_within("/kurs/a/b", "/kurs/a/")
    assert not is_within("/kurs/ab", "/kurs/a")
    assert is_within("/work", "/")


def test_the_standard_view_shows_two_rooms_of_this_package_only():
    shown, hidden = standard_view(["/course/tests"])
    ours = [path for path in shown if "/autograder/" in path]
    assert sorted(os.path.basename(path) for path in ours) == ["__init__.py", "inside", "wire"]
    assert "/course/tests" in hidden
    assert any(path.endswith("/autograder") for path in hidden)
