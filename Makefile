# Two commands for a fresh machine with Python 3.11 or newer: make report, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: report test measure lint format clean

report: $(VENV)/.installed
	$(BIN)/reportgen build e-cn.15-2019-9

test: $(VENV)/.dev-installed
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

# The large measures, or one: make measure ONLY=meaning SEED=11 COUNT=500, or CASE=42 of that seed again.
measure: $(VENV)/.dev-installed
	$(BIN)/python -m tests.measure $(if $(ONLY),--only $(ONLY)) $(if $(SEED),--seed $(SEED)) \
		$(if $(COUNT),--count $(COUNT)) $(if $(CASE),--case $(CASE)) $(if $(WORKERS),--workers $(WORKERS))

lint: $(VENV)/.dev-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev-installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	$(BIN)/python -m compileall -q src  # else every run compiles them where PYTHONDONTWRITEBYTECODE is set
	touch $@

$(VENV)/.dev-installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .coverage
