# Every habit of this project. `make` prints them.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
export PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test lint types test-sqlite test-postgres journeys mutants bench bench-wet bench-peers bench-duo docs lock clean

help: ## print this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(BIN)/uv: requirements/tools.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Meedoen heeft Python 3.11 of nieuwer nodig.")'
	@echo "Omgeving maken in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/tools.txt
	@touch $@

# Only what is needed to run; skipped when the whole environment is already there.
$(VENV)/.runtime: $(BIN)/uv requirements/runtime.txt pyproject.toml
	@if [ ! -e $(VENV)/.dev ]; then $(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/runtime.txt; fi
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(BIN)/uv requirements/dev.txt pyproject.toml
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.runtime

setup: $(VENV)/.dev ## make the environment in .venv, with everything for developing

demo: $(VENV)/.runtime ## start the demo: a fictional region on http://localhost:$PORT
	@$(BIN)/meedoen demo

serve: $(VENV)/.runtime ## start the site with the settings of the environment
	@$(BIN)/meedoen serve

# The journeys mostly wait for a browser, so PostgreSQL is tested meanwhile.
test: setup lint types test-sqlite ## everything: lint, types, both databases, browser journeys
	@$(MAKE) --no-print-directory -j2 --output-sync=target journeys test-postgres

lint: setup ## style, layers, templates, vendored files, generated pages
	$(BIN)/ruff check src tests bench scripts
	$(BIN)/ruff format --check -q src tests bench scripts
	$(BIN)/lint-imports
	$(BIN)/python scripts/reference.py --check

types: setup ## mypy, strict, on the law
	$(BIN)/mypy

test-sqlite: setup ## all tests on SQLite, browser journeys included
	$(BIN)/pytest -n 2 -q -m "not journey"

# PostgreSQL comes from MEEDOEN_TEST_POSTGRES (a URL of a role that may make databases and may not skip row security).
test-postgres: setup ## the same tests on PostgreSQL, when MEEDOEN_TEST_POSTGRES says where
	@if [ -n "$$MEEDOEN_TEST_POSTGRES" ]; then \
	  echo "The same tests on PostgreSQL (what asks no database, or is only ever SQLite like the demo, ran above)"; \
	  DATABASE_URL="$$MEEDOEN_TEST_POSTGRES" $(BIN)/pytest -n 2 -q -m "not journey and not any_engine" \
	    --ignore=tests/law --ignore=tests/documents --ignore=tests/simulator --ignore=tests/demo \
	    $(foreach one,bereken_answers bereken_command law_command what_if_command,--ignore=tests/project/test_$(one).py) \
	    $(foreach one,contract messages client certificates,--ignore=tests/integrations/test_$(one).py); \
	elif [ -n "$$CI" ]; then \
	  echo "MEEDOEN_TEST_POSTGRES ontbreekt in CI: de tests moeten ook op PostgreSQL draaien." >&2; exit 1; \
	else \
	  echo "!! NIET GEDRAAID: de tests op PostgreSQL. Zet MEEDOEN_TEST_POSTGRES=postgres://…" >&2; \
	fi

journeys: setup ## the browser journeys, with screenshots in build/screenshots
	$(BIN)/python -m scripts.browser
	$(BIN)/pytest -q -m journey tests

mutants: setup ## change one thing in the law at a time and see whether a test notices (long)
	$(BIN)/python -m scripts.mutants

# The made-up country for the benchmarks; the large one takes some two minutes and 1.5 GB of disk.
LAND := build/land-200k
GROOT := build/land-10m
$(LAND)/land.json: bench/land.py | setup
	@$(BIN)/python bench/land.py --dossiers 200000 --naar $(LAND)

$(GROOT)/land.json: bench/land.py | setup
	@$(BIN)/python bench/land.py --dossiers 10000000 --naar $(GROOT)

# Other engines get an environment of their own: their libraries may want other versions than ours.
.venv-bench/.ready: $(BIN)/uv requirements/bench.txt
	@$(PYTHON) -m venv .venv-bench
	@$(BIN)/uv pip install -q --python .venv-bench/bin/python --require-hashes -r requirements/bench.txt
	@touch $@

bench: setup bench-wet bench-peers ## measure everything: the law, its peers, start, import, werkvoorraad, night, PDF
	$(BIN)/python bench/run.py

bench-duo: setup ## measure the exchange with DUO: messages sent, events answered and handled
	$(BIN)/python bench/duo.py

bench-wet: setup $(LAND)/land.json $(GROOT)/land.json ## measure the lifted rules: 200,000 and 10 million dossiers, Spark
	$(BIN)/python bench/wet.py --land $(LAND) --groot $(GROOT) --spark

bench-peers: $(LAND)/land.json .venv-bench/.ready ## measure one person explained, and OpenFisca with the same rules beside it
	@.venv-bench/bin/python bench/wet_one.py --land $(LAND)
	@.venv-bench/bin/python bench/wet_peers.py --land $(LAND)

docs: setup ## build the documentation in site/
	$(BIN)/python scripts/reference.py
	$(BIN)/mkdocs build --strict -q

lock: setup ## lock the versions of all libraries again
	cd requirements && for f in tools runtime dev bench; do \
	  ../$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 --no-emit-index-url $$f.in -o $$f.txt; done

clean: ## throw away the environment and everything that was made
	rm -rf $(VENV) .venv-bench build site .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
