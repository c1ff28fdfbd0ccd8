"""Runs the bank of right and wrong answers and measures how well a sheet's checks judge."""

from autograder.selftest.report import Report
from autograder.selftest.run import selftest

__all__ = ["Report", "selftest"]
