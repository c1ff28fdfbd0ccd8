"""How an author writes the properties of an answer in ``public.toml``; one class per kind."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeAlias

import msgspec

from autograder.selfcheck.properties import SIZE

Size: TypeAlias = (
    Annotated[int, msgspec.Meta(ge=0)] | Annotated[str, msgspec.Meta(pattern=f"^{SIZE.pattern}$")]
)
"""A number, or one that speaks of the call's arguments: ``"n_out"``, ``"len(w)-1"``."""


class _Kind(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="kind"
):
    pass


class Number(_Kind, frozen=True, tag="number"):
    """One finite real number."""


class Array(_Kind, frozen=True, tag="array"):
    """Numbers of this shape, finite from the index ``first`` on, or not at all."""

    shape: tuple[Size, ...]
    first: int = 0
    finite: bool = True


class Items(_Kind, frozen=True, tag="items"):
    """One value per property."""

    each: tuple["Property", ...]


class List(_Kind, frozen=True, tag="list"):
    """Entries of one kind."""

    of: "Property"
    count: Size | None = None


class Texts(_Kind, frozen=True, tag="texts"):
    """Texts that are not empty."""

    count: Size
    distinct: bool = False


class Record(_Kind, frozen=True, tag="record"):
    """A dictionary with these keys."""

    keys: Mapping[str, "Property"]


class Object(_Kind, frozen=True, tag="object"):
    """Anything that has these methods."""

    methods: tuple[str, ...]


Property: TypeAlias = Number | Array | Items | List | Texts | Record | Object


def named_in(wanted: Any) -> Iterator[str]:
    """The arguments that the sizes of a property (as plain data) speak of."""
    if isinstance(wanted, Mapping):
        for key, value in wanted.items():
            if key in ("shape", "count"):
                yield from _names(value)
            else:
                yield from named_in(value)
    elif isinstance(wanted, list | tuple):
        for one in wanted:
            yield from named_in(one)


def _names(sizes: Any) -> Iterator[str]:
    for written in sizes if isinstance(sizes, list | tuple) else [sizes]:
        match = SIZE.fullmatch(str(written))
        if match and (name := match["of"] or match["name"]):
            yield name
