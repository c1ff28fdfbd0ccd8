"""A small batch of the example cohort, graded by the real command while faults strike it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import Tree

ROOT = Path(__file__).resolve().parent.parent
COHORT = ROOT / "reference" / "blatt09" / "cohort"
NOTEBOOKS = (
    *("muster-anna.ipynb", "probe-carl.ipynb", "muster-cem.ipynb", "muster-mira.zip"),
    *("muster-bela.ipynb", "probe-berta.ipynb", "muster-goran.ipynb", "muster-kira"),
    *("muster-ulf.ipynb", "muster-wanda.ipynb", "muster-zoe.ipynb", "probe-frida.ipynb"),
)
"""Right and wrong ones, a zip, a folder, and three that kill their own process."""
SUBMISSION_SECONDS = 20
"""Instead of the sheet's 60: how long a stopped process can hold a submission up."""
HUNG_SECONDS = 300
_POLL_SECONDS = 0.002


@dataclass(frozen=True)
class Fault:
    """What is to happen: ``moment`` in [0, 1) of the start-up or of the grading proper."""

    role: str
    signal: signal.Signals
    moment: float
    while_starting: bool = False
    pause_seconds: float = 0.0
    """A stopped coordinator is continued after that long, as after Ctrl-Z and fg."""


@dataclass(frozen=True)
class Hit:
    """What did happen: to whom, and how long after the start."""

    fault: Fault
    pid: int
    seconds: float


@dataclass(frozen=True)
class Timing:
    """How long a run takes undisturbed: until the first student process, and from then on."""

    starting: float
    grading: float


@dataclass(frozen=True)
class Run:
    """One run of the command."""

    code: int | None
    """Exit code; None: it hung and was killed."""
    seconds: float
    output: str
    hits: tuple[Hit, ...] = ()
    timing: Timing = Timing(0.0, 0.0)


class Batch:
    """A course, a cohort and the command that grades them."""

    def __init__(self, work: Path, notebooks: int, jobs: int, level: str) -> None:
        self.work = work
        self.jobs = jobs
        self.level = level
        self.course = work / "course"
        self.cohort = work / "cohort"
        self._copy(NOTEBOOKS[:notebooks])

    def _copy(self, names: Sequence[str]) -> None:
        ignored = shutil.ignore_patterns("__pycache__", ".*")
        for part in ("assignments/blatt09", "tests/blatt09"):
            shutil.copytree(ROOT / part, self.course / part, ignore=ignored)
        sheet = self.course / "assignments" / "blatt09" / "sheet.toml"
        lines = sheet.read_text("utf-8").splitlines()
        limit = "submission_seconds = "
        lines = [f"{limit}{SUBMISSION_SECONDS}" if x.startswith(limit) else x for x in lines]
        sheet.write_text("\n".join(lines) + "\n", "utf-8")
        self.cohort.mkdir()
        for name in names:
            source = COHORT / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, self.cohort / name)

    def grade(
        self,
        out: Path,
        rng: random.Random,
        faults: Sequence[Fault] = (),
        usual: Timing | None = None,
    ) -> Run:
        """Run the command; each fault strikes at its moment of a run that takes as ``usual``."""
        command = [
            *(sys.executable, str(ROOT / "grade.py"), "blatt09", str(self.cohort)),
            *("--course", str(self.course), "--out", str(out), "--jobs", str(self.jobs)),
        ]
        temporary = self.work / "tmp"
        temporary.mkdir(exist_ok=True)
        log = out.parent / f"{out.name}.log"
        with log.open("wb") as file:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                env={**os.environ, "TMPDIR": str(temporary), "COLUMNS": "200"},
                start_new_session=True,
            )
            storm = _Storm(process, Tree(process.pid, self.level), rng, usual)
            hits = tuple(hit for fault in faults if (hit := storm.strike(fault)))
            began = storm.await_students()
            try:
                code: int | None = process.wait(HUNG_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                code = None
        ended = time.monotonic() - storm.start
        timing = Timing(began, ended - began)
        return Run(code, ended, log.read_text("utf-8", "replace"), hits, timing)

    def temporary_files(self) -> list[str]:
        """What runs left in the folder for temporary files; it is emptied."""
        folder = self.work / "tmp"
        left = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
        shutil.rmtree(folder, ignore_errors=True)
        return left


class _Storm:
    """Strikes a running command."""

    def __init__(
        self, process: subprocess.Popen[bytes], tree: Tree, rng: random.Random, usual: Timing | None
    ) -> None:
        self.process = process
        self.tree = tree
        self.rng = rng
        self.usual = usual or Timing(0.0, 0.0)
        self.start = time.monotonic()
        self._began: float | None = None

    def await_students(self) -> float:
        """Seconds from the start until the first student process was seen, or the end."""
        while self._began is None:
            if self.tree.find("P2") or self.process.poll() is not None:
                self._began = time.monotonic() - self.start
            time.sleep(_POLL_SECONDS)
        return self._began

    def strike(self, fault: Fault) -> Hit | None:
        """Wait for the moment and a victim; None when the command ends before."""
        if fault.while_starting:
            moment = fault.moment * self.usual.starting
        else:
            moment = self.await_students() + fault.moment * self.usual.grading
        while self.process.poll() is None:
            now = time.monotonic() - self.start
            victims = self.tree.find(fault.role) if now >= moment else []
            if victims:
                victim = self.rng.choice(victims)
                try:
                    os.kill(victim, fault.signal)
                except ProcessLookupError:
                    continue
                if fault.pause_seconds:
                    time.sleep(fault.pause_seconds)
                    os.kill(victim, signal.SIGCONT)
                return Hit(fault, victim, now)
            time.sleep(_POLL_SECONDS)
        return None
