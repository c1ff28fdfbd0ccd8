"""Laws: what is algebraically the same is equal, what differs in value is not."""

import math

from formulas_sheets import LAYER
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from autograder.formulas import Question, Verdict, judge, read
from autograder.formulas.points import draw

NAMES = ("n_in", "n_out", "sigma", "gamma")
BINARY = {"+": "+", "-": "-", "*": "*", "/": "/"}
Tree = tuple  # ("name", str) | ("number", int) | (operator, left, right) | ("sqrt" | "square", a)

LEAVES = st.one_of(
    st.sampled_from(NAMES).map(lambda name: ("name", name)),
    st.integers(1, 9).map(lambda value: ("number", value)),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(list(BINARY)), inner, inner),
        st.tuples(st.sampled_from(["sqrt", "square"]), inner),
    ),
    max_leaves=8,
)


def python(tree: Tree) -> str:
    match tree:
        case ("name" | "number", leaf):
            return str(leaf)
        case ("sqrt", inner):
            return f"sqrt({python(inner)})"
        case ("square", inner):
            return f"({python(inner)})**2"
        case (operator, left, right):
            return f"({python(left)} {operator} {python(right)})"
    raise AssertionError(tree)


def latex(tree: Tree) -> str:
    match tree:
        case ("name", name):
            return {"n_in": r"n_{\text{ein}}", "n_out": "n_{out}"}.get(name, "\\" + name + " ")
        case ("number", value):
            return f"{value}"
        case ("sqrt", inner):
            return rf"\sqrt{{{latex(inner)}}}"
        case ("square", inner):
            return rf"\left({latex(inner)}\right)^2"
        case ("/", left, right):
            return rf"\frac{{{latex(left)}}}{{{latex(right)}}}"
        case ("*", left, right):
            return rf"\left({latex(left)}\right) \cdot \left({latex(right)}\right)"
        case (operator, left, right):
            return rf"\left({latex(left)} {operator} {latex(right)}\right)"
    raise AssertionError(tree)


def value(tree: Tree, at: dict[str, float]) -> float:
    """Plain floating-point arithmetic, independent of the room under test."""
    match tree:
        case ("name", name):
            return at[name]
        case ("number", number):
            return float(number)
        case ("sqrt", inner):
            return math.sqrt(value(inner, at))
        case ("square", inner):
            return value(inner, at) ** 2
        case ("+", left, right):
            return value(left, at) + value(right, at)
        case ("-", left, right):
            return value(left, at) - value(right, at)
        case ("*", left, right):
            return value(left, at) * value(right, at)
        case ("/", left, right):
            return value(left, at) / value(right, at)
    raise AssertionError(tree)


POINTS = [
    {name: float(2 + int(20 * draw("test", k, name))) if name.startswith("n") else
     0.3 + 2 * draw("test", k, name) for name in NAMES}
    for k in range(30)
]  # fmt: skip


def values(tree: Tree) -> list[float]:
    """Values at the test's own points; trees without real values everywhere are not used."""
    try:
        found = [value(tree, at) for at in POINTS]
    except (ValueError, ZeroDivisionError, OverflowError):
        assume(False)
    assume(all(1e-9 < abs(x) < 1e9 for x in found))
    return found


def rewrite(tree: Tree, pick: int, leaf: Tree) -> Tree:
    """One of several identities, applied at the root."""
    rules = [
        ("*", tree, ("number", 1)),
        ("+", ("number", 0), tree),
        ("-", ("+", tree, leaf), leaf),
        ("/", ("*", leaf, tree), leaf),
        ("square", ("sqrt", tree)),
        ("/", tree, ("/", ("number", 3), ("+", ("number", 1), ("number", 2)))),
    ]
    match tree:
        case ("+" | "*" as operator, left, right):
            rules.append((operator, right, left))
        case ("-", left, right):
            rules.append(("+", left, ("*", ("-", ("number", 1), ("number", 2)), right)))
        case ("/", left, right):
            rules.append(("*", left, ("/", ("number", 1), right)))
        case ("square", inner):
            rules.append(("*", inner, inner))
    match tree:
        case ("*", left, ("+" | "-" as operator, one, other)):
            rules.append((operator, ("*", left, one), ("*", left, other)))
        case ("+", ("+", one, other), right):
            rules.append(("+", one, ("+", other, right)))
    return rules[pick % len(rules)]


def paths(tree: Tree) -> list[tuple[int, ...]]:
    """Where subtrees stand: the root is the empty path."""
    found = [()]
    for place, child in enumerate(tree):
        if isinstance(child, tuple):
            found += [(place, *path) for path in paths(child)]
    return found


def replaced(tree: Tree, path: tuple[int, ...], change: object) -> Tree:
    if not path:
        return change(tree)  # type: ignore[operator]
    place, *rest = path
    return (*tree[:place], replaced(tree[place], tuple(rest), change), *tree[place + 1 :])


def question(tree: Tree) -> Question:
    return Question(python(tree), {name: LAYER[name] for name in NAMES}, aliases={"n_ein": "n_in"})


@settings(max_examples=80, deadline=None)
@given(TREES, st.data())
def test_every_algebraic_rewriting_is_equal_in_python_and_in_latex(
    tree: Tree, data: st.DataObject
) -> None:
    values(tree)
    rewritten = tree
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(paths(rewritten)))
        pick, leaf = data.draw(st.integers(0, 40)), data.draw(LEAVES)
        rewritten = replaced(rewritten, path, lambda node, p=pick, x=leaf: rewrite(node, p, x))
    asked = question(tree)
    for answer in (python(rewritten), latex(rewritten)):
        assert judge(answer, asked, "law").verdict is Verdict.EQUAL, answer


def mutate(tree: Tree, pick: int) -> Tree:
    match tree:
        case ("name", name):
            return ("name", NAMES[(NAMES.index(name) + 1 + pick % 3) % 4])
        case ("number", number):
            return ("number", number + 1 + pick % 3)
        case ("sqrt" | "square", inner):
            return inner
        case (operator, left, right):
            others = [other for other in BINARY if other != operator]
            return (others[pick % 3], left, right)
    raise AssertionError(tree)


@settings(max_examples=120, deadline=None)
@given(TREES, st.data())
def test_a_single_mutation_is_not_equal_unless_it_has_the_same_values(
    tree: Tree, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(paths(tree)))
    pick = data.draw(st.integers(0, 11))
    mutated = replaced(tree, path, lambda node: mutate(node, pick))
    same = all(
        math.isclose(a, b, rel_tol=1e-9) for a, b in zip(values(tree), values(mutated), strict=True)
    )
    verdict = judge(python(mutated), question(tree), "law").verdict
    assert verdict is (Verdict.EQUAL if same else Verdict.DIFFERENT)


@settings(max_examples=80, deadline=None)
@given(TREES)
def test_what_is_shown_as_read_means_the_same_when_it_is_read_again(tree: Tree) -> None:
    values(tree)
    asked = question(tree)
    (reading,) = read(python(tree), asked)
    for shown in (reading.plain, reading.latex):
        assert judge(shown, asked, "law").verdict is Verdict.EQUAL, shown


@settings(max_examples=40, deadline=None)
@given(TREES, st.integers())
def test_the_same_seed_gives_the_same_judgement(tree: Tree, seed: int) -> None:
    asked = question(("+", ("name", "n_in"), ("name", "sigma")))
    first, second = (judge(python(tree), asked, seed) for _ in range(2))
    assert first == second
