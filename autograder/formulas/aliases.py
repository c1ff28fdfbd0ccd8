"""The full vocabulary of a question: its own names and every declared other spelling."""

from functools import lru_cache

from autograder.errors import UsageFault
from autograder.formulas.names import Vocabulary, canonical, declared_names, moment_key
from autograder.formulas.python_syntax import parse_python
from autograder.formulas.question import Question
from autograder.formulas.unreadable import Unreadable


@lru_cache(maxsize=256)
def vocabulary_of(question: Question) -> Vocabulary:
    """Every name that an answer may use; raises :class:`UsageFault` for an alias of nothing."""
    declared = declared_names(question)
    names = dict(declared.names)
    moments = dict(declared.moments)
    functions = dict(declared.functions)
    sequences = dict(declared.sequences)
    for alias, meaning in question.aliases.items():
        spelled = canonical(alias)
        key = moment_key(alias)
        if meaning in question.functions:
            functions[spelled] = (meaning, 0)
        elif meaning in question.sequences:
            sequences[spelled] = meaning
        else:
            try:
                node = parse_python(meaning, declared)
            except Unreadable as error:
                raise UsageFault(
                    f"The alias {alias!r} stands for {meaning!r}, which uses undeclared names or "
                    f"is no formula ({error}). Use Python syntax over the declared names."
                ) from error
            if key is not None:
                moments[key] = node
            else:
                names[spelled] = node
                names.setdefault(spelled.replace("_", ""), node)
    return Vocabulary(names, moments, functions, sequences, declared.known)
