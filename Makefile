# Two commands for a fresh machine with Python 3.11 or newer: make report, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := -m pip install --quiet --disable-pip-version-check

.PHONY: report test test-newest measure bench lint format lock clean

report: $(VENV)/.installed
	$(BIN)/reportgen build e-cn.15-2019-9
	$(BIN)/reportgen build a-80-590

test: $(VENV)/.dev-installed
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

# What the registries serve today instead of the lock files; programs from outside Python see the same files either way.
test-newest:
	$(PYTHON) -m venv --clear .venv-newest
	.venv-newest/bin/python $(INSTALL) --upgrade -e ".[dev]"
	.venv-newest/bin/python -m pip list --format=freeze --disable-pip-version-check | tr '\n' ' '
	.venv-newest/bin/python -m pytest -n auto -m "not external and not large"

# The large measures, or one: make measure ONLY=meaning SEED=11 COUNT=500, or CASE=42 of that seed again.
# make measure DOCUMENTS=folder counts the names of documents that lie there (text or Word) and lists those that lack;
# with ONLY=alarms what the rules of style say of them, which are taken to be clean; with ONLY=adoption and ONLY=comparison
# each becomes a report, and its language versions are compared.
measure: $(VENV)/.dev-installed
	$(BIN)/python -m tests.measure $(if $(DOCUMENTS),--documents $(DOCUMENTS)) $(if $(ONLY),--only $(ONLY)) $(if $(SEED),--seed $(SEED)) \
		$(if $(COUNT),--count $(COUNT)) $(if $(CASE),--case $(CASE)) $(if $(WORKERS),--workers $(WORKERS))

# The same reports by reportgen and by other programs; docs/speed.md, its picture and one line of history are written.
# make bench SIZES="76 760" ROUNDS=3 measures these alone, and writes nothing.
bench: $(VENV)/.dev-installed
	$(BIN)/python -m tests.bench $(if $(SIZES),--sizes $(SIZES),--write) $(if $(ROUNDS),--rounds $(ROUNDS))

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

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml requirements.lock
	$(BIN)/python $(INSTALL) --require-hashes -r requirements.lock
	$(BIN)/python $(INSTALL) --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src  # else every run compiles them where PYTHONDONTWRITEBYTECODE is set
	touch $@

$(VENV)/.dev-installed: $(VENV)/bin/python pyproject.toml requirements-dev.lock
	$(BIN)/python $(INSTALL) --require-hashes -r requirements-dev.lock
	$(BIN)/python $(INSTALL) --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.installed

# Both lock files anew from pyproject.toml: the newest versions that it takes, for every platform and Python 3.11 or newer.
LOCK := .venv-lock/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
lock:
	$(PYTHON) -m venv --clear .venv-lock
	.venv-lock/bin/python $(INSTALL) uv
	$(LOCK) --extra dev --extra bench --group build --output-file requirements-dev.lock
	$(LOCK) --group build --constraint requirements-dev.lock --output-file requirements.lock

clean:
	rm -rf $(VENV) .venv-newest .venv-lock build dist .coverage
