"""Chains with skip connections: forward pass and derivative of every reading, right or wrong.

Both come from one recurrence over pairs (value, derivative after w_1). The derivative is also
defined for s and o that belong to no forward pass: then their values are taken as given.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np
from blatt09_chains import Chain

from autograder.checks import text
from autograder.i18n import Text

Convention = Literal["pre", "post"]
CONVENTIONS: tuple[Convention, ...] = ("pre", "post")
Sources = Callable[[int, int], tuple[int, ...]]
"""(layer i, number of layers N) → the layers whose outputs skip into layer i."""


@dataclass(frozen=True)
class Skips:
    """Where shortcuts run, where they join (before or after the activation), and how."""

    sources: Sources
    join: Literal["pre", "post", "both"] = "pre"
    how: Literal["add", "multiply", "mean", "weighted"] = "add"
    tapped: Literal["o", "s"] = "o"
    bias: bool = True
    activated: bool = True
    """False: layers into which a shortcut runs have no activation."""


class Dual(NamedTuple):
    """A number and its derivative after w_1."""

    value: float
    slope: float


def right_sources(i: int, n: int) -> tuple[int, ...]:
    """Skips end in the odd layers 3, 5, …, N-1."""
    return (i - 2,) if i % 2 == 1 and 3 <= i <= n - 1 else ()


RIGHT = {convention: Skips(right_sources, convention) for convention in CONVENTIONS}


def forward(c: Chain, skips: Skips) -> tuple[np.ndarray, np.ndarray]:
    """(s, o) of the network; index 0 of s is NaN."""
    s, o = _run(c, skips, given=False)
    return np.array([dual.value for dual in s]), np.array([dual.value for dual in o])


def skip_derivative(c: Chain, skips: Skips) -> float:
    """∂o_N/∂w_1 as a formula of the given s, o, w, b."""
    return _run(c, skips, given=True)[1][c.n].slope


def _run(c: Chain, skips: Skips, given: bool) -> tuple[list[Dual], list[Dual]]:
    s, o = [Dual(np.nan, 0.0)], [Dual(c.x, 0.0)]
    for i in range(1, c.n + 1):
        before, w, b = o[i - 1], float(c.w[i]), float(c.b[i]) if skips.bias else 0.0
        s_i = Dual(w * before.value + b, w * before.slope + (before.value if i == 1 else 0.0))
        shortcuts = [(o if skips.tapped == "o" else s)[k] for k in skips.sources(i, c.n)]
        for shortcut in shortcuts if skips.join != "post" else ():
            s_i = _joined(s_i, shortcut, skips.how, w)
        s_i = s_i._replace(value=float(c.s[i])) if given else s_i
        o_i = s_i if shortcuts and not skips.activated else _activated(c, s_i)
        for shortcut in shortcuts if skips.join != "pre" else ():
            o_i = _joined(o_i, shortcut, skips.how, w)
        s.append(s_i)
        o.append(o_i._replace(value=float(c.o[i])) if given else o_i)
    return s, o


def _activated(c: Chain, z: Dual) -> Dual:
    return Dual(float(c.sigma(z.value)), float(c.sigma.derivative(z.value)) * z.slope)


def _joined(a: Dual, shortcut: Dual, how: str, w: float) -> Dual:
    match how:
        case "multiply":
            slope = a.slope * shortcut.value + a.value * shortcut.slope
            return Dual(a.value * shortcut.value, slope)
        case "mean":
            return Dual((a.value + shortcut.value) / 2, (a.slope + shortcut.slope) / 2)
        case "weighted":
            return Dual(a.value + w * shortcut.value, a.slope + w * shortcut.slope)
    return Dual(a.value + shortcut.value, a.slope + shortcut.slope)


def _from(back: int, condition: Callable[[int, int], bool]) -> Sources:
    return lambda i, n: (i - back,) if condition(i, n) else ()


def _joins(i: int, n: int) -> bool:
    return bool(right_sources(i, n))


NO_SKIPS = Skips(lambda _i, _n: ())
_WRONG_PAIRS = text("Übersprungen werden die falschen Paare.")
_EVERY_LAYER = text("Übersprungen wird in jedem Layer statt über Paare von Layern.")
_MISREADINGS: tuple[tuple[Text, Sources], ...] = (
    (_WRONG_PAIRS, _from(2, lambda i, _: i % 2 == 0)),
    (_WRONG_PAIRS, _from(2, lambda i, _: i % 2 == 0 and i >= 4)),
    (_WRONG_PAIRS, _from(2, lambda i, n: i % 2 == 0 and i < n)),
    (_EVERY_LAYER, _from(1, lambda i, _: i >= 1)),
    (_EVERY_LAYER, _from(1, lambda i, _: i >= 2)),
    (_EVERY_LAYER, _from(1, lambda i, n: 2 <= i <= n - 1)),
    (_EVERY_LAYER, _from(2, lambda i, _: i >= 2)),
    (_EVERY_LAYER, _from(2, lambda i, _: i >= 3)),
    (_EVERY_LAYER, _from(2, lambda i, n: 3 <= i <= n - 1)),
    (
        text("Die Skip Connections beginnen nicht beim Input der ganzen Kette."),
        lambda i, n: (0,) if _joins(i, n) else (),
    ),
    (
        text("Auch der letzte Layer wird übersprungen; laut Aufgabe bleibt er ohne Abkürzung."),
        _from(2, lambda i, n: _joins(i, n) or (i == n and n > 2)),
    ),
    (
        text("Das erste Paar wird nicht übersprungen."),
        _from(2, lambda i, n: _joins(i, n) and i > 3),
    ),
    (
        text("Das letzte Paar wird nicht übersprungen."),
        _from(2, lambda i, n: _joins(i, n) and i < n - 1),
    ),
    (
        text("Eine Skip Connection springt zu weit: Sie läuft an mehr als einem Paar vorbei."),
        _from(4, lambda i, n: _joins(i, n) and i > 3),
    ),
    (
        text("Eine Skip Connection läuft nur an einem Layer vorbei statt an einem Paar."),
        _from(1, _joins),
    ),
    (
        text("In einen Layer mündet mehr als eine Skip Connection."),
        lambda i, n: tuple(range(1, i - 1, 2)) if _joins(i, n) else (),
    ),
)
_MISTAKES: tuple[tuple[Text, Skips], ...] = (
    (
        text("Es gibt noch keine Skip Connection: Das ist die ursprüngliche Kette."),
        NO_SKIPS,
    ),
    (
        text("Eine Skip Connection addiert, sie multipliziert nicht."),
        Skips(right_sources, how="multiply"),
    ),
    (
        text("Die beiden Wege werden halbiert; sie sollen addiert werden."),
        Skips(right_sources, how="mean"),
    ),
    (
        text("Die Skip Connection hat ein eigenes Gewicht bekommen; auf dem Blatt hat sie keines."),
        Skips(right_sources, how="weighted"),
    ),
    (
        text("Die Skip Connection wird vor der Aktivierung abgegriffen."),
        Skips(right_sources, tapped="s"),
    ),
    (text("Der Bias der Layer fehlt."), Skips(right_sources, bias=False)),
    (
        text("Wo eine Skip Connection einmündet, fehlt die Aktivierung."),
        Skips(right_sources, activated=False),
    ),
)


def _variants(skips: Skips) -> tuple[Skips, ...]:
    return tuple(replace(skips, join=convention) for convention in CONVENTIONS)


MISREADINGS: tuple[tuple[Text, tuple[Skips, ...]], ...] = (
    *((message, _variants(skips)) for message, skips in _MISTAKES),
    *((message, _variants(Skips(sources))) for message, sources in _MISREADINGS),
    (
        text("Die Skip Connection wird zweimal addiert: vor und nach der Aktivierung."),
        (Skips(right_sources, join="both"),),
    ),
)
"""What people build instead, and the sentence for it; the first that fits is told."""
