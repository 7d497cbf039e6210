PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: chat ask test lint types bench bless clean

chat: $(VENV)/installed ## opens the page; indexes the sample documents on first use
	$(BIN)/tenkyo ui --open

ask: $(VENV)/installed ## make ask Q="意見1-2の提出者は誰ですか"
	@$(BIN)/tenkyo ask "$(Q)"

test: lint types ## everything that CI runs
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/installed-dev
	$(BIN)/mypy

bench: $(VENV)/installed-dev
	$(BIN)/python tests/bench_search.py
	$(BIN)/python tests/bench_server.py

# Renews the committed baselines; read `git diff eval/baselines` before committing them.
CORPUS ?= ../shared/corpus
BLESS  := build/bless
bless: $(VENV)/installed-dev
	rm -rf $(BLESS)
	$(BIN)/tenkyo --data-dir $(BLESS)/sample index --sample
	$(BIN)/tenkyo --data-dir $(BLESS)/reference index $(CORPUS)
	$(call blessed,sample,sample,eval/cases/sample.yaml)
	$(call blessed,reference,reference,eval/cases/reference.yaml)
	$(call blessed,reference,comment_sections,comment_sections)
	$(call blessed,reference,opinion_replies,opinion_replies)

define blessed
$(BIN)/tenkyo --data-dir $(BLESS)/$(1) eval run --cases $(3) --out $(BLESS)/$(2).jsonl
$(BIN)/tenkyo --data-dir $(BLESS)/$(1) eval bless --cases $(3) --results $(BLESS)/$(2).jsonl
endef

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 以上が必要です。PYTHON=python3.11 make … のように指定してください。' >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(INSTALL) --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/installed
