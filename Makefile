# Everything a developer does, by name. `make` lists it.
# Needs python3 (3.11 or newer), make and git; the rest is installed into .venv.

PYTHON ?= python3
PORT ?= 8501
ARGS ?=
CATALOGUE := coverage/locale/en/LC_MESSAGES/messages.po

PY := .venv/bin/python
RUN_STAMP := .venv/.installed
DEV_STAMP := .venv/.installed-dev
PIP := $(PY) -m pip --disable-pip-version-check install --quiet

.DEFAULT_GOAL := help
.PHONY: help run inventory test test-all check lint fix bench growth crowd audit cover messages reference facts clean

help:  ## List what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(RUN_STAMP)  ## Start the dashboard on http://localhost:8501 (other port: PORT=8600)
	$(PY) -m streamlit run app.py --server.port $(PORT)

inventory: $(RUN_STAMP)  ## The dashboard with the desk, for one person on this computer (other port: PORT=8600)
	$(PY) -m coverage inventory init
	COVERAGE_DESK=laptop $(PY) -m streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT)

test: style chromium  ## Static checks, and all tests but the longest (a part: ARGS="tests/analysis")
	@$(MAKE) --no-print-directory -j3 test-browser test-code types

.PHONY: test-code
.PHONY: test-browser
# Side by side, the browser and the code about as long; types are done soon. Whoever drives a browser stands in
# tests/browser; pytest ends with 5 when ARGS leaves one of them nothing to do.
test-code: $(DEV_STAMP)
	$(PY) -m pytest -m "not slow and not browser" $(ARGS) || [ $$? = 5 ]

test-browser: $(DEV_STAMP) chromium
	$(PY) -m pytest -m "not slow and browser" $(or $(ARGS),tests/browser) || [ $$? = 5 ]

test-all: lint chromium  ## The longest too: accessibility of every part of every page, in both themes
	$(PY) -m pytest $(ARGS)

check: lint  ## Static checks, and a check of the data package
	$(PY) -m coverage check

lint: style types  ## Style, types and architecture

.PHONY: style
style: $(DEV_STAMP)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	.venv/bin/lint-imports --no-logo

.PHONY: types
types: $(DEV_STAMP)
	$(PY) -m mypy

fix: $(DEV_STAMP)  ## Repair what can be repaired by itself, and format
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: $(DEV_STAMP) chromium  ## Measure speed, traffic and server cost of every page (ARGS="--write docs/performance.md")
	$(PY) -m benchmarks $(ARGS)

growth: $(DEV_STAMP)  ## The same work on a made-up country of 1, 4 and 16 times as many municipalities
	$(PY) -m benchmarks.growth $(ARGS)

crowd: $(DEV_STAMP)  ## Fifty readers at once (ARGS="--processes 2 --kill")
	$(PY) -m benchmarks.crowd $(ARGS)

audit:  ## Are there known weaknesses in the pinned packages? (asks osv.dev)
	@$(PYTHON) .ci/audit.py $(ARGS)

cover: $(DEV_STAMP)  ## Which lines the tests (without a browser) reach
	$(PY) -m slipcover --source coverage,pages -m pytest -m "not browser" $(ARGS)

messages: $(RUN_STAMP)  ## Bring the English catalogue up to date with the texts in the code; new texts are left empty
	.venv/bin/pybabel --quiet extract -k _ --no-location --sort-output -o $(CATALOGUE).new coverage pages
	.venv/bin/pybabel --quiet update -i $(CATALOGUE).new -o $(CATALOGUE) -l en -w 120 --no-fuzzy-matching --ignore-obsolete \
	  --ignore-pot-creation-date
	@rm $(CATALOGUE).new

facts: $(RUN_STAMP)  ## Write tests/facts_of_edition.toml again: the figures of the data, to be looked at
	PYTHONPATH=. $(PY) tests/facts.py

reference: $(RUN_STAMP)  ## Write docs/reference/tables.md and commands.md again, from the code
	PYTHONPATH=. $(PY) tests/reference.py

clean:  ## Remove the virtual environment and caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is newer than the list it was installed from; a changed list installs again.
$(RUN_STAMP): requirements.txt | $(PY)
	@echo "Installing what the dashboard needs …"
	@$(PIP) -r requirements.txt
	@touch $@

$(DEV_STAMP): requirements-dev.txt $(RUN_STAMP)
	@echo "Installing what the tests need …"
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; '$(PYTHON)' is older or missing. Name another: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { echo "The browser tests need Chromium: on Debian, apt-get install chromium." \
	  "To test without it: make lint, then $(PY) -m pytest -m 'not browser'" >&2; exit 1; }
