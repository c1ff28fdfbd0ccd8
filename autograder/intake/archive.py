"""Zip archives: listed and read in memory, never extracted.

``zipfile`` parses what a student sends. It allocates by what the archive claims, so the bytes
of the central directory, the members, the ratio and every read have a cap of their own; only
stored and deflated members are read, because for the other methods a few bytes of input can
fill the memory before a cap is seen.
"""

import io
import os
import stat
import zipfile
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import IO, cast

from autograder.i18n import Text, text
from autograder.intake import entry
from autograder.intake.contract import Refused
from autograder.intake.entry import MIB, Entry
from autograder.intake.kinds import ignored
from autograder.intake.names import display, relative_path

DEPTH = 3
"""Archives inside archives."""
DIRECTORY_MIB = 2
"""Central directory of a submission's archive."""
COHORT_MEMBERS = 100_000
COHORT_DIRECTORY_MIB = 16
"""The same for an archive that holds many submissions."""
RATIO = 200
"""Unpacked bytes per packed byte, from :data:`RATIO_FROM_MIB` on."""
RATIO_FROM_MIB = 4
_CHUNK_BYTES = 64 * 1024
_NO_DATE_YEAR = 1980
"""The first year that a zip knows stands for “no date”."""


class _Bounded:
    """A file whose single reads have a cap: ``zipfile`` reads a whole directory in one."""

    def __init__(self, file: IO[bytes], max_bytes: int) -> None:
        self._file = file
        self._max_bytes = max_bytes
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        wanted = self._max_bytes + 1 if size < 0 else min(size, self._max_bytes + 1)
        content = self._file.read(wanted)
        if len(content) > self._max_bytes:
            raise zipfile.BadZipFile("central directory over its cap")
        return content


class _OnDisk(io.RawIOBase):
    """A file that is open only while it is read: nothing to close, nothing that forks share."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size_bytes = path.stat().st_size
        self._at = 0

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size_bytes}[whence]
        if start + offset < 0:
            raise OSError("before the start of the file")
        self._at = start + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        descriptor = os.open(self._path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            content = os.pread(descriptor, size, self._at)
        finally:
            os.close(descriptor)
        self._at += len(content)
        return content


class Archive:
    """An opened zip. ``name`` is only for messages."""

    def __init__(
        self,
        file: IO[bytes],
        name: str,
        members: int = entry.FILES,
        directory_mib: int = DIRECTORY_MIB,
    ) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(cast(IO[bytes], _Bounded(file, directory_mib * MIB)))
        except Exception as error:  # whatever hostile bytes make the parser raise
            raise _damaged(name) from error
        self.members = [one for one in self._zip.infolist() if one.orig_filename[-1:] != "/"]
        if len(self.members) > members:
            raise Refused(
                text(
                    "Das Archiv „{name}“ wurde nicht geöffnet: Es enthält {found} Dateien, erlaubt "
                    "sind {allowed}. Bitte packen Sie nur ein, was zur Lösung gehört.",
                    name=display(name),
                    found=len(self.members),
                    allowed=members,
                )
            )

    def path(self, member: int) -> str:
        """A member's path, made safe; raises :class:`Refused` where it leads outside."""
        return relative_path(_decoded(self.members[member]))

    def raw_path(self, member: int) -> str:
        """A member's path as written: only to be shown or judged."""
        return _decoded(self.members[member])

    def time(self, member: int) -> datetime | None:
        """When a member was last changed: local time of the machine that packed it."""
        stamp = self.members[member].date_time
        try:
            at = datetime(*stamp)
        except ValueError:
            return None
        return at if at.year > _NO_DATE_YEAR else None

    def refusal(self, member: int) -> Text | None:
        """Why a member is not read, as far as the directory tells."""
        info = self.members[member]
        name = _decoded(info)
        mode = info.external_attr >> 16 if info.create_system == 3 else 0
        if stat.S_ISLNK(mode):
            return entry.is_link(name).text
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            return entry.is_special(name).text
        if info.flag_bits & 0x41:
            return text(
                "„{name}“ ist mit einem Passwort verschlüsselt und wurde nicht gelesen. Bitte "
                "geben Sie das Archiv ohne Passwort ab.",
                name=display(name),
            )
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return text(
                "„{name}“ ist mit einem Verfahren gepackt, das hier nicht gelesen wird. Bitte "
                "packen Sie ein gewöhnliches ZIP-Archiv (Verfahren „Deflate“).",
                name=display(name),
            )
        if info.file_size > max(RATIO_FROM_MIB * MIB, RATIO * info.compress_size):
            return text(
                "„{name}“ wurde nicht gelesen: Die Datei ist im Archiv mehr als {ratio}-fach "
                "gepackt, wie bei einer ZIP-Bombe. Bitte geben Sie sie ungepackt ab.",
                name=display(name),
                ratio=RATIO,
            )
        return None

    def read(self, member: int, max_bytes: int) -> bytes:
        """All bytes of a member; raises :class:`Refused` when damaged or over ``max_bytes``."""
        why = self.refusal(member)
        if why is not None:
            raise Refused(why)
        info, content = self.members[member], bytearray()
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(min(_CHUNK_BYTES, max_bytes + 1 - len(content))):
                    content += chunk
        except Exception as error:  # whatever hostile bytes make the parser raise
            raise _damaged(f"{self.name}: {_decoded(info)}") from error
        if len(content) > max_bytes:
            raise entry.TooBig(_decoded(info))
        return bytes(content)

    def entries(self, prefix: str = "") -> list[Entry]:
        """All members that were handed in, below ``prefix`` (empty or ending in ``/``)."""
        found = []
        for member in range(len(self.members)):
            try:
                name = prefix + self.path(member)
            except Refused as error:
                found.append(entry.refused(display(self.raw_path(member)), error))
                continue
            if not ignored(name):
                found.append(Entry(name, partial(self.read, member)))
        return found


def in_memory(content: bytes, name: str) -> Archive:
    return Archive(io.BytesIO(content), name)


def on_disk(path: Path) -> Archive:
    """The archive of many submissions at ``path``, a regular file; the one used last is kept.

    Opening costs time by the number of members: once per submission it would grow with the
    square of the cohort. Raises :class:`Refused`.
    """
    try:
        state = path.lstat()
        return _kept(path, (state.st_size, state.st_mtime_ns, state.st_ino))
    except OSError as error:
        raise entry.not_openable(path.name) from error


@lru_cache(maxsize=1)
def _kept(path: Path, _version: tuple[int, ...]) -> Archive:
    file = cast(IO[bytes], _OnDisk(path))
    return Archive(file, path.name, COHORT_MEMBERS, COHORT_DIRECTORY_MIB)


def _decoded(info: zipfile.ZipInfo) -> str:
    """The name as its author meant it: macOS writes UTF-8 without saying so."""
    name = info.orig_filename
    if info.flag_bits & 0x800:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _damaged(name: str) -> Refused:
    return Refused(
        text(
            "„{name}“ ist kein lesbares ZIP-Archiv (beschädigt, abgeschnitten oder etwas anderes "
            "mit der Endung .zip). Bitte packen Sie Ihre Dateien neu ein und geben Sie sie noch "
            "einmal ab.",
            name=display(name),
        )
    )
