"""How an author writes the inputs of a call in ``public.toml``."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import msgspec

_Function: TypeAlias = Literal["tanh", "sigmoid", "softplus"]


class Input(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"with_": "with"}):
    """One input that is made anew for each call: exactly one kind, and what belongs to it."""

    array: tuple[int, ...] | None = None
    sequence: int | None = None
    function: _Function | None = None
    derivative: _Function | None = None
    generator: int | None = None
    tensor: tuple[int, ...] | None = None
    labels: tuple[int, int] | None = None
    mlp: tuple[int, ...] | None = None
    of: str | None = None
    first: float = float("nan")
    """Of a ``sequence``: the number at index 0."""
    with_: Mapping[str, Any] = {}
    """Arguments for ``of``."""


_MODIFIERS = {"first": "sequence", "with": "of"}
_KINDS = tuple(
    name for name in (one.encode_name for one in msgspec.structs.fields(Input))
    if name not in _MODIFIERS
)  # fmt: skip


def demand_input(spec: Any) -> None:
    """Raise :class:`msgspec.ValidationError` for an input that nothing could be made of."""
    if not isinstance(spec, Mapping):
        return
    msgspec.convert(spec, Input)
    kinds = [kind for kind in _KINDS if kind in spec]
    fits = all(_MODIFIERS[name] in spec for name in _MODIFIERS.keys() & spec.keys())
    if len(kinds) != 1 or not fits:
        raise msgspec.ValidationError(
            f"{dict(spec)} is no input: a table names exactly one of {', '.join(_KINDS)}; first "
            "belongs to sequence and with to of"
        )
    for inner in spec.get("with", {}).values():
        demand_input(inner)
