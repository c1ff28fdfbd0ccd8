"""P2's conversation: runs cells and answers calls on one private descriptor.

A request is a map with a number ``n`` and a kind ``k``; its reply carries the same number, so
that a late or invented one is told apart. Replies hold values, never verdicts:

=========  ==========================================  =====================================
request    fields                                      reply
=========  ==========================================  =====================================
start      files, folder, seed, threads, watch,        ready (missing: files that did not fit)
           output_bytes
cell       source, stop_before                         statement*, ran
names                                                  names
call       target, names, rows, version, keep          value (a list with one entry per row;
                                                       keep: of handles),
                                                       raised, interrupted, memory,
                                                       signature, unsendable, oversized
get        target, version                             formula (see exporting.formula)
construct  maker, values                               value (a handle)
weights    handle                                      value
=========  ==========================================  =====================================
"""

import os
import random
import signal
import sys
from collections.abc import Callable, Mapping
from typing import Any

from autograder.inside.binding import CannotBind, bind
from autograder.inside.constructors import CONSTRUCTORS, weights_of
from autograder.inside.exporting import Handles, formula
from autograder.inside.names import Namespace
from autograder.inside.shell import CellRunner, Shell
from autograder.wire.faults import DeadlineExceeded, PeerGone, WireFault
from autograder.wire.frames import Channel
from autograder.wire.values import decode, encode

MAX_MESSAGE_CHARACTERS = 500
MAX_NAME_CHARACTERS = 100

Reply = dict[str, Any]


class Server:
    """One student process: its shell, its namespace, its handles."""

    def __init__(self, channel: Channel, shell: Shell, scratch: str) -> None:
        self.channel = channel
        self.shell = shell
        self.scratch = scratch
        self.handles = Handles()
        self.hooks = self.handles.hooks()
        self.namespace = Namespace(shell.user_ns, ())
        self.runner: CellRunner | None = None
        self.number = 0
        self.interruptible = False
        self.pid = os.getpid()

    def loop(self) -> None:
        """Answer requests until the other side closes the descriptor."""
        while True:
            try:
                request = self.channel.receive()
            except PeerGone:
                return
            self.number = request["n"]
            self.reply(self.answer(request))

    def reply(self, reply: Reply) -> None:
        """Send a reply; one that is too large is replaced, so that the process lives on."""
        if os.getpid() != self.pid:  # forked in a cell that it has now come to the end of
            os._exit(0)
        try:
            self.channel.send({"n": self.number, **reply})
        except (PeerGone, DeadlineExceeded):
            raise
        except WireFault as fault:
            self.channel.send({"n": self.number, "k": "oversized", "message": str(fault)})

    def answer(self, request: Mapping[str, Any]) -> Reply:
        actions: Mapping[str, Callable[[Mapping[str, Any]], Reply]] = {
            "start": self.start,
            "cell": self.cell,
            "names": self.names,
            "call": self.call,
            "get": self.get,
            "construct": self.construct,
            "weights": self.weights,
        }
        self.listen_for_interrupts()
        try:
            self.interruptible = True
            try:
                return actions[request["k"]](request)
            finally:
                self.interruptible = False
        except BaseException as error:  # the interrupt may also have hit the line above
            return self.raised(error)

    def listen_for_interrupts(self) -> None:
        """SIGINT interrupts student code only; a late one must not hit our own lines."""

        def handler(*_: object) -> None:
            if self.interruptible:
                self.interruptible = False
                raise KeyboardInterrupt

        signal.signal(signal.SIGINT, handler)

    def start(self, request: Mapping[str, Any]) -> Reply:
        # everything of ours first: what was handed in may be too much for this disk
        folder = os.path.join(self.scratch, request["folder"])
        os.makedirs(folder, exist_ok=True)
        os.chdir(folder)
        self.shell.outputs.max_bytes = request["output_bytes"]
        self.shell.outputs.catch_descriptors(self.scratch)
        seed_libraries(request["seed"], request["threads"])
        self.namespace = Namespace(self.shell.user_ns, request["watch"])
        self.runner = CellRunner(self.shell)
        self.shell.on_statement = self.statement
        files = request["files"]
        return {
            "k": "ready",
            "missing": [name for name in files if not self.lay(name, files[name])],
        }

    def lay(self, name: str, content: bytes) -> bool:
        """Lay a file of the submission beside the notebook; False where the disk takes no more."""
        path = os.path.join(self.scratch, *name.split("/"))
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
        except OSError:
            return False
        return True

    def statement(self, index: int) -> None:
        if os.getpid() != self.pid:
            return
        # an interrupt in the middle of a frame would garble the conversation; it is sent again
        interruptible, self.interruptible = self.interruptible, False
        self.channel.send({"n": self.number, "k": "statement", "i": index})
        self.interruptible = interruptible

    def cell(self, request: Mapping[str, Any]) -> Reply:
        assert self.runner is not None
        run = self.runner.run(request["source"], request["stop_before"])
        self.namespace.remember()
        return {
            "k": "ran",
            "ok": run.ok,
            "error": run.error and run.error[:MAX_NAME_CHARACTERS],
            "line": run.line,
            "cut": run.cut,
            "outputs": encode(run.outputs, self.hooks),
        }

    def names(self, _: Mapping[str, Any]) -> Reply:
        return {"k": "names", "names": self.namespace.listing()}

    def call(self, request: Mapping[str, Any]) -> Reply:
        function = self.target(request)
        results = []
        for row in decode(request["rows"], self.hooks):
            positional, keywords = bind(function, request["names"], row)
            result = function(*positional, **keywords)
            results.append(self.handles.keep(result) if request["keep"] else result)
        return self.value(results)

    def get(self, request: Mapping[str, Any]) -> Reply:
        return {"k": "formula", "v": self.packed(formula(self.target(request)))}

    def construct(self, request: Mapping[str, Any]) -> Reply:
        made = CONSTRUCTORS[request["maker"]](*decode(request["values"], self.hooks))
        return {"k": "value", "v": encode(self.handles.keep(made))}

    def weights(self, request: Mapping[str, Any]) -> Reply:
        return self.value(weights_of(self.handles[request["handle"]]))

    def target(self, request: Mapping[str, Any]) -> Any:
        target = request["target"]
        if isinstance(target, int):
            return self.handles[target]
        return self.namespace.get(target, request["version"])

    def value(self, result: Any) -> Reply:
        # encoded here, where an interrupt still ends a hostile __float__ that never returns
        return {"k": "value", "v": self.packed(result)}

    def packed(self, value: Any) -> bytes:
        """A value that the other side will accept: else this is an answer and not a breach."""
        data = encode(value, self.hooks)
        decode(data)
        return data

    def raised(self, error: BaseException) -> Reply:
        if isinstance(error, KeyboardInterrupt):
            return {"k": "interrupted"}
        if isinstance(error, MemoryError) or "can't allocate memory" in _message(error):
            return {"k": "memory"}
        kind = "signature" if isinstance(error, CannotBind) else "raised"
        if isinstance(error, WireFault):
            kind = "unsendable"
        name = type(error).__name__[:MAX_NAME_CHARACTERS]
        return {"k": kind, "error": name, "message": _message(error)}


def _message(error: BaseException) -> str:
    try:
        return str(error)[:MAX_MESSAGE_CHARACTERS]
    except BaseException:
        return ""


def seed_libraries(seed: int, threads: int) -> None:
    """The same numbers for every submission: random, numpy, torch."""
    random.seed(seed)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(seed % 2**32)
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.default_generator.manual_seed(seed)  # of other devices' there are none in here
        torch.set_num_threads(threads)
