"""How long the server needs for each page of the review: 1,000 submissions × 15 parts, stored.

    python -m benchmarks.review [--submissions 1000] [--out DIR]
    python -m benchmarks.review --tutors 20 --seconds 60 [--store postgresql+psycopg://…]

The first form visits every kind of page many times, with marks in between, and prints the median
and the 95th percentile of what a request takes on this machine, client included. The second lets
tutors mark at the same time and counts what was lost: nothing may be.
"""

import argparse
import itertools
import random
import statistics
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import httpx

from autograder.out.folder import OutFolder
from autograder.records.ledger import Kind
from autograder.review.answer import Answer
from autograder.review.serve import office_of
from autograder.review.web import Office
from benchmarks.review_cohort import build
from benchmarks.review_server import csrf_of, serving, sign_in

LIMIT_MS = 100.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=1000)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--tutors", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--store")
    arguments = parser.parse_args()
    with ExitStack() as stack:
        out = arguments.out or Path(stack.enter_context(tempfile.TemporaryDirectory())) / "out"
        if not out.exists():
            start = time.perf_counter()
            build(out, arguments.submissions, arguments.store)
            print(f"cohort of {arguments.submissions} built in {time.perf_counter() - start:.1f} s")
        folder = stack.enter_context(OutFolder.existing(out))
        start = time.perf_counter()
        office = office_of(folder, lambda _: None)
        print(f"opened in {time.perf_counter() - start:.1f} s")
        base = stack.enter_context(serving(office))
        if arguments.tutors:
            return crowd(office, base, arguments.tutors, arguments.seconds)
        return pages(office, base, arguments.rounds)


def pages(office: Office, base: str, rounds: int) -> int:
    """Median, 95th percentile and CPU time of every kind of page; exit code 1 above the limit."""
    with closing(sign_in(office, base, "probe")) as client:
        return visits(office, client, rounds)


def visits(office: Office, client: httpx.Client, rounds: int) -> int:
    desk, token = office.desk, csrf_of(office, client)
    written = [task.id for task in desk.tasks if task.kind == "text"]
    chance = random.Random(4)

    def some(task: str = "") -> Answer:
        return chance.choice(desk.part(task or chance.choice(desk.tasks).id))

    def mark() -> httpx.Response:
        one = next(one for one in desk.part(chance.choice(written)) if one.open)
        form = {"csrf": token, "seen": one.version, "points": "0.5", "comment": "Gut."}
        return client.post(f"/mark/{one.task.id}/{one.code}", data=form)

    def get(place: str) -> httpx.Response:
        return client.get(place)

    def address(one: Answer) -> str:
        return f"/answer/{one.task.id}/{one.code}"

    kinds: dict[str, Callable[[], httpx.Response]] = {
        "overview": lambda: get("/"),
        "part": lambda: get(f"/part/{chance.choice(desk.tasks).id}"),
        "part, last page": lambda: get(f"/part/{chance.choice(written)}?show=all&page=999"),
        "answer, written": lambda: get(
            f"/answer/{(o := some(chance.choice(written))).task.id}/{o.code}"
        ),
        "answer, any": lambda: get(f"/answer/{(o := some()).task.id}/{o.code}"),
        "mark": mark,
        "undo": lambda: client.post("/undo", data={"csrf": token}),
        "next": lambda: get(f"/next/{chance.choice(written)}"),
        "please look": lambda: get("/look"),
        "please look, next": lambda: get("/look/next"),
        "whole notebook": lambda: get(f"/whole/{some().code}"),
        "notebook in its frame": lambda: get(f"/notebook/{some().code}"),
        "history": lambda: get("/history"),
        "settings": lambda: get("/settings"),
    }
    start = time.perf_counter()
    for task in desk.tasks:
        desk.groups(task.id)
    print(f"answers of all parts grouped in {time.perf_counter() - start:.1f} s")
    times: dict[str, list[float]] = {name: [] for name in kinds}
    busy: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(rounds):
        for name, visit in kinds.items():
            start, before = time.perf_counter(), time.process_time()
            response = visit()
            times[name].append(1000 * (time.perf_counter() - start))
            busy[name].append(1000 * (time.process_time() - before))
            assert response.status_code in (200, 303), (name, response.status_code)
    print(f"{'page':24} {'median ms':>10} {'p95 ms':>8} {'median CPU ms':>14}")
    slow = 0
    for name, taken in times.items():
        median, p95 = statistics.median(taken), sorted(taken)[int(0.95 * len(taken))]
        slow += median > LIMIT_MS
        print(f"{name:24} {median:10.0f} {p95:8.0f} {statistics.median(busy[name]):14.0f}")
    return 1 if slow else 0


def crowd(office: Office, base: str, tutors: int, seconds: float) -> int:
    """Tutors mark at the same time; every mark that was answered with success must be there."""
    desk = office.desk
    ready = threading.Barrier(tutors)
    kept: list[tuple[str, str, str, float | None]] = []
    errors: list[str] = []
    refused = itertools.count()
    times: list[float] = []

    def tutor(number: int) -> None:
        author = f"probe-{number}"
        chance = random.Random(number)
        tasks = [task for task in desk.tasks if task.kind == "text"]
        with closing(sign_in(office, base, author)) as client:
            token = csrf_of(office, client)
            ready.wait()
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                one = chance.choice(desk.part(chance.choice(tasks).id))
                points = chance.choice(("0", "0.5", "1"))
                form = {"csrf": token, "seen": one.version, "points": points, "reason": "probe"}
                start = time.perf_counter()
                response = client.post(f"/mark/{one.task.id}/{one.code}", data=form)
                page = response
                while page.status_code == 303:
                    page = client.get(page.headers["location"])
                times.append(1000 * (time.perf_counter() - start))
                if response.status_code != 303 or page.status_code != 200:
                    errors.append(f"{response.status_code} {page.status_code}")
                elif "told refused" in page.text:
                    next(refused)
                else:
                    kept.append((author, one.submission, one.task.id, float(points)))

    threads = [threading.Thread(target=tutor, args=(n,)) for n in range(tutors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    decisions = desk.store.decisions.all(Kind.MARK)
    marks = [(one.author, one.submission, one.task, one.points) for one in decisions]
    told, stored = Counter(kept), Counter(one for one in marks if one[0].startswith("probe-"))
    conflicts = next(refused)
    median = statistics.median(times) if times else 0.0
    print(
        f"{tutors} tutors, {seconds:g} s: {told.total()} marks, {conflicts} conflicts shown, "
        f"{len(errors)} errors, mark and next page together {median:.0f} ms in the median"
    )
    print(f"stored {stored.total()}, lost {(told - stored).total()}")
    return 1 if errors or told != stored or not told else 0


if __name__ == "__main__":
    raise SystemExit(main())
