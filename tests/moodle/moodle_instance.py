"""A real Moodle on this machine: PHP's own server, a PostgreSQL of its own, a small course.

The source is not changed; everything made is in a folder that is gone afterwards.
"""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import requests
from bs4 import BeautifulSoup
from postgres_cluster import cluster

HERE = Path(__file__).parent
PHP = ["php", "-d", "memory_limit=1G", "-d", "max_input_vars=5000", "-d", "error_reporting=1"]


@dataclass(frozen=True)
class Site:
    address: str
    token: str
    helper_token: str
    """Of somebody who may grade one group only."""
    password: str
    modules: Mapping[str, int]
    """Kind of assignment → its number in addresses."""
    notebooks: Mapping[str, str]
    """User id → the file of that student."""

    def assignment(self, kind: str) -> str:
        return f"{self.address}/mod/assign/view.php?id={self.modules[kind]}"

    def call(self, function: str, **fields: object) -> object:
        """The web service, past the project's own client."""
        fields |= {"wstoken": self.token, "wsfunction": function, "moodlewsrestformat": "json"}
        return requests.post(
            f"{self.address}/webservice/rest/server.php", data=fields, timeout=60
        ).json()


class Tutor:
    """Somebody signed in with a browser: forms are filled in as the page shows them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._session = requests.Session()
        page = self._get(f"{site.address}/login/index.php")
        form = _fields(page) | {"username": "tutorin", "password": site.password}
        self._session.post(f"{site.address}/login/index.php", data=form, timeout=60)

    def archive(self, kind: str) -> bytes:
        """All submissions."""
        address = f"{self._site.assignment(kind)}&action=downloadall"
        return self._session.get(address, timeout=120).content

    def worksheet(self, kind: str) -> bytes:
        address = self._plugin(kind, "offline", "downloadgrades")
        return self._session.get(address, timeout=120).content

    def upload(self, kind: str, plugin: str, action: str, file: Path) -> str:
        """Upload a file, confirm the preview; what the page says in the end."""
        sent = requests.post(
            f"{self._site.address}/webservice/upload.php",
            data={"token": self._site.token, "filearea": "draft", "itemid": 0},
            files={"file": (file.name, file.read_bytes())},
            timeout=60,
        ).json()
        address = self._plugin(kind, plugin, action)
        form = _fields(self._get(address))
        (chooser,) = [name for name in form if name in ("gradesfile", "feedbackzip")]
        preview = self._post(address, form | {chooser: str(sent[0]["itemid"])})
        return _text(self._post(address, _fields(preview)))

    def _plugin(self, kind: str, plugin: str, action: str) -> str:
        more = f"plugin={plugin}&pluginsubtype=assignfeedback&action=viewpluginpage"
        return f"{self._site.assignment(kind)}&{more}&pluginaction={action}"

    def _get(self, address: str) -> str:
        return self._session.get(address, timeout=120).text

    def _post(self, address: str, form: Mapping[str, str]) -> str:
        query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        base = address.partition("?")[0]
        return self._session.post(base, data=query | dict(form), timeout=120).text


def _fields(page: str) -> dict[str, str]:
    """The fields of the page's main form, pressed with its first button."""
    soup = BeautifulSoup(page, "html.parser")
    form = soup.select_one("form.mform, form#login")
    assert form is not None, _text(page)[:500]
    fields = {}
    for one in form.select("input[name], select[name]"):
        if one.name == "select":
            chosen = one.select_one("option[selected]") or one.select_one("option")
            fields[one["name"]] = chosen["value"]
        elif one.get("type") not in ("checkbox", "radio") or one.has_attr("checked"):
            fields[one["name"]] = one.get("value", "")
    fields.pop("cancel", None)
    return fields


def _text(page: str) -> str:
    soup = BeautifulSoup(page, "html.parser")
    main = soup.select_one("#region-main") or soup
    return " ".join(main.get_text(" ").split())


@contextmanager
def site(source: Path, cohort: Path, work: Path) -> Iterator[Site]:
    """Install the Moodle in ``source`` (tried: 4.5.6) and fill it; takes a minute or two."""
    www, port = work / "www", _free_port()
    shutil.copytree(source, www, ignore=shutil.ignore_patterns(".git"))
    (work / "data").mkdir()
    with cluster() as database:
        config = www / "config.php"
        config.write_text(_config(database, f"http://127.0.0.1:{port}", work / "data"))
        admin = ("--adminuser=admin", "--adminpass=Geheim-1234", "--adminemail=admin@uni.example")
        names = ("--fullname=Testuni", "--shortname=TU", "--agree-license")
        _php(www / "admin" / "cli" / "install_database.php", *names, *admin)
        made = json.loads(_php(HERE / "populate.php", config, cohort).splitlines()[-1])
        with _served(www, port):
            yield Site(f"http://127.0.0.1:{port}", **made)


def _config(database: str, address: str, data: Path) -> str:
    folder = parse_qs(urlsplit(database).query)["host"][0]
    options = f"['dbpersist' => 0, 'dbsocket' => '{folder}']"
    settings = {
        **{"dbtype": "'pgsql'", "dblibrary": "'native'", "dbhost": "'localhost'"},
        **{"dbname": "'postgres'", "dbuser": "'probe'", "dbpass": "''", "prefix": "'mdl_'"},
        **{"dboptions": options, "wwwroot": f"'{address}'", "dataroot": f"'{data}'"},
        **{"admin": "'admin'", "directorypermissions": "0700"},
    }
    lines = [f"$CFG->{name} = {value};" for name, value in settings.items()]
    setup = "require_once(__DIR__ . '/lib/setup.php');"
    return "\n".join(["<?php", "global $CFG;", "$CFG = new stdClass();", *lines, setup, ""])


def _php(*command: object) -> str:
    done = subprocess.run(
        [*PHP, *map(str, command)], capture_output=True, text=True, timeout=900, cwd="/"
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    return done.stdout


@contextmanager
def _served(www: Path, port: int) -> Iterator[None]:
    server = subprocess.Popen(
        [*PHP, "-d", "upload_max_filesize=100M", "-d", "post_max_size=100M", "-S",
         f"127.0.0.1:{port}", "-t", str(www)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield
    finally:
        server.kill()
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
