# Each target sets up what it needs: a virtual environment in .venv, from PyPI, pinned by constraints.txt.

PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$name"; break; }; done)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: help demo test examples unit races faults bench figures lint format coverage rules surface package messages notices \
	docs drawings clean
.DELETE_ON_ERROR:

help:
	@echo "make demo      the story of a migration, step by step, on a new SQLite file"
	@echo "make test      every test but those of the examples"
	@echo "make examples  the hosts and packages in examples/, each started and driven as it would be, in environments of their own"
	@echo "make unit      domain and services only: a few seconds, for every save"
	@echo "make races     real processes doing the same at once, ROUNDS=200 times each, on SQLite and PostgreSQL"
	@echo "make faults    an outage at every call, of money every fault at every call, and KILLS=300 times kill -9 on each of them"
	@echo "make bench     the main jobs beside the same on other stacks: a quarter of an hour; BENCH='--quick', '--large', ..."
	@echo "make figures   count anew what tests hold the core to: statements, round trips, calls"
	@echo "make lint      ruff, mypy, import contracts, and that what make rules writes is current"
	@echo "make format    ruff, mending what it can"
	@echo "make coverage  make test, with branch coverage"
	@echo "make rules     write docs/rules.md and the table of docs/authority.md anew"
	@echo "make surface   write tests/surface/surface.txt anew: every public name and signature"
	@echo "make package   the wheel and the sdist in dist, tried in empty environments of every Python there is"
	@echo "make messages  bring the catalogues of the letters up to what the templates say, for translators"
	@echo "make docs      the documentation as a site, every link in it checked: build/docs"
	@echo "make drawings  draw the states anew from the domain's tables: docs/images/states"
	@echo "make notices   every notice in every language as a page, and as a picture where Chromium is there: build/notices"
	@echo "make clean     remove environments, caches and whatever was built"

demo: .venv/installed
	@$(BIN)/practice-core demo

test: .venv/installed-dev
	$(BIN)/python -m pytest -n 2 --dist loadscope

EXAMPLES := examples/.venv/bin/python
SES := examples/ses-mailer

examples: examples/.venv/installed $(SES)/.venv/installed
	$(EXAMPLES) -m pytest examples
	$(EXAMPLES) -m mypy --package examples --exclude /ses-mailer/
	cd $(SES) && .venv/bin/python -m pytest -q
	cd $(SES) && .venv/bin/mypy

unit: .venv/installed-dev
	HYPOTHESIS_PROFILE=save $(BIN)/python -m pytest -q tests/domain tests/services

races: .venv/installed-dev
	$(BIN)/python -m tests.races

faults: .venv/installed-dev
	$(BIN)/python -m tests.faults

bench: .venv/installed-bench
	$(BIN)/python -m benchmarks $(BENCH)

figures: .venv/installed-dev
	$(BIN)/python -m benchmarks.figures

coverage: .venv/installed-dev
	$(BIN)/python -m pytest -n 2 --dist loadscope --cov --cov-report=term-missing

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/rules_index.py --check
	$(BIN)/python docs/authority_matrix.py --check

format: .venv/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

rules: .venv/installed-dev
	$(BIN)/python docs/rules_index.py
	$(BIN)/python docs/authority_matrix.py

surface: .venv/installed-dev
	$(BIN)/python -m tests.surface

package: .venv/installed-dev
	$(BIN)/hatchling build
	$(BIN)/python -m pytest -q tests/packaging

LETTERS := src/practice_core/adapters/letters
MESSAGES := build/messages.pot

messages: .venv/installed-dev
	@mkdir -p $(dir $(MESSAGES))
	$(BIN)/pybabel -q extract --mapping-file=pyproject.toml --no-location --sort-output \
		--output-file=$(MESSAGES) $(LETTERS)/templates
	@for catalogue in $(LETTERS)/catalogues/*.po; do \
		$(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=120 \
			--input-file=$(MESSAGES) --locale="$$(basename "$$catalogue" .po)" --output-file="$$catalogue" || exit 1; \
	done

notices: .venv/installed-dev
	$(BIN)/python docs/notices_gallery.py

docs: .venv/installed-dev
	$(BIN)/python -m sphinx --builder html --fresh-env --nitpicky --fail-on-warning --keep-going --quiet docs build/docs
	$(BIN)/python docs/site_links.py

drawings: .venv/installed-dev
	$(BIN)/python docs/drawings.py

.venv/installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv .venv
	$(INSTALL) --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(INSTALL) --editable '.[dev]'
	@touch $@

.venv/installed-bench: .venv/installed-dev benchmarks/requirements.txt
	$(INSTALL) --requirement benchmarks/requirements.txt
	@touch $@

# Pinned whole, so that nothing has to be resolved; in an environment of its own.
$(SES)/.venv/installed: $(SES)/pyproject.toml $(SES)/requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	@test -x $(SES)/.venv/bin/python || "$(PYTHON)" -m venv $(SES)/.venv
	$(SES)/.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --no-deps \
		--requirement $(SES)/requirements.txt --editable . --editable $(SES)
	@touch $@

examples/.venv/installed: pyproject.toml constraints.txt examples/requirements.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	@test -x $(EXAMPLES) || "$(PYTHON)" -m venv examples/.venv
	$(EXAMPLES) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
		--editable '.[postgres]' --requirement examples/requirements.txt
	@touch $@

clean:
	rm -rf .venv examples/.venv $(SES)/.venv build dist .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
