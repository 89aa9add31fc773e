# Plumbline. `make help` says what each target does.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
export RASA_TELEMETRY_ENABLED := false
export PYTHONWARNINGS ?= ignore

.PHONY: help install install-dev run check chat test lint widget widget-report bench evaluate lock generate clean

help:  ## This list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

install:  ## Install what the assistant needs into .venv, checked by hashes
	@command -v $(PYTHON) >/dev/null || { echo "plumbline: no $(PYTHON) found. Install Python 3.9 or later, then run this again." >&2; exit 1; }
	@$(PYTHON) deploy/install.py

install-dev:  ## The same, and what the tests and checks need
	@command -v $(PYTHON) >/dev/null || { echo "plumbline: no $(PYTHON) found. Install Python 3.9 or later, then run this again." >&2; exit 1; }
	@$(PYTHON) deploy/install.py --dev

run: install  ## Install what is missing, publish the content, train if needed, start the assistant
	@exec $(BIN)/python -m bot.run

chat: install  ## Talk to the running assistant in this terminal
	@exec $(BIN)/python -m bot.cli chat

check: install  ## Check the content files, in seconds; what editors run
	@$(BIN)/python -m bot.cli check

test: install-dev  ## Everything: lint, types, content, unit tests, accuracy, the real servers, a real browser
	@$(BIN)/python -m bot.prepare
	@$(MAKE) --no-print-directory lint
	@$(PYTHON) deploy/widget.py unit
	@$(BIN)/python -m pytest
	@$(PYTHON) deploy/widget.py browser

lint: install-dev  ## Style and types, and whether the built widget is that of its sources
	@$(BIN)/python -m ruff check bot actions deploy tests
	@$(BIN)/python -m mypy
	@$(PYTHON) deploy/widget.py types check

widget:  ## Build the web widget into bot/widget/built; needs Node 20 or later
	@PLUMBLINE_REQUIRE_NODE=1 $(PYTHON) deploy/widget.py build

widget-report: install-dev  ## Measure the widget beside others in a real Chromium: a table, and screenshots in var/widget-report
	@$(BIN)/python -m bot.prepare
	@PLUMBLINE_REQUIRE_NODE=1 PLUMBLINE_REQUIRE_CHROMIUM=1 $(PYTHON) deploy/widget.py report

bench: install-dev  ## Compare this assistant with Rasa's default configuration (about 40 minutes)
	@$(BIN)/python -m bot.bench

evaluate: install-dev  ## Accuracy on every question set, with the confusion table
	@$(BIN)/python -m bot.nlu.evaluate

generate: install-dev  ## Write the editors' schemas and template anew
	@$(BIN)/python -m bot.editorial.generate

lock: install-dev  ## Resolve the packages anew and write the lock files with hashes
	@$(BIN)/python deploy/lock.py

clean:  ## Remove what was installed, trained and cached; the content and the conversations stay
	rm -rf .venv .cache models .pytest_cache .mypy_cache .ruff_cache
