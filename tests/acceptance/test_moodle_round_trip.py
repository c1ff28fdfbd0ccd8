"""A tutor's round trip: Moodle's zip and worksheet in, one run, marks and feedback out.

What Moodle makes of the two files is judged by its own rules (``moodle_rules``).
"""

import csv
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COHORT = ROOT / "reference" / "blatt09" / "cohort"
sys.path.append(str(ROOT / "tests" / "toolkit" / "export"))
from moodle_rules import distributed, imported  # noqa: E402

PEOPLE = {"3": ("Anna Muster-Ö", "muster-anna"), "8": ("Béla O'Muster", "muster-bela")}
HEADER = (
    *("ID", "Vollständiger Name", "Status", "Bewertung", "Bestwertung"),
    *("Zuletzt geändert (Abgabe)", "Zuletzt geändert (Bewertung)"),
)


def run(*arguments: object) -> str:
    command = [sys.executable, "-m", "autograder.cli", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return " ".join(done.stdout.split())


@pytest.fixture(scope="module")
def moodle(tmp_path_factory) -> Path:
    """A folder with what a tutor downloads: ``abgaben.zip`` and ``Bewertungen.csv``."""
    folder = tmp_path_factory.mktemp("moodle")
    with zipfile.ZipFile(folder / "abgaben.zip", "w") as archive:
        for number, (name, notebook) in PEOPLE.items():
            owner = f"{name.replace(chr(39), '')}_{number}_assignsubmission_file"
            info = zipfile.ZipInfo(f"{owner}/Blatt 9_final.ipynb", (2026, 11, 21, 20, 15, 0))
            archive.writestr(info, (COHORT / f"{notebook}.ipynb").read_bytes())
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(HEADER)
    for number, (name, _) in PEOPLE.items():
        at = "Samstag, 21. November 2026, 20:15"
        row = [f"Teilnehmer/in{number}", name, "Zur Bewertung abgegeben -  - ", "", "24,00", at]
        writer.writerow([*row, "-"])
    writer.writerow(["Teilnehmer/in9", "Cem Muster", "Keine Abgabe -  - ", "", "24,00", "-", "-"])
    (folder / "Bewertungen.csv").write_text(table.getvalue(), "utf-8-sig")
    return folder


def test_a_zip_comes_in_and_two_files_go_out(moodle):
    out, worksheet = moodle / "out", moodle / "Bewertungen.csv"
    shown = run("grade", "blatt09", moodle / "abgaben.zip", "--moodle", worksheet, "--out", out)
    assert "Erkannt als Archiv aus: Moodle." in shown
    assert "Ohne Abgabe: 1." in shown
    assert "Anna-Muster-Oe-3" in shown

    by = ("--by", "Probe", "--reason", "gelesen")
    for part in ("1b", "1e", "2c", "2g", "3a"):
        run("mark", out, "Anna-Muster-Oe-3", part, "1", *by)
    run("release", out, "--by", "Probe")
    shown = run("export", out, "--moodle", worksheet)
    assert "Ohne Note, weil noch Teile offen sind (1): Béla O'Muster." in shown

    table = (out / "export" / "moodle-blatt09.csv").read_bytes()
    assert imported(table, "de", {*PEOPLE, "9"}, 24) == {"3": 23.0}
    feedback = (out / "export" / "moodle-blatt09-feedback.zip").read_bytes()
    assert set(distributed(feedback, {*PEOPLE, "9"})) == set(PEOPLE)
    with zipfile.ZipFile(io.BytesIO(feedback)) as archive:
        (name,) = [one for one in archive.namelist() if "_3_" in one]
        page = archive.read(name).decode()
    assert "Anna Muster-Ö" in page
    assert "21.11.2026, 20:15 (laut Bewertungstabelle)" in page
    assert "Ihr Notebook" in page
    assert "Béla" not in page
