"""The trusted side's view of one student process: ask, and get values or a verdict.

Every failure that is the student's ends the running check with a :class:`Verdict`. A process
that dies is replaced by one that ran the notebook anew, so that other checks keep their points.
"""

import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn, Protocol

from autograder.checks.failures import (
    DEATHS,
    failed,
    no_more_runs,
    other_arguments,
    out_of_time,
    words,
)
from autograder.checks.finding import Found, find
from autograder.checks.showing import shown
from autograder.checks.verdicts import Verdict
from autograder.course.sheet import Answer, Sheet, Task
from autograder.i18n import Text, text
from autograder.records.model import Evidence, Outcome
from autograder.wire.faults import WireFault
from autograder.wire.peer import Peer, cause_of
from autograder.wire.values import Remote

MAX_CALLS = 20_000


@dataclass(frozen=True)
class Located:
    """What the notebook's text says about a part (found by the coordinator)."""

    formula: str | None = None
    """Raw LaTeX of the last formula of a written answer."""
    written: str | None = None
    """The whole Markdown cell."""


class Revival(Protocol):
    """Replaces a dead process; returns None when there is no more time for it."""

    def __call__(self, cause: str) -> tuple[Peer | None, str]:
        """New process or None, and why the old one ended (a key of ``failures.DEATHS``)."""


