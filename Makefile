# make demo   grade the example cohort of Blatt 9 and print where the overview is
# make test   every test
# make check  style, types, layers
# make store  the store on SQLite and PostgreSQL (without its binaries this fails; nothing is installed)
# make fuzz   100,000 cases for every reader of hostile input; FUZZ_ARGS="--seed 1 --target values"
# make chaos  kill and stop the grader's processes 200 times; CHAOS_ARGS="--rounds 20"
# make parity whether otter run, version 7 and 6, gives the points of grade.py: the bank and all
#             attacks, about an hour; what students get, on version 6; PARITY_ARGS="--sample 30"
# make moodle SOURCE=FOLDER  the round trip with a real Moodle from its source (needs PHP, PostgreSQL)
# make hostile  grade over 250 attacks in one batch; HOSTILE_ARGS="-k frames", or "--level kernel"
# make calibrate  how surely right networks of Lehreinheit 10 train: docs/calibration.md
# make selftest  how well the checks of both sheets judge, the whole bank
# make bench  beside otter-grader, nbgrader and a warm loop; make scale  with many submissions
#
# On machines where PyPI's torch brings CUDA along, get the CPU build with
#   make demo TORCH_INDEX=https://download.pytorch.org/whl/cpu

PYTHON ?= python3
VENV ?= .venv
TORCH_INDEX ?=
PIP_ARGS ?=
JOBS ?= $(shell nproc)
COHORT = reference/blatt09/cohort

BIN = $(VENV)/bin
OTTER6 = $(VENV)-otter6
STAMP = $(VENV)/.installed

.PHONY: demo test check bench scale selftest store calibrate fuzz chaos hostile parity moodle clean

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0])'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet $(PIP_ARGS) -c constraints.txt $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) torch
	$(BIN)/python -m pip install --quiet $(PIP_ARGS) -c constraints.txt -e '.[torch,sympy,otter,check,author,review,pdf,postgres,cluster,dev]'
	touch $@

demo: $(STAMP)
	$(BIN)/python grade.py blatt09 $(COHORT) --jobs $(JOBS)

test: check
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)
	$(BIN)/python -m benchmarks.run

scale: $(STAMP)
	$(BIN)/python -m benchmarks.scale $(SCALE_ARGS)

hostile: $(STAMP)
	$(BIN)/python -m pytest tests/hostile $(HOSTILE_ARGS)

store: $(STAMP)
	STORE_TESTS=both $(BIN)/python -m pytest tests/toolkit/store

selftest: $(STAMP)
	$(BIN)/autograder selftest blatt09 --full --jobs $(JOBS) --publish docs/quality.md
	$(BIN)/autograder selftest lehreinheit10 --full --seeds 20 --jobs $(JOBS) --publish docs/quality.md

calibrate: $(STAMP)
	nice -n 10 $(BIN)/python -m benchmarks.calibrate

fuzz: $(STAMP)
	$(BIN)/python tests/fuzz/fuzz_driver.py $(FUZZ_ARGS)
	$(BIN)/python -m pytest tests/fuzz --hypothesis-profile=fuzz

chaos: $(STAMP)
	$(BIN)/python -m benchmarks.chaos $(CHAOS_ARGS)

$(OTTER6)/.installed: $(STAMP)
	test -x $(OTTER6)/bin/python || $(PYTHON) -m venv $(OTTER6)
	grep -v '^otter-grader==' constraints.txt > $(OTTER6)/constraints.txt
	$(OTTER6)/bin/python -m pip install --quiet $(PIP_ARGS) -c $(OTTER6)/constraints.txt $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) torch
	$(OTTER6)/bin/python -m pip install --quiet $(PIP_ARGS) -c $(OTTER6)/constraints.txt -e '.[torch,sympy,otter,author]' 'otter-grader<7'
	touch $@

parity: $(OTTER6)/.installed
	$(OTTER6)/bin/python -m pytest -q tests/toolkit/public/test_public_notebooks.py
	$(BIN)/python tests/parity/parity_driver.py --otter $(BIN)/python $(OTTER6)/bin/python $(PARITY_ARGS)

moodle: $(STAMP)
	AUTOGRADER_MOODLE_SOURCE=$(SOURCE) $(BIN)/python -m pytest tests/moodle

clean:
	rm -rf $(VENV) $(OTTER6) build dist *.egg-info blatt09-bewertung
