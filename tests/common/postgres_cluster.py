"""A private PostgreSQL in a folder, started as an ordinary user and stopped in the end.

Nothing is installed and no running server is touched: it listens on a socket in its own folder.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

_DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_SEARCH = os.pathsep.join([os.environ.get("PATH", ""), *map(str, _DEBIAN)])


def missing() -> str:
    """Why no cluster can be started here; empty where one can."""
    for name in ("initdb", "pg_ctl"):
        if shutil.which(name, path=_SEARCH) is None:
            return f"PostgreSQL's {name} is not installed (Debian: apt-get install postgresql)"
    if os.geteuid() == 0 and _ordinary() is None:
        return "PostgreSQL does not run as root, and there is no ordinary user here"
    return ""


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a server's first database; it is gone afterwards."""
    user = _ordinary() if os.geteuid() == 0 else None
    # not below pytest's folder, which only its owner may enter
    with TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        data = Path(name) / "data"
        if user is not None:
            os.chown(name, user.pw_uid, user.pw_gid)
        _as(user, "initdb", "-D", data, "-U", "probe", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-k {name} -c listen_addresses='' -c fsync=off"
        _as(user, "pg_ctl", "-D", data, "-l", data / "log", "-o", options, "-w", "start")
        try:
            yield f"postgresql+psycopg://probe@/postgres?host={quote(name, safe='')}"
        finally:
            _as(user, "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _ordinary() -> pwd.struct_passwd | None:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def _as(user: pwd.struct_passwd | None, program: str, *arguments: object) -> None:
    path = shutil.which(program, path=_SEARCH)
    assert path is not None
    done = subprocess.run(
        [path, *map(str, arguments)],
        stdout=subprocess.DEVNULL,  # a pipe would stay open in the server
        stderr=subprocess.DEVNULL,
        timeout=120,
        cwd="/",
        env={"LC_ALL": "C.UTF-8", "PATH": _SEARCH},
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
    )
    assert done.returncode == 0, f"{program} failed with {done.returncode}"