@dataclass
class Student:
    """One submission, alive in a confined process."""

    sheet: Sheet
    peer: Peer
    revive: Revival
    located: Mapping[str, Located] = field(default_factory=dict)
    call_seconds: float = 5.0
    deadline: float = math.inf
    """``time.monotonic()`` instant after which nothing more is asked."""

    def __post_init__(self) -> None:
        self._answers = {
            answer.name: answer for task in self.sheet.tasks for answer in task.answers
        }
        self._listing: Mapping[str, tuple[bool, str, int]] | None = None
        self._barred: dict[str, Verdict] = {}
        self._found: dict[str, list[Found]] = {}
        """Candidates by official name, for the present listing."""
        self._formulas: dict[str, Mapping[str, Any] | Verdict] = {}
        """Tagged answers by official name, as they were before anything hidden was asked."""
        self._made: dict[int, str] = {}
        self._calls = 0
        self._over: Verdict | None = None
        self.version: int | None = None
        """Which earlier value of an answer to ask for; None: the final one."""
        self.used: dict[str, Found] = {}
        """Answers asked for by the running check: official name → where it was found."""
        self.read_as: str | None = None
        """How a formula answer of the running check was understood, in LaTeX."""
        self.derivation = False
        """Whether that answer shows how it was come by."""
        self.remarks: list[Text] = []
        """What the running check wants to say beside its verdict."""
        self.last_inputs: Mapping[str, str] = {}
        """Arguments of the last call of an answer, for evidence."""
        self.last_value: Any = None

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """``student.aufgabe_1a(x, w, …)`` calls the answer of that official name."""
        answers: dict[str, Answer] = self.__dict__.get("_answers", {})
        if name not in answers:
            raise AttributeError(f"the sheet declares no answer {name!r}")
        return lambda *values: self.call(name, *values)

    def begin_check(self, version: int | None = None) -> None:
        """Forget what belonged to the previous check."""
        self.version = version
        self.used, self.last_inputs, self.last_value = {}, {}, None
        self.read_as, self.derivation = None, False
        self.remarks = []

    def recover(self) -> None:
        """Replace a process that ended, or began to talk, while nobody asked it anything.

        To be called between checks: no single answer is to blame then.
        """
        if self._over is None:
            try:
                self.peer.channel.expect_silence()
            except WireFault as fault:
                self._replace(cause_of(fault))

    def notes(self) -> list[Text]:
        """How the running check found and read its answers, for student and tutor."""
        found = [
            text("Gefunden als „{name}“.", name=found.name)
            for found in self.used.values()
            if not found.exact
        ]
        if self.read_as is not None:
            found.append(text("Gelesen als: {formula}", formula=self.read_as))
        return found + self.remarks

    def call(self, name: str, *values: Any) -> Any:
        """Call an answer by its official name with the sheet's argument list.

        Returns a value of the wire's table. Raises :class:`Verdict` for everything that is the
        student's doing: missing, not callable, an exception, no end, too much memory.
        """
        return self.call_each(name, [values])[0]

    def call_kept(self, name: str, *values: Any) -> Remote:
        """Call an answer whose result stays inside, to be given to another call."""
        result: Remote = self.call_each(name, [values], keep=True)[0]
        return result

    def call_each(self, name: str, rows: Sequence[Sequence[Any]], keep: bool = False) -> list[Any]:
        """Call an answer once per row of arguments, all within the time of one call."""
        answer = self._answers[name]
        found = self.find(name)
        final = self.version is None
        if final and not found.is_callable and not found.gone:
            raise Verdict(
                Outcome.UNREADABLE,
                text("„{name}“ ist keine Funktion und kann nicht aufgerufen werden.", name=name),
            )
        names = answer.arguments[: len(rows[0])]
        self.last_inputs = _Inputs(dict(zip(names, rows[0], strict=True)), self._shown)
        return self.invoke(found.name, names, rows, label=found.name, keep=keep)

    def invoke(
        self,
        target: str | Remote,
        names: Sequence[str],
        rows: Sequence[Sequence[Any]],
        label: str,
        keep: bool = False,
    ) -> list[Any]:
        """Call a function by name or handle once per row; ``label`` names it in messages.

        With ``keep`` the results stay inside and are known by their handles.
        """
        if label in self._barred:
            raise self._barred[label].with_traceback(None)
        self._calls += len(rows)
        if self._calls > MAX_CALLS:
            raise Verdict(Outcome.OTHER_LIMIT, text("Zu viele Aufrufe in einer Abgabe."))
        self.last_value = None
        goal = target.number if isinstance(target, Remote) else target
        version = None if isinstance(target, Remote) else self.version
        reply = self._ask(
            label, lambda seconds: self.peer.call(goal, names, rows, seconds, version, keep)
        )
        if reply.get("k") == "signature" and not reply.get("late"):
            raise other_arguments(label, names, reply)
        results: list[Any] = self._value(label, reply)
        self.last_value = results[0]
        return results

    def find(self, name: str) -> Found:
        """Where the answer of that official name stands in the notebook."""
        candidates = self._candidates(name)
        if not candidates:
            raise Verdict(
                Outcome.NOT_FOUND,
                text("Im Notebook gibt es am Ende keinen Namen „{name}“.", name=name),
            )
        if len(candidates) > 1:
            names = ", ".join(candidate.name for candidate in candidates)
            raise Verdict(
                Outcome.AMBIGUOUS,
                text(
                    "Statt „{name}“ gibt es mehrere ähnliche Namen: {names}.",
                    name=name,
                    names=names,
                ),
            )
        found = candidates[0]
        self.used[name] = found
        if found.gone and self.version is None:
            raise Verdict(
                Outcome.NOT_FOUND,
                text("„{name}“ wurde im Notebook wieder gelöscht oder überschrieben.", name=name),
            )
        return found

    def arguments(self, name: str) -> tuple[str, ...]:
        """The argument list that the sheet states for an answer."""
        return self._answers[name].arguments

    def has(self, name: str) -> bool:
        """Whether an answer is there at all, under its name or a near one."""
        return bool(self._candidates(name))

    def _candidates(self, name: str) -> list[Found]:
        if name not in self._found:
            answer = self._answers[name]
            taken = {other for a in self._answers.values() if a is not answer for other in a.names}
            self._found[name] = find(answer, self.listing(), taken)
        return self._found[name]

    def read_formulas(self) -> None:
        """Take down every answer that may be a formula; to be called before the first check.

        Messages and notes quote formulas. One that was read later could quote hidden inputs.
        """
        for name, answer in self._answers.items():
            if not answer.formula:
                continue
            try:
                self._formulas[name] = self._formula(name, None)
            except Verdict as verdict:
                self._formulas[name] = verdict
        self.begin_check()

    def formula(self, name: str, handle: Remote | None = None) -> Mapping[str, Any]:
        """An answer that may be a formula, tagged as in ``autograder.inside.exporting.formula``.

        With ``handle``, an object that a call returned instead of the answer's own value.
        """
        known = self._formulas.get(name) if handle is None and self.version is None else None
        if known is None:
            return self._formula(name, handle)
        self.find(name)  # notes how it was found
        if isinstance(known, Verdict):
            raise known.with_traceback(None)
        return known

    def _formula(self, name: str, handle: Remote | None) -> Mapping[str, Any]:
        found = self.find(name)
        target: str | int = found.name if handle is None else handle.number
        reply = self._ask(found.name, lambda seconds: self.peer.get(target, seconds, self.version))
        value = self._value(found.name, reply)
        if not isinstance(value, dict) or len(value) != 1:
            raise Verdict(Outcome.UNREADABLE, text("Die Antwort ist nicht lesbar."))
        return value

    def construct(self, maker: str, *values: Any) -> Remote:
        """Make an object inside from plain values; see ``autograder.inside.constructors``.

        A notebook that has overwritten what they need is for people to look at.
        """
        reply = self._ask(maker, lambda seconds: self.peer.construct(maker, values, seconds))
        value = reply.get("value")
        if not isinstance(value, Remote):
            raise Verdict(
                Outcome.UNDECIDED,
                text("Das Notebook verhindert, dass „{name}“ für es erzeugt wird.", name=maker),
                Evidence(found=words(reply.get("message"))),
            )
        self._made[value.number] = f"{maker}({', '.join(shown(v, 200) for v in values)})"
        return value

    def _shown(self, value: Any) -> str:
        """A value for evidence; an object made inside by how it was made."""
        if isinstance(value, Remote) and value.number in self._made:
            return self._made[value.number]
        return shown(value)

    def weights(self, handle: Remote) -> Any:
        """Names and values of a network's parameters."""
        reply = self._ask("weights", lambda seconds: self.peer.weights(handle.number, seconds))
        return self._value("weights", reply)

    def listing(self) -> Mapping[str, tuple[bool, str, int]]:
        if self._listing is None:
            self._listing = self._ask("names", lambda seconds: self.peer.names(seconds))
        return self._listing

    def task(self, part: str) -> Task:
        return self.sheet.by_id[part]

    def _ask(self, label: str, question: Callable[[float], Any]) -> Any:
        """The answer to a question that may take a number of seconds."""
        seconds = min(self.call_seconds, self.deadline - time.monotonic())
        if seconds <= 0:
            self._over = self._over or out_of_time()
        if self._over:
            raise self._over.with_traceback(None)
        try:
            return question(seconds)
        except WireFault as fault:
            self._dead(label, cause_of(fault))

    def _dead(self, label: str, cause: str) -> NoReturn:
        """The process died or talks nonsense during this question: replace it, bar the answer."""
        verdict = DEATHS.get(self._replace(cause), DEATHS["crash"])(label)
        self._barred[label] = verdict
        raise verdict

    def _replace(self, cause: str) -> str:
        """Go on with another process; why the last one ended."""
        peer, why = self.revive(cause)
        self._listing, self._found = None, {}
        if peer is not None:
            self.peer = peer
        else:
            # what was not asked yet may be right
            self._over = no_more_runs()
        return why

    def _value(self, label: str, reply: Mapping[str, Any]) -> Any:
        if reply.get("late"):
            self._barred[label] = DEATHS["time"](label)
            raise self._barred[label]
        if reply.get("k") in ("value", "formula"):
            return reply["value"]
        raise failed(label, reply, self.last_inputs)


class _Inputs(Mapping[str, str]):
    """Arguments as text, made only when somebody looks: most calls are right."""

    def __init__(self, values: Mapping[str, Any], show: Callable[[Any], str]) -> None:
        self._values = values
        self._show = show

    def __getitem__(self, name: str) -> str:
        return self._show(self._values[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
