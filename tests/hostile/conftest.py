"""The batch for all tests, a test per attack, and the line that tells how many succeeded."""

import pytest
from hostile_attacks import Attack, all_attacks
from hostile_batch import Batch, run_batch

from autograder.sandbox.probe import STRONGEST_FIRST


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--level", choices=STRONGEST_FIRST, help="grade at this level of confinement")


@pytest.fixture(scope="session")
def batch(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Batch:
    level = request.config.getoption("level", default=None)
    folder = tmp_path_factory.mktemp("hostile")
    for path in (folder, folder.parent):  # user ids of their own must be able to enter
        path.chmod(0o711)
    return run_batch(folder, chosen(request.session.items), level)


def chosen(items: list[pytest.Item]) -> list[Attack]:
    """The attacks that are to be tried (``-k frames``); all where none is named."""
    parameters = [
        item.callspec.params
        for item in items
        if isinstance(item, pytest.Function) and hasattr(item, "callspec")
    ]
    named = {p["attack"].name for p in parameters if "attack" in p}
    return [attack for attack in all_attacks() if not named or attack.name in named]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "attack" in metafunc.fixturenames:
        attacks = all_attacks()
        metafunc.parametrize("attack", attacks, ids=[f"{a.group}-{a.name}" for a in attacks])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """``N attacks, 0 succeeded``, where all were tried."""
    reports = [
        (report, outcome)
        for outcome in ("passed", "failed", "error")
        for report in terminalreporter.stats.get(outcome, [])
        if "/test_hostile.py::" in getattr(report, "nodeid", "")
    ]
    tried = sum("test_an_attack_earns" in report.nodeid for report, _ in reports)
    succeeded = sum(outcome != "passed" for _, outcome in reports)
    if tried:
        terminalreporter.write_line(f"{tried} attacks, {succeeded} succeeded")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    names = [attack.name for attack in all_attacks()]
    assert len(names) == len(set(names)), "two attacks have one name"
