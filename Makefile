# `make run` and `make test` are all a newcomer needs; both begin with `make install`.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --custom-compile-command "make lock"

.PHONY: run test install fast check bench build lock hooks clean

# Open the window; without a display, make the sample year and a picture of every tab.
run: install
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(BIN)/jinshi-desk; \
	else \
		echo "No display here: the sample year, June's bulletin and a picture of every tab go to demo/"; \
		LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen $(BIN)/jinshi-desk demo --out demo --screens; \
	fi

# The whole suite in two processes; ARGS reaches pytest: make test ARGS="tests/domain -x"
test: export LC_ALL = C.UTF-8
test: install
	$(BIN)/pytest --numprocesses 2 --dist loadfile $(ARGS)

# System libraries, .venv, locked packages; done again only when one of these files changes.
install: .venv/installed
.venv/installed: .ci/install.py pyproject.toml requirements/runtime.txt requirements/dev.txt
	@$(PYTHON) .ci/install.py
	@touch $@

# What takes seconds; the pre-commit hook runs this.
fast: install
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	! git grep -nE 'qtbot\.wait\(' -- '*.py'  # never wait for time; ruff cannot see a fixture's methods
	$(BIN)/lint-imports
	$(BIN)/vulture

check: fast
	$(BIN)/mypy

bench: install
	$(BIN)/python -m benchmarks

# dist/jinshi-desk/: one folder that runs without Python.
build: install
	$(BIN)/pyinstaller --noconfirm build.spec
	.ci/bundle-starts

# Write requirements/*.txt anew; pins stay unless asked for: make lock ARGS="--upgrade-package ruff"
lock: install
	$(LOCK) $(ARGS) --output-file requirements/runtime.txt pyproject.toml
	$(LOCK) $(ARGS) --output-file requirements/dev.txt --group dev --constraints requirements/runtime.txt

# Run `make fast` before every commit.
hooks:
	git config core.hooksPath .ci/hooks

clean:
	rm -rf .venv build dist demo .coverage .*_cache .hypothesis
