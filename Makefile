# Sottovoce. `make run` shows the whole system, `make test` proves it. See README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-peers
DETECT_PEERS := .venv-detect-peers
OPEN_WEBUI := .venv-openwebui
TRAIN := .venv-train
SITES := tests/sites/node_modules
PIP := -m pip --disable-pip-version-check install --quiet --no-deps --require-hashes --only-binary :all:
UNIT := not e2e and not netns and not slow and not system

.DEFAULT_GOAL := help
.PHONY: help setup browser system node run test check unit e2e openwebui pictures fuzz drills bench bench-detect train train-setup train-smoke train-check clean

help: ## Say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

setup: $(VENV)/ready ## Create .venv with hash-locked dependencies and the commands

$(VENV)/ready: requirements/dev.txt requirements/model.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Sottovoce needs Python 3.11 or later; set PYTHON=/path/to/it" >&2; exit 1; }
	@echo "setup: installing locked dependencies into $(VENV) (about a minute)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python $(PIP) -r requirements/dev.txt -r requirements/model.txt
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation -e .
	@touch $@

browser: ## Install Chromium, where that can be done without asking
	@scripts/system-packages chromium

system: ## Install what the tests need: browsers, WireGuard, capture tools
	@scripts/system-packages $(if $(CI),,--optional) all

node: node_modules/ready ## Install the tools that check the extension

node_modules/ready: package.json package-lock.json
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(PEERS)/ready: requirements/peers.txt
	@echo "setup: installing a chat interface that we did not write into $(PEERS)"
	@test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python $(PIP) -r requirements/peers.txt
	@touch $@

$(OPEN_WEBUI)/ready: requirements/openwebui.txt
	@echo "setup: installing Open WebUI into $(OPEN_WEBUI) (1.3 GB, some minutes)"
	@test -x $(OPEN_WEBUI)/bin/python || $(PYTHON) -m venv $(OPEN_WEBUI)
	@$(OPEN_WEBUI)/bin/python $(PIP) -r requirements/openwebui.txt
	@touch $@

$(DETECT_PEERS)/ready: requirements/detect-peers.txt benchmarks/peers/openredaction/package-lock.json
	@echo "setup: installing the detectors that ours is measured beside into $(DETECT_PEERS)"
	@test -x $(DETECT_PEERS)/bin/python || $(PYTHON) -m venv $(DETECT_PEERS)
	@$(DETECT_PEERS)/bin/python $(PIP) -r requirements/detect-peers.txt
	@cd benchmarks/peers/openredaction && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(SITES)/ready: tests/sites/package.json tests/sites/package-lock.json
	@cd tests/sites && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

run: setup ## Start everything, prove that it works, then keep serving (ONCE=1 exits)
	@scripts/system-packages --optional chromium
	@$(BIN)/sottovoce demo $(if $(ONCE),--once)

test: setup system node $(PEERS)/ready $(SITES)/ready ## Run every test
	@npm test --silent
	@$(BIN)/python -m pytest -n auto --maxprocesses 4

check: setup node ## Format, lint, types, unit tests and docs, in about two minutes
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@npm run --silent check
	@npm test --silent
	@$(BIN)/python -m pytest -q -m "$(UNIT)"

unit: setup ## The quick tests alone
	@$(BIN)/python -m pytest -q -m "$(UNIT)"

e2e: setup system node $(PEERS)/ready $(SITES)/ready ## Real browsers with the real extension
	@$(BIN)/python -m pytest -m e2e

openwebui: setup system $(OPEN_WEBUI)/ready ## The extension at Open WebUI itself, which is large
	@$(BIN)/python -m pytest -v tests/e2e/test_open_webui.py

pictures: setup system ## Take the README's picture again
	@$(BIN)/python -m pytest -q tests/e2e/test_panel.py tests/e2e/test_gallery.py tests/e2e/test_first_run.py
	@cp tests/artifacts/panel-light-answered.png docs/images/answered-privately.png
	@for look in light dark; do cp tests/artifacts/first-run-$$look.png docs/images/first-steps-$$look.png; done
	@cp tests/artifacts/first-run-model-gone.png docs/images/first-steps-broken.png
	@mkdir -p docs/images/states
	@cp tests/artifacts/states/*.png docs/images/states/

fuzz: setup node ## Every parser of foreign bytes, a million inputs each (INPUTS=n)
	@FUZZ_INPUTS=$(or $(INPUTS),1000000) $(BIN)/python -m pytest -v tests/fuzz
	@FUZZ_INPUTS=$(or $(INPUTS),1000000) node --test tests/extension/spoof.test.js

drills: setup system ## Kill every part at every stage
	@$(BIN)/python -m pytest -v tests/drills

bench: setup system ## Measure, and write benchmarks/results/
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.report

bench-detect: setup $(DETECT_PEERS)/ready ## Detection beside other detectors (ONLY=part, DATA=folder)
	@$(if $(DATA),DETECTION_DATA=$(DATA)) $(BIN)/python -m benchmarks.bench_detect $(ONLY)
	@$(BIN)/python -m benchmarks.report

$(TRAIN)/ready: requirements/train.txt requirements/train-cpu.txt requirements/train-cuda.txt
	@echo "setup: installing what training needs into $(TRAIN) (a minute or two)"
	@test -x $(TRAIN)/bin/python || $(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/python $(PIP) -r requirements/train.txt
	@$(TRAIN)/bin/python $(PIP) -r requirements/train-cpu.txt 2>/dev/null || \
	  { echo "setup: PyTorch's small build is not at hand: downloading the large one" >&2; \
	    $(TRAIN)/bin/python $(PIP) -r requirements/train-cuda.txt; }
	@touch $@

train-setup: $(TRAIN)/ready ## Create .venv-train with hash-locked PyTorch

train: $(TRAIN)/ready ## Train every model again (DATA=folder), up to two hours on two cores
	@test -n "$(DATA)" || { echo "make train needs DATA=folder, see models/data.md" >&2; exit 1; }
	@$(TRAIN)/bin/python -m models --data $(DATA) --out $(or $(OUT),models)

train-smoke: $(TRAIN)/ready ## Train tiny models into a temporary folder, in under a minute
	@$(TRAIN)/bin/python -m models --smoke $(if $(OUT),--out $(OUT))

train-check: $(TRAIN)/ready ## Test and type-check what needs PyTorch
	@$(TRAIN)/bin/python -m pytest -q --noconftest -p no:cacheprovider tests/training/encoder_checks.py
	@$(TRAIN)/bin/mypy --cache-dir $(TRAIN)/mypy -p models.encoder

clean: ## Remove what the targets above made
	@rm -rf $(VENV) $(PEERS) $(DETECT_PEERS) $(OPEN_WEBUI) $(TRAIN) benchmarks/peers/openredaction/node_modules node_modules $(SITES) tests/sites/dist .demo dist tests/artifacts
