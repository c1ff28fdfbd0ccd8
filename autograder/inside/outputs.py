"""What a cell shows, kept as nbformat outputs with a byte cap.

Everything that passes through Python (prints, displays, results, tracebacks) lands here in the
order in which it happened. What C code and subprocesses write to descriptors 1 and 2 lands in an
unlinked file that is read after each cell.
"""

import base64
import io
import itertools
import os
from collections.abc import Mapping
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher

Output = dict[str, Any]

MAX_OUTPUTS = 1_999
"""Of one cell; the other side keeps one more, for the note that some were dropped."""
MAX_MIME_TYPES = 20


class Outputs:
    """The outputs of the running cell; at most ``max_bytes`` of UTF-8 are kept."""

    def __init__(self) -> None:
        self.max_bytes = 4 << 20
        self._items: list[Output] = []
        self._bytes = 0
        self._dropped = 0
        self._clear_next = False
        self._displays: dict[str, list[Output]] = {}
        self._raw = -1

    def catch_descriptors(self, directory: str) -> None:
        """Send descriptors 1 and 2 into an unlinked file below ``directory``."""
        path = os.path.join(directory, ".descriptors")
        flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND | os.O_CLOEXEC
        self._raw = os.open(path, flags, 0o600)
        os.unlink(path)
        os.dup2(self._raw, 1)
        os.dup2(self._raw, 2)

    def stream(self, name: str, text: str) -> None:
        self._obey_clear()
        last = self._items[-1] if self._items else None
        if last and last["output_type"] == "stream" and last["name"] == name:
            if self._take(text):
                last["text"].append(text)
        elif self._take_item(text):
            self._items.append({"output_type": "stream", "name": name, "text": [text]})

    def bundle(self, kind: str, data: Mapping[str, Any], display_id: str | None = None) -> None:
        """A ``display_data`` or ``execute_result`` with its mime bundle."""
        self._obey_clear()
        safe = _portable(data)
        if not self._take_item(*safe.values()):
            return
        item = {"output_type": kind, "data": safe}
        self._items.append(item)
        if display_id:
            self._displays.setdefault(display_id, []).append(item)

    def update(self, display_id: str, data: Mapping[str, Any]) -> None:
        safe = _portable(data)
        if self._take(*safe.values()):
            for item in self._displays.get(display_id, []):
                item["data"] = safe

    def error(self, name: str, value: str, traceback: list[str]) -> None:
        if self._take_item(value, *traceback):
            self._items.append(
                {"output_type": "error", "ename": name, "evalue": value, "traceback": traceback}
            )

    def clear(self, wait: bool) -> None:
        if wait:
            self._clear_next = True
        else:
            self._items.clear()

    def finish(self) -> list[Output]:
        """The outputs since the last call; starts anew."""
        self._read_descriptors()
        items, dropped = self._items, self._dropped
        self._items, self._bytes, self._dropped, self._clear_next = [], 0, 0, False
        for item in items:
            if item["output_type"] == "stream":
                item["text"] = "".join(item["text"])
        if dropped:
            note = f"[{dropped} more bytes of output were not kept]\n"
            items.append({"output_type": "stream", "name": "stderr", "text": note})
        return items

    def _obey_clear(self) -> None:
        if self._clear_next:
            self._items.clear()
            self._clear_next = False

    def _take_item(self, *texts: str) -> bool:
        if len(self._items) >= MAX_OUTPUTS:
            self._dropped += sum(map(_utf8_bytes, texts))
            return False
        return self._take(*texts)

    def _take(self, *texts: str) -> bool:
        size = sum(map(_utf8_bytes, texts))
        if self._bytes + size > self.max_bytes:
            self._dropped += size
            return False
        self._bytes += size
        return True

    def _read_descriptors(self) -> None:
        if self._raw < 0:
            return
        size = os.lseek(self._raw, 0, os.SEEK_END)
        if size:
            data = os.pread(self._raw, min(size, self.max_bytes), 0)
            os.ftruncate(self._raw, 0)
            self.stream("stdout", data.decode("utf-8", "replace"))


def _portable(data: Mapping[str, Any]) -> dict[str, str]:
    """What pages can show: text, and pictures in base64; JSON for scripts is left out."""
    portable = {}
    for mime, value in itertools.islice(data.items(), MAX_MIME_TYPES):
        if isinstance(value, bytes):
            portable[str(mime)] = base64.b64encode(value).decode("ascii")
        elif isinstance(value, str):
            portable[str(mime)] = value
    return portable


def _utf8_bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "backslashreplace"))


class Stream(io.TextIOBase):
    """``sys.stdout`` or ``sys.stderr`` of the notebook."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, outputs: Outputs, name: str, descriptor: int) -> None:
        self._outputs = outputs
        self._name = name
        self._descriptor = descriptor
        self.name = f"<{name}>"
        self.buffer = _Bytes(self)

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if text:
            self._outputs.stream(self._name, text)
        return len(text)

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return False


class _Bytes(io.RawIOBase):
    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        data = bytes(data)
        self._stream.write(data.decode("utf-8", "replace"))
        return len(data)


class Publisher(DisplayPublisher):
    """``display(…)`` into :class:`Outputs` (set as ``shell.outputs``)."""

    def publish(
        self,
        data: Mapping[str, Any],
        *_: Any,
        transient: Any = None,
        update: bool = False,
        **__: Any,
    ) -> None:
        display_id = str((transient or {}).get("display_id") or "")
        if update:
            self.shell.outputs.update(display_id, data)
        else:
            self.shell.outputs.bundle("display_data", data, display_id)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear(wait)


class ResultHook(DisplayHook):
    """The value of a cell's last expression into :class:`Outputs`."""

    def start_displayhook(self) -> None:
        pass

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: Any, *_: Any) -> None:
        self.shell.outputs.bundle("execute_result", format_dict)

    def finish_displayhook(self) -> None:
        pass
