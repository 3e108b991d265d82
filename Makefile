# make search    set up everything and search with the default study (SEARCH_ARGS="--trials 48" adds arguments)
# make test      set up everything and run all tests (PYTEST_ARGS="-k front" adds arguments)
# make check     lint, format, types and the direction of the imports
# make clean     remove the environment and everything that tools left; keeps autonas.db and runs/
#
# PYTHON=/usr/bin/python3.12   another interpreter, 3.11 or newer
# PIP_ARGS="..."               more arguments for pip, such as the address of an index. On Linux, PyPI's torch brings the CUDA
#                              libraries along (GBs); PIP_ARGS="--extra-index-url https://download.pytorch.org/whl/cpu" gets
#                              the same version for the CPU alone.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
RUFF_PATHS := autonas search_spaces studies trainer evaluators tests benchmarks examples
SEARCH_ARGS ?=
PYTEST_ARGS ?=
PIP_ARGS ?=

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c '$(NEW_ENOUGH)' 2>/dev/null && { echo $$p; break; }; done)

# A Debian without python3-venv has no ensurepip: there this pip, checked by its hash, installs itself.
PIP_WHEEL := pip-26.3-py3-none-any.whl
PIP_URL := https://files.pythonhosted.org/packages/07/25/ee8c38ae72d66b844ce8eb9711ba905dba21ca1a8a0c960057c41cd23337/$(PIP_WHEEL)
PIP_SHA256 := f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13

.PHONY: search test check format install install-dev clean

search: $(VENV)/installed
	@$(BIN)/autonas search --study codelm $(SEARCH_ARGS)

test: $(VENV)/installed-dev
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(VENV)/installed-dev
	$(BIN)/ruff check $(wildcard $(RUFF_PATHS))
	$(BIN)/ruff format --check $(wildcard $(RUFF_PATHS))
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/installed-dev
	$(BIN)/ruff check --fix $(wildcard $(RUFF_PATHS))
	$(BIN)/ruff format $(wildcard $(RUFF_PATHS))

install: $(VENV)/installed
install-dev: $(VENV)/installed-dev

# The stamps are older than the file that they depend on exactly when something must be installed again.
$(VENV)/installed: $(VENV)/pip pyproject.toml constraints.txt
	@echo "installing autonas and its pinned dependencies into $(VENV) ..."
	@$(PIP) install --quiet $(PIP_ARGS) --constraint constraints.txt setuptools
	@$(PIP) install --quiet $(PIP_ARGS) --constraint constraints.txt --no-build-isolation --editable '.[dashboard]'
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo "installing the development tools into $(VENV) ..."
	@$(PIP) install --quiet $(PIP_ARGS) --constraint constraints.txt --no-build-isolation --editable '.[dashboard,dev]'
	@touch $@

$(VENV)/pip:
	@test -n "$(PYTHON)" && $(PYTHON) -c '$(NEW_ENOUGH)' || { \
		echo "error: autonas needs Python 3.11 or newer, $(or $(PYTHON),python3) is not" >&2; \
		echo "hint: install one (apt install python3), or name it: make PYTHON=/path/to/python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import venv' 2>/dev/null || { \
		echo "error: $(PYTHON) lacks the module venv" >&2; \
		echo "hint: apt install python3-venv" >&2; exit 2; }
	@echo "creating $(VENV) with $$($(PYTHON) --version)"
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; then $(PYTHON) -m venv --clear $(VENV); \
		else $(PYTHON) -m venv --clear --without-pip $(VENV) && $(MAKE) --no-print-directory fetch-pip; fi
	@touch $@

.PHONY: fetch-pip
fetch-pip:
	@$(BIN)/python -c 'import hashlib, sys, urllib.request as r; b = r.urlopen(sys.argv[1]).read(); \
		assert hashlib.sha256(b).hexdigest() == sys.argv[2]; open(sys.argv[3], "wb").write(b)' \
		$(PIP_URL) $(PIP_SHA256) $(VENV)/$(PIP_WHEEL) 2>/dev/null || { \
		echo "error: $(PYTHON) has no ensurepip and pip could not be fetched from $(PIP_URL)" >&2; \
		echo "hint: apt install python3-venv" >&2; rm -rf $(VENV); exit 2; }
	@$(BIN)/python $(VENV)/$(PIP_WHEEL)/pip install --quiet --no-index $(VENV)/$(PIP_WHEEL)

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +
