#!/usr/bin/env python3
"""``python grade.py SHEET PATH…`` is ``autograder grade SHEET PATH…``."""

import sys

from autograder.cli import main

if __name__ == "__main__":
    raise SystemExit(main(["grade", *sys.argv[1:]]))
