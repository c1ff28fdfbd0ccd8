"""What to do where a protection is missing: the remedy, and its section in docs/recipes.md."""

import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.i18n import Text, text

Recipe = Literal["Linux", "Ubuntu", "Container", "WSL 2", "macOS"]
"""Sections of docs/recipes.md."""

_OTHER_SYSTEMS: Mapping[str, Recipe] = {"Darwin": "macOS", "Windows": "WSL 2"}
_MAX_FILE_CHARACTERS = 1 << 16


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do, and where it is told step by step (None: nowhere)."""

    text: Text
    recipe: Recipe | None

    @property
    def where(self) -> Text | None:
        if self.recipe is None:
            return None
        return text("Schritt für Schritt: docs/recipes.md, „{recipe}“", recipe=self.recipe)


def remedy(aspect: str, reason: str) -> Remedy:
    """For one thing that the probe tried in vain; ``reason`` as the kernel gave it."""
    if aspect in ("call filter", "Landlock"):
        return _kernel()
    if aspect in ("namespaces", "kernel"):
        return _reachable_python() if "may not read" in reason else first_the_others()
    for setting in ("kernel.unprivileged_userns_clone=1", "user.max_user_namespaces=15000"):
        path = Path("/proc/sys") / setting.split("=")[0].replace(".", "/")
        if read_setting(path) == "0":
            return _switched_off(setting)
    if read_setting(Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")) == "1":
        return _ubuntu()
    if _is_container() or (aspect == "processes" and _proc_is_masked()):
        return _container()
    return Remedy(text("Ohne diese Möglichkeit bleibt die Schutzstufe „kernel“."), "Linux")


def other_system() -> Remedy:
    """For macOS, Windows and machines whose calls we have no table of."""
    return Remedy(
        text(
            "Bewertet wird nur unter Linux. Nehmen Sie eine virtuelle Maschine mit Linux, unter "
            "Windows WSL 2, oder einen Linux-Container."
        ),
        _OTHER_SYSTEMS.get(platform.system(), "Linux"),
    )


def first_the_others() -> Remedy:
    """For what fails because something else does."""
    return Remedy(
        text("Führen Sie „autograder doctor“ aus und beheben Sie zuerst die Punkte darüber."),
        None,
    )


def read_setting(path: Path) -> str:
    """A small text file of the kernel; empty when it is not there."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(_MAX_FILE_CHARACTERS).strip()
    except OSError:
        return ""


def _kernel() -> Remedy:
    if "microsoft" in platform.release().lower():
        return Remedy(
            text(
                "Aktualisieren Sie WSL mit „wsl --update“ und tragen Sie in .wslconfig unter "
                "[wsl2] ein: kernelCommandLine = lsm=landlock,lockdown,yama,integrity,apparmor"
            ),
            "WSL 2",
        )
    if _is_container():
        return Remedy(
            text(
                "Nötig ist Linux 5.14 oder neuer mit Landlock, und ein Container, der die Aufrufe "
                "landlock_* und seccomp erlaubt (Docker ab 20.10.10, Podman ab 4)."
            ),
            "Container",
        )
    return Remedy(
        text(
            "Nötig ist Linux 5.14 oder neuer mit Landlock. Steht „landlock“ nicht in "
            "/sys/kernel/security/lsm, dann ergänzen Sie es in der Boot-Option lsm=…"
        ),
        "Linux",
    )


def _ubuntu() -> Remedy:
    return Remedy(
        text(
            "Ubuntu sperrt das durch AppArmor. Erlauben Sie es mit „sudo sysctl -w "
            "kernel.apparmor_restrict_unprivileged_userns=0“ (dauerhaft: in /etc/sysctl.d/), oder "
            "bewerten Sie auf Schutzstufe „kernel“."
        ),
        "Ubuntu",
    )


def _switched_off(setting: str) -> Remedy:
    return Remedy(
        text(
            "Der Systemverwalter hat es abgeschaltet. Erlauben Sie es mit „sudo sysctl -w "
            "{setting}“, oder bewerten Sie auf Schutzstufe „kernel“.",
            setting=setting,
        ),
        "Linux",
    )


def _container() -> Remedy:
    return Remedy(
        text(
            "Der Container erlaubt es nicht. Starten Sie ihn als gewöhnlicher Benutzer und mit "
            "unserem seccomp-Profil: „--user 1000 --security-opt "
            "seccomp=docs/seccomp-autograder.json --security-opt unmask=ALL“ (Docker: "
            "„systempaths=unconfined“ statt „unmask=ALL“), oder bewerten Sie auf Schutzstufe "
            "„kernel“."
        ),
        "Container",
    )


def _reachable_python() -> Remedy:
    return Remedy(
        text(
            "Als root bekommt jede Abgabe eine eigene Benutzernummer; die muss das Python und "
            "seine Pakete lesen dürfen. Legen Sie die Python-Umgebung nicht unter /root an (zum "
            "Beispiel unter /opt), oder bewerten Sie als gewöhnlicher Benutzer."
        ),
        "Linux",
    )


def _is_container() -> bool:
    marks = (Path("/.dockerenv"), Path("/run/.containerenv"))
    return any(mark.exists() for mark in marks) or "container" in os.environ


def _proc_is_masked() -> bool:
    lines = read_setting(Path("/proc/self/mountinfo")).splitlines()
    return any(line.split()[4].startswith("/proc/") for line in lines)
