"""Formula answers: read them safely, decide whether they are right, name the known mistake.

An answer is hostile text or numbers; nothing of it is ever evaluated as code. It is read into a
small tree (:func:`read`, :func:`read_markdown`), whose values are compared with the reference at
secret points (:func:`judge`). Functions are called elsewhere, at :func:`sample_points`, and judged
by what they return (:func:`judge_values`). "Cannot be read" (:class:`Unreadable`) and "cannot be
decided" (:attr:`Verdict.UNDECIDED`) are for a human; neither ever means "wrong".
"""

from autograder.formulas.compare import Verdict
from autograder.formulas.domains import Domain, Integers, Interval, Positive, Real
from autograder.formulas.judge import Counterexample, Judgement, judge
from autograder.formulas.lint import lint
from autograder.formulas.points import Seed
from autograder.formulas.question import Concrete, Form, Generic, Question, Sequence, WrongForm
from autograder.formulas.reading import Reading, read, read_markdown
from autograder.formulas.returned import Precision, judge_values, sample_points
from autograder.formulas.unreadable import Unreadable

__all__ = [
    "Concrete",
    "Counterexample",
    "Domain",
    "Form",
    "Generic",
    "Integers",
    "Interval",
    "Judgement",
    "Positive",
    "Precision",
    "Question",
    "Reading",
    "Real",
    "Seed",
    "Sequence",
    "Unreadable",
    "Verdict",
    "WrongForm",
    "judge",
    "judge_values",
    "lint",
    "read",
    "read_markdown",
    "sample_points",
]
