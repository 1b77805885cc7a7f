# The doors people use. Each sets up .venv first, once; only what changed is installed again.

PYTHON ?= python3
IN_VENV := .venv/bin/python
UV := $(shell command -v uv 2>/dev/null)
# pyright would advise newer versions of itself; it is pinned.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

ifneq ($(UV),)
# uv does not read pip's configuration, so the folders of wheels that pip knows are handed on.
WHEELS = $(or $(PIP_FIND_LINKS),$(shell $(PYTHON) -m pip config get global.find-links 2>/dev/null))
MAKE_VENV = $(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
INSTALL = $(UV) pip install --quiet --python $(IN_VENV) $(addprefix --find-links ,$(WHEELS))
else
MAKE_VENV = $(PYTHON) -m venv .venv
INSTALL = $(IN_VENV) -m pip install --quiet --disable-pip-version-check
endif

.PHONY: run demo test check types quick-tests faults bench bench-gpu translate screenshots libraries

run: .venv/.installed
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		echo "There is no display here to show a window on; this is make demo instead."; \
		$(IN_VENV) main.py demo; \
	else \
		$(IN_VENV) main.py; \
	fi

demo: .venv/.installed
	@$(IN_VENV) main.py demo

test check: export QT_QPA_PLATFORM := offscreen
# The many processes that tests start read what the first of them compiled, also where bytecode is unwanted in folders.
test check: export PYTHONPYCACHEPREFIX := $(CURDIR)/.venv/bytecode
unexport PYTHONDONTWRITEBYTECODE
# Tests write a hundred thousand small files: into memory, where there are two gigabytes of it to spare.
IN_MEMORY := $(shell test "$$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)" -gt 2000000 2>/dev/null && echo /dev/shm)
ifneq ($(IN_MEMORY),)
test check: export PYTEST_DEBUG_TEMPROOT := $(IN_MEMORY)
endif

# A process for each core; a file's tests share one, with what is made for all of them, in the order of tests/conftest.py.
PARALLEL := --numprocesses auto --dist loadfile --no-loadscope-reorder

test: libraries .venv/.test-tools
	@$(IN_VENV) -m pytest $(PARALLEL)

check: libraries .venv/.test-tools
	@$(IN_VENV) -m ruff check .
	@$(IN_VENV) -m ruff format --check .
	@$(MAKE) --no-print-directory --jobs 2 types quick-tests

types:
	@$(IN_VENV) -m pyright

quick-tests:
	@$(IN_VENV) -m pytest $(PARALLEL) -m "not slow"

# The fault matrix at release depth, for hours; it goes on where it was: make faults FAULTS="--share 0.01 --hours 2"
faults: libraries .venv/.test-tools
	@$(IN_VENV) -m tests.faults $(FAULTS)

# The quick list, some five minutes on a machine that does nothing else; tests/benchmarks/RESULTS.md has the rest.
bench: .venv/.installed
	@$(IN_VENV) -m tests.benchmarks $(BENCH)

# On a GPU, beside plain loops of the same work, in less than eight minutes.
bench-gpu: .venv/.installed
	@$(IN_VENV) -m tests.benchmarks.gpu $(BENCH)

# After strings changed: collects them, compiles the translations, and lists what is not translated yet.
translate: .venv/.installed
	@$(IN_VENV) packaging/translations.py

# The README's pictures, taken from the real window on the sample project; takes some minutes.
screenshots: export QT_QPA_PLATFORM := offscreen
screenshots: libraries .venv/.installed
	@$(IN_VENV) packaging/screenshots.py docs/screenshots

# A missing system library would end the tests with an abort; this says what to install, before anything is downloaded.
libraries: .venv/.made
	@$(IN_VENV) -m workbench.system_libraries

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is %d.%d. Give another with make PYTHON=..." % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@echo "Making .venv, the folder that holds everything the program needs."
	@$(MAKE_VENV)
	@touch $@

# The lists are complete and carry hashes: nothing else is looked for, and no other file is installed.
LOCKED := --require-hashes --no-deps
# Only a torch that was built for CUDA needs CUDA's libraries.
FOR_CUDA := import sys; from importlib.metadata import version; sys.exit(sys.platform != "linux" or "+cpu" in version("torch"))

.venv/.installed: requirements.lock requirements-cuda.lock .venv/.made
	@echo "Installing torch, Qt and the rest into .venv: about 2 GB, more with CUDA; it takes a few minutes."
	@$(INSTALL) $(LOCKED) -r requirements.lock
	@if $(IN_VENV) -c '$(FOR_CUDA)'; then $(INSTALL) $(LOCKED) -r requirements-cuda.lock; fi
	@touch $@

.venv/.test-tools: requirements-test.lock .venv/.installed
	@echo "Installing the test tools into .venv."
	@$(INSTALL) $(LOCKED) -r requirements-test.lock
	@touch $@
