"""Zip archives that depend on nothing but their content: no times, no owners, no chance."""

import io
import stat
import zipfile
from collections.abc import Collection, Mapping

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold


def zipped(files: Mapping[str, bytes], executable: Collection[str] = ()) -> bytes:
    """Archive ``files`` (relative POSIX path → content), sorted by path."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, _LONG_AGO)
            mode = 0o755 if name in executable else 0o644
            member.external_attr = (stat.S_IFREG | mode) << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, files[name])
    return buffer.getvalue()
