"""Whether a question holds together: readable, decidable, and its wrong forms told apart."""

from itertools import combinations

from autograder.errors import UsageFault
from autograder.formulas.compare import Verdict, compare
from autograder.formulas.definitions import definitions_of, reference_trees, wrong_trees
from autograder.formulas.judge import Bench
from autograder.formulas.question import Question

_SEED = "lint"


def lint(question: Question) -> list[str]:
    """Every problem of a question as one sentence for its author; empty if there is none."""
    problems = _declarations(question)
    try:
        definitions_of(question)
        reference_trees(question)
        wrong_trees(question)
        where = Bench(question, _SEED)
    except UsageFault as fault:
        return [*problems, str(fault)]
    own = compare(where.reference, where.reference, where.points())
    if own.verdict is not Verdict.EQUAL:
        return [*problems, "The reference has no real value at most points of its domain."]
    return problems + _coincidences(where)


def _declarations(question: Question) -> list[str]:
    problems = []
    if question.components and len(question.components) != question.size:
        problems.append(
            f"{len(question.components)} components are named, the reference has {question.size}."
        )
    if not 0 < question.tolerance < 0.1:
        problems.append(f"The tolerance {question.tolerance} is not between 0 and 0.1.")
    for wrong in question.wrong_forms:
        if not 0 <= wrong.credit < 1:
            problems.append(f"{wrong.tag}: the credit {wrong.credit} is not in [0, 1).")
        if wrong.form is None and not wrong.uses:
            problems.append(f"{wrong.tag}: has neither a form nor names that it uses.")
        problems += [
            f"{wrong.tag}: the name {name!r} is not declared."
            for name in wrong.uses
            if name not in question.variables and name not in question.sequences
        ]
    shared = set(question.variables) & (set(question.sequences) | set(question.functions))
    problems += [f"The name {name!r} is declared twice." for name in sorted(shared)]
    return problems


def _coincidences(where: Bench) -> list[str]:
    problems = []
    forms = [
        (f"{wrong.tag} ({wrong.form})", formula)
        for wrong, formula in zip(where.question.wrong_forms, where.wrong, strict=True)
        if formula is not None
    ]
    for tag, formula in forms:
        verdict = compare(formula, where.reference, where.points()).verdict
        if verdict is Verdict.EQUAL:
            problems.append(f"{tag}: equals the reference on the declared domain.")
        elif verdict is Verdict.UNDECIDED:
            problems.append(f"{tag}: has no value at most points of the declared domain.")
    for (one, first), (other, second) in combinations(forms, 2):
        if compare(first, second, where.points()).verdict is Verdict.EQUAL:
            problems.append(f"{one} and {other} are equal on the declared domain.")
    return problems
