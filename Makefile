# make app      starts the dashboard on this machine
# make test     runs every check  (of the scripts alone: make scripts-checked, with node 20 or newer)
# make quick    linters, types, and the tests that need no model, browser, page or database: about a minute
# make bench    what a comparison costs, beside the encoding it stands on
# make quality  what the judgements are worth on annotated news  (SAMESTORY_SHARED names the folder with gold/ and tools/)
# make identity whether this checkout gives the same bytes as BASE=revision: JSON, HTML, Word, CSV, story files
# make fit      fits them again  (with SECOND, only what a second reader's opinions are worth)
#
# All make .venv and install what is missing; without MODEL nothing outside this folder is changed.
#   PYTHON=python3.12     another Python (3.11 or newer)
#   PORT=8600             another port for the dashboard
#   MODEL=mpnet           a stronger, slower model for the dashboard; fetched into the user's data folder if it is not there
#   ENCODER=mpnet         another model for fit, quality and bench: one that was fetched, or a sentence-transformers folder
#   SECOND=folder         a second reader: a local cross-encoder for the dashboard to ask, or for fit to calibrate
#   TORCH_INDEX=address   a package index with CPU builds of torch, asked for torch alone (see README)
#   SHOWN=1               quality writes its figures where the page Method reads them
#   PYTEST="-k cache"     more arguments for pytest

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help app test linted quick scripts-checked bench quality identity fit clear-cache
.DELETE_ON_ERROR:

help:
	@sed -n '/^$$/q; s/^# \{0,1\}//p' Makefile

app: $(VENV)/app-installed
	$(if $(MODEL),$(BIN)/python -m components model "$(MODEL)")
	$(if $(MODEL),SAMESTORY_ENCODER="$(MODEL)") $(if $(SECOND),SAMESTORY_SECOND_READER="$(SECOND)" )$(BIN)/python -m streamlit run app.py --server.headless true $(if $(PORT),--server.port $(PORT))

test: linted scripts-checked
	$(BIN)/python -m pytest -n 2 --dist loadfile $(PYTEST)

linted: $(VENV)/checks-installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

SLOW := browser library views intake/test_hostile.py

quick: linted
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not model and not quality" $(patsubst %,--ignore=tests/%,$(SLOW)) $(PYTEST)

# A clone is run and changed without node; in CI the scripts are always checked.
scripts-checked:
	@if node -e 'process.exit(Number(parseInt(process.versions.node) < 20))' 2>/dev/null && command -v npm >/dev/null; then \
		$(MAKE) --no-print-directory node_modules/.package-lock.json && npm run --silent check; \
	elif [ "$$CI" = true ]; then \
		echo "The scripts of the views are checked with node 20 or newer and npm; neither may be missing here." >&2; exit 1; \
	else \
		echo "The scripts of the views were not checked: that takes node 20 or newer and npm."; \
	fi

bench quality: $(VENV)/checks-installed
	$(BIN)/python -m tests.$(if $(filter quality,$@),evaluation.measure,bench) $(if $(ENCODER),--encoder "$(ENCODER)") $(if $(SHOWN),--shown)

identity: $(VENV)/checks-installed
	$(BIN)/python -m tests.evaluation.identity $(or $(BASE),HEAD)

fit: $(VENV)/checks-installed
	$(BIN)/python -m components.training.$(if $(SECOND),second_reader "$(SECOND)",fit) $(if $(ENCODER),--encoder "$(ENCODER)")

clear-cache: $(VENV)/app-installed
	$(BIN)/python -m components clear-cache

# An existing .venv is used as it is; a half-made one is taken away again.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Samestory needs Python 3.11 or newer; name one: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "No virtual environment could be made; on Debian and Ubuntu install python3-venv." >&2; exit 1; }

$(VENV)/app-installed: requirements.txt | $(BIN)/python
	$(if $(TORCH_INDEX),$(PIP) install "$$(grep '^torch' requirements.txt)" --index-url "$(TORCH_INDEX)")
	$(PIP) install -r requirements.txt
	@touch $@

node_modules/.package-lock.json: package-lock.json
	npm ci --no-audit --no-fund
	@touch $@

$(VENV)/checks-installed: requirements-dev.txt $(VENV)/app-installed
	$(PIP) install -r requirements-dev.txt
	@touch $@
