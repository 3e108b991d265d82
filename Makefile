# make search    set up everything and search with the default study (SEARCH_ARGS="--trials 48" adds arguments)
# make test      set up everything and run all tests, in two processes (PYTEST_ARGS="-k front" adds arguments, "-n 0" is one)
# make check     lint, format, types and the direction of the imports
# make chaos     kill and disturb searches at random for some minutes (CHAOS_ARGS="--kills 50 --seed 1")
# make clean     remove the environment and everything that tools left; keeps autonas.db and runs/
#
# PYTHON=/usr/bin/python3.12   another interpreter, 3.11 or newer
# PIP_ARGS="..."               more arguments for pip, such as the address of an index. On Linux, PyPI's torch brings the
#                              CUDA libraries along (GBs); PyTorch's own index has the same version for the CPU alone
#                              (--extra-index-url).
# EXTRAS=dashboard,dev,serve,cluster,export,fla,postgres,quantize   more of pyproject.toml's extras, for an environment that is made afresh; Ray and
#                              the driver of PostgreSQL are left out by default: what is installed is the default corpus

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
RUFF_PATHS := autonas search_spaces studies trainer evaluators tests benchmarks examples
SEARCH_ARGS ?=
PYTEST_ARGS ?=
CHAOS_ARGS ?=
PIP_ARGS ?=
EXTRAS ?= dashboard,dev,serve

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c '$(NEW_ENOUGH)' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: search test check format install chaos clean

search: $(VENV)/installed
	@$(BIN)/autonas search --study codelm $(SEARCH_ARGS)

test: $(VENV)/installed
	@$(BIN)/python -m pytest -n 2 $(PYTEST_ARGS)

check: $(VENV)/installed
	$(BIN)/ruff check $(wildcard $(RUFF_PATHS))
	$(BIN)/ruff format --check $(wildcard $(RUFF_PATHS))
	$(BIN)/mypy
	$(BIN)/lint-imports

chaos: $(VENV)/installed
	@$(BIN)/python tests/chaos.py $(CHAOS_ARGS)

format: $(VENV)/installed
	$(BIN)/ruff check --fix $(wildcard $(RUFF_PATHS))
	$(BIN)/ruff format $(wildcard $(RUFF_PATHS))

install: $(VENV)/installed

# One environment for everything: what is installed is also the default corpus, so tools that came later would change it and
# a search could not be gone on with. The stamp is older than a file it depends on when something must be installed again.
$(VENV)/installed: $(VENV)/pip pyproject.toml constraints.txt
	@echo "installing autonas and its pinned dependencies into $(VENV) ..."
	@$(PIP) install --quiet $(PIP_ARGS) --constraint constraints.txt setuptools
	@$(PIP) install --quiet $(PIP_ARGS) --constraint constraints.txt --no-build-isolation --editable '.[$(EXTRAS)]'
	@touch $@

$(VENV)/pip:
	@test -n "$(PYTHON)" && $(PYTHON) -c '$(NEW_ENOUGH)' || { \
		echo "error: autonas needs Python 3.11 or newer, $(or $(PYTHON),python3) is not" >&2; \
		echo "hint: install one (apt install python3), or name it: make PYTHON=/path/to/python3.12" >&2; exit 2; }
	@# Debian has ensurepip in a package of its own, python3-venv.
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
		echo "installing python3-venv with apt-get" && apt-get -qq update && apt-get -qq install -y python3-venv; } || { \
		echo "error: $(PYTHON) has no ensurepip, so it cannot make an environment" >&2; \
		echo "hint: sudo apt install python3-venv" >&2; exit 2; }
	@echo "creating $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +
