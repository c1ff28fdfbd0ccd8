"""Runs cells as Jupyter does, without a kernel: an IPython shell in this process."""

import asyncio
import builtins
import getpass
import os
import subprocess
import sys
import time
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from autograder.inside.outputs import Output, Outputs, Publisher, ResultHook, Stream
from autograder.inside.substitutes import is_installer, note_on_installing, register_magics


@dataclass(frozen=True)
class CellRun:
    """How one cell ended: the error's class name and line in the cell, or None."""

    ok: bool
    error: str | None
    line: int | None
    cut: bool
    seconds: float
    outputs: list[Output]


class Shell(InteractiveShell):
    """An IPython shell whose outputs are values and whose statements can be counted."""

    displayhook_class = ResultHook
    display_pub_class = Publisher

    outputs = Outputs()
    statement = 0
    stop_before: int | None = None
    cut = False
    on_statement: Callable[[int], None] | None = None

    def system_piped(self, command: str) -> None:
        """``!command`` by pipes: IPython's own way needs a pseudo-terminal."""
        if is_installer(command):
            note_on_installing(command)
            self.user_ns["_exit_code"] = 0
            return
        with subprocess.Popen(
            ["/bin/sh", "-c", self.var_expand(command, depth=1)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process:
            assert process.stdout is not None
            try:
                for line in process.stdout:
                    sys.stdout.write(line.decode("utf-8", "replace"))
            except BaseException:
                process.kill()
                raise
        self.user_ns["_exit_code"] = process.returncode

    system = system_piped

    def getoutput(self, command: str, split: bool = True, depth: int = 0) -> Any:
        if is_installer(command):
            note_on_installing(command)
            return []
        return super().getoutput(command, split, depth=depth + 1)

    def enable_gui(self, gui: str | None = None) -> None:
        pass

    def ask_exit(self) -> None:
        pass

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        self.outputs.error(str(etype.__name__), str(evalue), [str(line) for line in stb])

    async def run_code(
        self, code_obj: types.CodeType, result: Any = None, *, async_: bool = False
    ) -> bool:
        """One top-level statement of a cell (IPython calls this for each)."""
        if self.stop_before is not None and self.statement >= self.stop_before:
            self.cut = True
            return True  # as after an error: the rest of the cell is not run
        if self.on_statement is not None:
            self.on_statement(self.statement)
        self.statement += 1
        return bool(await super().run_code(code_obj, result, async_=async_))


def make_shell() -> Shell:
    """A fresh shell with its own ``__main__``; there is one per process."""
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.banner1 = ""
    main = types.ModuleType("__main__")
    main.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = main
    Shell.clear_instance()
    Shell.outputs = Outputs()
    shell: Shell = Shell.instance(config=config, user_module=main, user_ns=main.__dict__)
    shell.set_hook("show_in_pager", lambda *_, **__: None)
    register_magics(shell)
    sys.stdout = Stream(shell.outputs, "stdout", 1)
    sys.stderr = Stream(shell.outputs, "stderr", 2)
    sys.displayhook = shell.displayhook
    builtins.input = _no_input
    getpass.getpass = _no_input
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    if "matplotlib" in sys.modules:
        shell.enable_matplotlib("inline")
    return shell


def _no_input(prompt: object = "", *_: object, **__: object) -> str:
    raise EOFError(f"nobody can answer here: {prompt}")


class CellRunner:
    """Runs cell after cell in one shell and one event loop."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)

    def run(self, source: str, stop_before: int | None = None) -> CellRun:
        """Run one cell up to its end, its first exception, or statement ``stop_before``."""
        shell = self.shell
        shell.statement, shell.stop_before, shell.cut = 0, stop_before, False
        start = time.perf_counter()
        error = None
        task = self.loop.create_task(self._run(source))
        try:
            result = self.loop.run_until_complete(task)
            error = result.error_before_exec or result.error_in_exec
        except BaseException as problem:
            error = problem
            task.cancel()
        self._after_cell()
        return CellRun(
            ok=error is None and not shell.cut,
            error=type(error).__name__ if error is not None else None,
            line=_line_of(error),
            cut=shell.cut,
            seconds=time.perf_counter() - start,
            outputs=shell.outputs.finish(),
        )

    async def _run(self, source: str) -> Any:
        shell = self.shell
        transformed, failure = None, None
        try:
            transformed = shell.transform_cell(source)
        except Exception:
            failure = sys.exc_info()
        return await shell.run_cell_async(
            source,
            store_history=True,
            transformed_cell=transformed,
            preprocessing_exc_tuple=failure,
        )

    def _after_cell(self) -> None:
        for event in ("post_execute", "post_run_cell"):
            try:
                arguments = () if event == "post_execute" else (None,)
                self.shell.events.trigger(event, *arguments)
            except Exception:
                self.shell.showtraceback()


def _line_of(error: BaseException | None) -> int | None:
    """The line in the cell where the error was raised."""
    if isinstance(error, SyntaxError):
        return error.lineno if isinstance(error.lineno, int) else None
    line, trace = None, getattr(error, "__traceback__", None)
    while trace is not None:
        if "ipykernel" in trace.tb_frame.f_code.co_filename or "ipython-input" in (
            trace.tb_frame.f_code.co_filename
        ):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
