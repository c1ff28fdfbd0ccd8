"""What ``doctor`` says about this machine."""

import pytest
from confinement_zygote import Place, Zygote

from autograder.errors import UsageFault
from autograder.i18n import text
from autograder.sandbox import probe as probe_module
from autograder.sandbox.probe import Capabilities, Finding, best_level, probe, require
from autograder.sandbox.remedies import Remedy


def capabilities(*levels, findings=()):
    return Capabilities(levels=levels, landlock_abi=7, root=False, findings=findings)


@pytest.fixture(scope="module")
def here():
    return probe()


def test_the_probe_names_every_aspect_once(here):
    names = [finding.name for finding in here.findings]
    assert len(set(names)) == len(names)
    assert {"machine", "Landlock", "call filter", "user namespaces", "kernel"} <= set(names)
    assert all(finding.what.de for finding in here.findings)


def test_everything_that_fails_comes_with_a_remedy(here):
    assert all(finding.ok or finding.remedy for finding in here.findings)


def test_a_level_that_the_probe_reached_really_works(here):
    for level in here.levels:
        with Zygote(Place(level, root=here.root)) as zygote:
            assert zygote.run("report(1)").value == 1


def test_in_a_container_without_namespaces_the_weaker_level_is_offered_with_a_remedy():
    with Zygote(Place("kernel", root=False, container=True), probe=True) as zygote:
        found = zygote.ready
    assert found["levels"] == ["kernel"]
    broken = {finding["name"]: finding for finding in found["findings"] if not finding["ok"]}
    assert set(broken) == {"user namespaces", "mounts", "processes", "network", "namespaces"}
    assert all(finding["remedy"]["text"]["de"] for finding in broken.values())


def test_the_strongest_level_is_taken():
    assert best_level(capabilities("namespaces", "kernel")) == "namespaces"
    assert best_level(capabilities()) is None
    assert require("kernel", capabilities("namespaces")) == "namespaces"
    assert require("kernel", capabilities("kernel")) == "kernel"


@pytest.mark.parametrize("levels", [(), ("kernel",)])
def test_less_than_the_sheet_asks_for_is_refused_with_the_remedy(levels):
    finding = Finding("x", False, text("Das fehlt."), Remedy(text("Tun Sie dies."), "Ubuntu"))
    with pytest.raises(UsageFault, match=r"namespaces(.|\n)*Das fehlt.\nTun Sie dies.\n.*Ubuntu"):
        require("namespaces", capabilities(*levels, findings=(finding,)))


def test_another_operating_system_is_told_what_it_takes(monkeypatch):
    monkeypatch.setattr(probe_module.platform, "system", lambda: "Darwin")
    found = probe()
    assert found.levels == ()
    assert [finding.name for finding in found.findings] == ["machine"]
    assert "virtuelle Maschine" in found.findings[0].remedy.text.de
    assert found.findings[0].remedy.recipe == "macOS"


def test_a_trial_that_breaks_is_a_finding_and_no_crash(monkeypatch):
    monkeypatch.setattr(probe_module, "_TRIAL", "no.such.module")
    found = probe()
    assert found.levels == ()
    assert any(finding.name == "trial" and not finding.ok for finding in found.findings)
