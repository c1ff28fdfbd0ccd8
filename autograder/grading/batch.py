"""Many submissions on one engine, as many at a time as there are workers."""

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import Generic, Protocol, TypeVar

from autograder.grading.engine import Crew, Engine, Graded, not_graded
from autograder.grading.reading import Reader
from autograder.intake.contract import Found

AHEAD = 2
"""So many per worker are under way or done and not yet taken: memory does not grow with a batch."""


class Limited(Protocol):
    """A result that says whether a limit was hit."""

    @property
    def limited(self) -> bool: ...


Work = TypeVar("Work")
Given = TypeVar("Given", bound=Limited)


class Batch(Generic[Work, Given]):
    """Those that hit a limit are confirmed alone at the end."""

    def __init__(self, crew: Crew, one: Callable[[Work, bool], Given]) -> None:
        """``one`` grades one piece of work; its flag says that there is no next try."""
        self.crew = crew
        self.one = one
        self._stopped = threading.Event()

    def run(self, work: Sequence[Work]) -> Iterable[Given]:
        """Results as submissions end; a limited one comes twice, the second time for good."""
        limited: list[Work] = []
        waiting = iter(work)
        under_way: dict[Future[Given], Work] = {}
        with ThreadPoolExecutor(self.crew.workers, thread_name_prefix="worker") as pool:

            def fill() -> None:
                room = AHEAD * self.crew.workers - len(under_way)
                for piece in islice(waiting, room):
                    under_way[pool.submit(self.one, piece, False)] = piece

            try:
                fill()
                while under_way:
                    for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                        piece = under_way.pop(future)
                        given = future.result()
                        if given.limited:
                            limited.append(piece)
                        fill()
                        yield given
            except BaseException:
                self.stop()
                pool.shutdown(cancel_futures=True)
                raise
        for piece in limited:
            yield self.one(piece, True)

    def stop(self) -> None:
        if not self._stopped.is_set():
            self._stopped.set()
            self.crew.close_now()


def grading(engine: Engine, reader: Reader, seed: str) -> Callable[[Found, bool], Graded]:
    """What a batch does with a submission of which nothing is kept."""

    def one(found: Found, _last: bool) -> Graded:
        try:
            assignment = reader.read(found)
        except Exception as error:  # a bug of ours costs this submission only, and no points
            return Graded(not_graded(engine.sheet, found.id, found.students, error))
        return engine.grade(assignment, seed)

    return one
