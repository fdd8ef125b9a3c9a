# From a bare clone, with Python 3.11 or later and make: everything else comes from the locks.
# `make` alone lists the targets. Nothing is installed again while locks and pyproject stand.

PYTHON  ?= python3
REPORTS ?= examples
SHARED  ?= ../shared

VENV := .venv
BIN  := $(VENV)/bin
PIP  := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
MADE := $(VENV)/.made
# What a command needs, and what a developer needs besides.
RUN  := $(VENV)/.run-installed
DEV  := $(VENV)/.dev-installed
UV   := uv==0.13.9

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo demo-record test check check-slow score bench lock format clean \
	lint types layers unused spelling contracts

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

# ------------------------------------------------------------------------------- for everyone

DEMO := build/demo
SEEN := test $$? -eq 3 # exit code 3: finished, with faults noted; reports of real life have some

# The plain texts among the examples cannot say when they appeared. It was on this day; for
# reports of your own, say make demo REPORTS=path PUBLISHED=YYYY-MM-DD where they cannot either.
ifeq ($(REPORTS:/=),examples)
PUBLISHED ?= 2026-03-15
endif
DATED := $(if $(PUBLISHED),--published $(PUBLISHED))

demo: $(RUN) ## read REPORTS=path (examples/ unless told), make a page and a record of them
	@test -e "$(REPORTS)" || { echo "There is nothing at $(REPORTS)."; exit 1; }
	@mkdir -p $(DEMO)
	@rm -f $(DEMO)/record.db* $(DEMO)/readings.*
	@$(BIN)/cortege read "$(REPORTS)" $(DATED) --html $(DEMO)/readings.html || $(SEEN)
	@$(BIN)/cortege read "$(REPORTS)" $(DATED) --json 2> /dev/null > $(DEMO)/readings.jsonl || $(SEEN)
	@printf '\n%s\n\n' "---- cortege add: each report is saved as soon as it has been read"
	@$(BIN)/cortege add "$(REPORTS)" $(DATED) --record $(DEMO)/record.db || $(SEEN)
	@test ! -f $(DEMO)/record.db || $(MAKE) --no-print-directory --silent demo-record
	@printf '\n%s\n' "What was read lies in $(DEMO)/:"
	@printf '  %-15s %s\n' readings.html "a page to open in a browser, reports with what they say" \
	  readings.jsonl "the same for programs, one JSON object per report" \
	  record.db "the record; look around with $(BIN)/cortege list --record $(DEMO)/record.db"

# A size is explained that others contradict, if there is one.
demo-record:
	@printf '\n%s\n\n' "---- cortege list: one line per account of a protest"
	@$(BIN)/cortege list --record $(DEMO)/record.db
	@account=$$($(BIN)/cortege list --min-size 1 --record $(DEMO)/record.db 2> /dev/null \
	  | awk -F '\t' 'NR > 1 && (!id || !found && /contested/) {id = $$1; found = /contested/} END {print id}'); \
	test -z "$$account" || { \
	  printf '\n%s\n\n' "---- cortege why $$account size: who says so, in which words"; \
	  $(BIN)/cortege why $$account size --record $(DEMO)/record.db; }

test: $(DEV) ## run the tests, all but the slow ones
	@$(BIN)/python -m pytest -q

# ---------------------------------------------------------------------------- for developers

check: lint types layers unused spelling contracts ## style, types, layers, dead code, spelling, sizes

check-slow: $(DEV) ## run the slow tests
	@$(BIN)/python -m pytest -q -m slow

lint: $(DEV) # docstrings on all public names are among ruff's rules
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --quiet --check . || { echo "run: make format"; exit 1; }

types: $(DEV)
	@$(BIN)/mypy

layers: $(DEV)
	@$(BIN)/lint-imports --no-logo

unused: $(DEV)
	@$(BIN)/vulture $(wildcard src tests bench gazetteer)

spelling: $(DEV)
	@$(BIN)/codespell

contracts: $(DEV)
	@$(BIN)/python -m pytest -q tests/contracts

format: $(DEV) ## put the sources into the house's form
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

score: $(DEV) ## score the reader on the reports coded by hand, where ../shared has them
	@test -d "$(SHARED)/data/gold-dev" || { \
	  echo "Nothing was scored: $(SHARED) is absent. The reports coded by hand are not ours to"; \
	  echo "ship; with a copy of them, say: make score SHARED=path"; exit 1; }
	@mkdir -p build/score
	@$(BIN)/python -c "$$GOLD_REPORTS" "$(SHARED)/data" > build/score/reports.jsonl
	@$(BIN)/cortege read --json build/score/reports.jsonl > build/score/readings.jsonl \
	  || test $$? -eq 3
	@$(BIN)/python "$(SHARED)/tools/score_reading.py" "$(SHARED)/data/gold-dev" \
	  build/score/readings.jsonl --reports build/score/reports.jsonl

define GOLD_REPORTS
import json, pathlib, sys
shared = pathlib.Path(sys.argv[1])
coded = {path.stem for path in (shared / "gold-dev").glob("*.json")}
with (shared / "reports" / "reports.jsonl").open(encoding="utf-8") as reports:
    sys.stdout.writelines(line for line in reports if json.loads(line)["id"] in coded)
endef
export GOLD_REPORTS

bench: $(DEV) ## measure speed, start-up and growth
	@$(BIN)/python -m bench.run

# uv resolves for every system at once; what this machine's own configuration says of package
# sources is kept out of it, and tests/contracts/test_locks.py looks at what comes out.
LOCK := env -u UV_INDEX -u UV_INDEX_URL -u UV_DEFAULT_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
	build/uv/bin/uv pip compile --no-config --quiet --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command "make lock" $(UPGRADE) pyproject.toml

lock: | build/uv/bin/uv ## pin what pyproject asks for (UPGRADE=--upgrade takes newer releases)
	@$(LOCK) --group build --output-file requirements.txt
	@$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## remove the environment and whatever was built
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find src tests bench tools -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# ------------------------------------------------------------------------------ installation

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { \
	  echo "Python 3.11 to 3.13 is needed, and $(PYTHON) is not one: make PYTHON=python3.11 ..."; \
	  exit 1; }
	@echo "Making $(VENV) (once; a minute or so) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# --no-deps, --no-build-isolation: nothing comes in but what the lock names, the backend included.
$(RUN): requirements.txt pyproject.toml $(MADE)
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.txt $(RUN)
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

build/uv/bin/uv: | $(MADE)
	@$(BIN)/python -m venv build/uv
	@build/uv/bin/python -m pip -qq --disable-pip-version-check install $(UV)
