# Everything a developer or an admin types; `make` alone lists it. git, make and python3
# are enough: the rest goes into .venv, each package by the hash in requirements*.lock.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup demo run test book check bench soak gazetteer messages lock clean

VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench# for what `make bench` compares with; nothing else needs it
GAZETTEER := .venv-gazetteer# for what the gazetteer is made of; nothing else needs it
ARGS ?=# for the command: make demo ARGS="--port 8090", make test ARGS="-k duration"
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Without it python-telegram-bot warns while it builds RetryAfter, and a warning is an error.
export PTB_TIMEDELTA := 1

# The newest usable Python. It is tried, not only looked for: a version manager leaves
# commands that do not run, and Debian packs venv apart.
USABLE := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	if $$python -c '$(USABLE)' >/dev/null 2>&1; then echo $$python; break; fi; done)

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

setup: $(VENV)/.runtime ## make the environment, without tests
	@echo "$(VENV) is ready: try make demo, or TOCSIN_TELEGRAM_TOKEN=... make run"

demo: $(VENV)/.runtime ## try Tocsin in the browser: no Telegram account, no internet
	@exec $(BIN)/tocsin demo $(ARGS)

run: $(VENV)/.runtime ## run the service; needs TOCSIN_TELEGRAM_TOKEN
	@exec $(BIN)/tocsin run $(ARGS)

test: $(VENV)/.develop ## run the whole test suite
	@$(BIN)/python -m pytest -n 3 --dist worksteal $(ARGS)

book: $(VENV)/.develop ## write the conversation book anew after texts have changed
	@TOCSIN_TEST_WRITE_BOOK=1 $(BIN)/python -m pytest -n 2 --dist worksteal \
		tests/integration/test_chat_book.py -k what_the_book_says $(ARGS)

check: $(VENV)/.develop ## format, lint, types, layers, messages, locks: what must pass before a commit
	@$(BIN)/ruff format --check --quiet . || { echo "make check: run .venv/bin/ruff format ."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tools/messages.py --check
	@$(BIN)/python tools/check_locks.py

bench: $(VENV)/.develop ## run the benchmarks, one JSON line per figure
	@$(MAKE) --no-print-directory $(BENCH)/.peers || \
		echo "make bench: the peers of benchmarks/requirements.lock could not be installed; without them" >&2
	@for script in benchmarks/*.py; do \
		[ -e "$$script" ] || { echo "make bench: there is no benchmark yet" >&2; break; }; \
		$(BIN)/python "$$script" || exit 1; done

soak: $(VENV)/.develop ## live three days of 1,000 chats and 500 feeds with faults, then 20 kill -9; an hour
	@$(BIN)/python tests/simulated_day.py --days 3 $(ARGS)
	@TOCSIN_TEST_KILLS=20 $(BIN)/python -m pytest -q tests/crash/test_crash_series.py

gazetteer: $(GAZETTEER)/.packages ## compile bot/data/gazetteer.bin from its sources; a minute or two
	@$(GAZETTEER)/bin/python -m tools.gazetteer.build $(ARGS)

messages: $(VENV)/.runtime ## take new texts into the translations in bot/data/locales
	@$(BIN)/python tools/messages.py $(ARGS)

lock: $(VENV)/.develop ## choose the newest allowed packages and write the lock files
	@$(PIP) install 'uv>=0.8,<1'
	@PYTHON_BIN=$(BIN)/python sh tools/lock.sh $(ARGS)

clean: ## delete the environment and the tools' caches; data stays
	rm -rf $(VENV) $(BENCH) $(GAZETTEER) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf build dist .coverage
	find bot tests tools migrations -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "make: needs Python 3.11, 3.12 or 3.13 with venv; none was found (Debian, Ubuntu: apt install python3-venv)" >&2; \
		exit 2; fi
	@echo "making $(VENV) with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv --clear $(VENV)

# Both stamps are newer than what was installed from; an interrupted install leaves none.
$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	@echo "installing requirements.lock ..."
	@$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.develop: requirements-dev.lock $(VENV)/.runtime
	@echo "installing requirements-dev.lock ..."
	@$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

# From source where there is nothing else, so without --only-binary.
$(BENCH)/.peers: benchmarks/requirements.lock | $(BIN)/python
	@echo "installing benchmarks/requirements.lock ..."
	@$(PYTHON) -m venv --clear $(BENCH)
	@$(BENCH)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes \
		-r benchmarks/requirements.lock
	@touch $@

$(GAZETTEER)/.packages: tools/gazetteer/requirements.lock | $(BIN)/python
	@echo "installing tools/gazetteer/requirements.lock ..."
	@$(PYTHON) -m venv --clear $(GAZETTEER)
	@$(GAZETTEER)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes \
		-r tools/gazetteer/requirements.lock
	@touch $@
