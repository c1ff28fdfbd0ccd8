"""What this machine allows, found by really trying it in a process that is thrown away."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import UsageFault
from autograder.i18n import Text, text
from autograder.inside.confinement import Level
from autograder.sandbox.remedies import (
    Remedy,
    first_the_others,
    other_system,
    read_setting,
    remedy,
)

STRONGEST_FIRST: tuple[Level, ...] = ("namespaces", "kernel")
_TRIAL = "autograder.inside.confinement.trial"
_TRIAL_SECONDS = 60
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
_MAX_REASON_CHARACTERS = 300
_MACHINES = ("x86_64", "aarch64")

_ASPECTS: Mapping[str, tuple[str, str]] = {
    "call filter": (
        "Systemaufrufe lassen sich filtern (seccomp).",
        "Systemaufrufe lassen sich nicht filtern (seccomp): {reason}",
    ),
    "Landlock": (
        "Dateizugriffe lassen sich auf eine Liste beschränken (Landlock, Fassung {abi}).",
        "Dateizugriffe lassen sich nicht beschränken (Landlock): {reason}",
    ),
    "user namespaces": (
        "Eigene Benutzer-Namensräume sind erlaubt.",
        "Eigene Benutzer-Namensräume sind nicht erlaubt: {reason}",
    ),
    "mounts": (
        "Ein eigener Dateibaum lässt sich aufbauen.",
        "Ein eigener Dateibaum lässt sich nicht aufbauen: {reason}",
    ),
    "processes": (
        "Eigene Prozess-Namensräume mit eigenem /proc sind möglich.",
        "Ein eigenes /proc lässt sich nicht einhängen: {reason}",
    ),
    "network": (
        "Das Netz lässt sich durch einen leeren Namensraum abtrennen.",
        "Das Netz lässt sich nicht durch einen Namensraum abtrennen: {reason}",
    ),
    "namespaces": (
        "Schutzstufe „namespaces“ ist erreicht (die stärkste).",
        "Schutzstufe „namespaces“ ist nicht erreichbar: {reason}",
    ),
    "kernel": (
        "Schutzstufe „kernel“ ist erreicht.",
        "Schutzstufe „kernel“ ist nicht erreichbar: {reason}",
    ),
}
_NOT_NEEDED = "Schutzstufe „kernel“ ist nicht erreichbar, wird aber nicht gebraucht: {reason}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line for ``doctor``: what was tried, how it went, what to do about it."""

    name: str
    ok: bool
    what: Text
    remedy: Remedy | None = None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Everything the probe found; ``levels`` were really reached, the strongest first."""

    levels: tuple[Level, ...]
    landlock_abi: int
    root: bool
    findings: tuple[Finding, ...]


def probe() -> Capabilities:
    """Try every protection and both levels; takes about 0.2 s and raises nothing."""
    found = tried() if platform.system() == "Linux" else {}
    findings = [_machine(), *(_aspect(name, found) for name in _ASPECTS if name in found)]
    if "failed" in found:
        what = text("Der Probelauf ist gescheitert: {reason}", reason=found["failed"])
        findings.append(Finding("trial", False, what, first_the_others()))
    if found:
        findings.append(_control_groups())
    return Capabilities(
        levels=tuple(level for level in STRONGEST_FIRST if found.get(level, {}).get("ok")),
        landlock_abi=int(found.get("landlock_abi", 0)),
        root=os.geteuid() == 0,
        findings=tuple(findings),
    )


def best_level(capabilities: Capabilities) -> Level | None:
    """The strongest level that this machine offers."""
    return capabilities.levels[0] if capabilities.levels else None


def require(minimum: Level, capabilities: Capabilities) -> Level:
    """The level to grade on: the strongest one, if it is at least ``minimum``.

    Raises :class:`UsageFault` with what is missing and what to do about it, German first.
    """
    best = best_level(capabilities)
    if best is not None and STRONGEST_FIRST.index(best) <= STRONGEST_FIRST.index(minimum):
        return best
    missing = [finding for finding in capabilities.findings if not finding.ok]
    intro = text(
        "Verlangt ist Schutzstufe „{minimum}“, dieser Rechner bietet: {best}.",
        minimum=minimum,
        best=best or "–",
    )
    lines = [intro]
    for finding in missing:
        lines.append(finding.what)
        if finding.remedy and finding.remedy.text not in lines:
            lines += [one for one in (finding.remedy.text, finding.remedy.where) if one]
    raise UsageFault("\n".join([*(line.de for line in lines), "", *(line.en for line in lines)]))


def tried() -> dict[str, Any]:
    """The answer of the trial process; ``{"failed": reason}`` if it gave none."""
    with tempfile.TemporaryDirectory(prefix="autograder-probe-") as folder:
        Path(folder).chmod(0o711)
        try:
            process = subprocess.run(
                [sys.executable, "-I", "-m", _TRIAL, folder],
                env=_ENVIRONMENT,
                cwd="/",
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_TRIAL_SECONDS,
                check=False,
            )
            found = json.loads(process.stdout)
        except (OSError, subprocess.TimeoutExpired) as error:
            return {"failed": str(error)[:_MAX_REASON_CHARACTERS]}
        except ValueError:
            complaint = process.stderr.decode("utf-8", "replace").strip()
            return {"failed": complaint[-_MAX_REASON_CHARACTERS:]}
    return found if isinstance(found, dict) else {"failed": "no answer"}


def _machine() -> Finding:
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    if platform.system() != "Linux" or platform.machine() not in _MACHINES:
        what = text("Auf diesem System kann nicht bewertet werden: {system}", system=system)
        return Finding("machine", False, what, other_system())
    return Finding("machine", True, text("System: {system}", system=system))


def _aspect(name: str, found: Mapping[str, Any]) -> Finding:
    good, bad = _ASPECTS[name]
    entry = found[name]
    if entry["ok"]:
        filled = text(good, abi=found["landlock_abi"]) if "{abi}" in good else text(good)
        return Finding(name, True, filled)
    reason = str(entry["reason"])[:_MAX_REASON_CHARACTERS]
    if name == "kernel" and found.get("namespaces", {}).get("ok"):
        return Finding(name, True, text(_NOT_NEEDED, reason=reason))
    return Finding(name, False, text(bad, reason=reason), remedy(name, reason))


def _control_groups() -> Finding:
    """Not needed; where present, an administrator can cap a whole run with them."""
    own = read_setting(Path("/proc/self/cgroup")).rpartition("0::")[2].splitlines()
    folder = Path("/sys/fs/cgroup") / (own[0].lstrip("/") if own else "")
    controllers = read_setting(folder / "cgroup.controllers").split()
    if {"memory", "pids"} <= set(controllers) and os.access(folder, os.W_OK):
        what = text("Kontrollgruppen (cgroup v2) sind verfügbar; nötig sind sie nicht.")
    else:
        what = text("Kontrollgruppen (cgroup v2) sind nicht verfügbar; nötig sind sie nicht.")
    return Finding("cgroup", True, what)
