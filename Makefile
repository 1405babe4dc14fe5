# Everything a developer types. Each target installs what it needs by itself; `make help` lists them.
PYTHON  := /usr/bin/python3
VENV    := build/venv
PGSTAC  := build/venv-pgstac
RUN     := $(VENV)/bin/python
PYTEST  := env -u AWS_CA_BUNDLE QT_QPA_PLATFORM=offscreen $(RUN) -m pytest
# Two processes at a time, file by file: most tests wait for servers and programs, not for a processor.
PAIRED  := -n 2 --dist loadfile --no-loadscope-reorder
STAGE   := build/stage/ard_qgis_plugin
.DEFAULT_GOAL := help
.PHONY: help setup setup-pgstac demo test test-unit test-qgis test-e2e test-e2e-light fuzz lint format stage \
        install package package-offline test-static test-matrix i18n picture screenshots bench clean

help:  ## List the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: $(VENV)/ready  ## Install QGIS, rclone and the Python libraries (the other targets do it too)

# The system's packages are looked at each time: it takes a moment, and a stamp can be wrong.
.PHONY: system
system:
	@sh tools/install_system.sh

$(VENV)/ready: ard_qgis_plugin/requirements.txt requirements-dev.txt requirements-stubs.txt \
               tools/install_venv.sh | system
	@sh tools/install_venv.sh $(PYTHON) $(VENV)

setup-pgstac: $(PGSTAC)/ready  ## Install PostgreSQL and the STAC server of the end-to-end tests
	@sh tools/install_system.sh postgresql-postgis

$(PGSTAC)/ready: requirements-pgstac.txt | system
	@sh tools/install_venv.sh $(PYTHON) $(PGSTAC) requirements-pgstac.txt

.PHONY: setup-slurm setup-wine
setup-slurm: | system  ## Install the Slurm of the end-to-end tests; they say so where it can't be had
	@sh tools/install_system.sh slurm-wlm munge parallel || echo "Slurm jobs will not be tested." >&2

setup-wine: setup  ## Make ready the Wine of the end-to-end tests (root); they say so where it can't be had
	@sh tools/install_system.sh debootstrap && $(RUN) -m tools.matrix.wine || \
	    echo "The download script for Windows will not be tested." >&2

demo: stage  ## Search the sample planet, download the images, draw build/demo/demo.png
	@env -u AWS_CA_BUNDLE $(RUN) -m tests.sample.demo build/demo

test: test-static test-unit test-qgis test-e2e  ## Run all tests

test-static: setup  ## Hold the package against the rules of QGIS's repository, the code against Qt 6
	$(PYTEST) -p no:pytest_qgis tests/static

test-unit: setup  ## Run the tests of the core, without QGIS
	$(PYTEST) -p no:pytest_qgis $(PAIRED) tests/unit

test-qgis: setup  ## Run the tests in QGIS, offscreen
	$(PYTEST) $(PAIRED) tests/qgis

test-e2e: stage setup-pgstac setup-slurm setup-wine package package-offline  ## Run the tests over real servers, qgis_process and the desktop
	$(PYTEST) -p no:pytest_qgis $(PAIRED) tests/e2e

test-e2e-light: stage package package-offline  ## Run those of them that need no PostgreSQL, Slurm or Wine
	$(PYTEST) -p no:pytest_qgis $(PAIRED) -m "not postgres and not slurm and not wine" tests/e2e

test-matrix: package-offline  ## Run the tests in QGIS 3.22, 3.40 and 3.44, each in a Debian of its own (root)
	@sh tools/install_system.sh debootstrap
	@$(RUN) -m tools.matrix $(MATRIX) test-qgis test-e2e-light

fuzz: setup  ## Run the property tests of the label reader for long
	ARD_FUZZ_EXAMPLES=20000 $(PYTEST) -p no:pytest_qgis tests/unit/labels/test_parser_properties.py \
		tests/unit/labels/test_templates.py

bench: stage  ## Measure the whole job against the tutorial's way and against the bare network
	@env -u AWS_CA_BUNDLE QT_QPA_PLATFORM=offscreen $(RUN) -m tests.bench
	@env -u AWS_CA_BUNDLE QT_QPA_PLATFORM=offscreen $(RUN) -m tests.bench.download
	@$(RUN) -m tests.bench.startup
	@env -u AWS_CA_BUNDLE QT_QPA_PLATFORM=offscreen $(RUN) -m tests.bench.finder
	@$(RUN) -m tests.bench.light
	@env -u AWS_CA_BUNDLE QT_QPA_PLATFORM=offscreen $(RUN) -m tests.bench.index

lint: setup  ## Check style and correctness with ruff, types with mypy
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	@$(RUN) -m tools.typecheck

format: setup  ## Format the code with ruff
	$(RUN) -m ruff format .

i18n: setup  ## Bring the translations up to date with the texts; what waits for one is counted
	@$(RUN) -m tools.i18n

stage: setup  ## Put a complete plugin, its dependencies inside, at build/stage/ard_qgis_plugin
	@$(RUN) -m tools.stage $(STAGE)

install: stage  ## Install the staged plugin into your QGIS profile
	@$(RUN) -m tools.install $(STAGE)

package: setup  ## Write the plugin repository's zip to build/
	@$(RUN) -m tools.package build

package-offline: setup  ## Write a zip with the dependencies inside, for machines without internet
	@$(RUN) -m tools.package build --offline

screenshots: stage  ## Drive the real desktop under Xvfb and renew the pictures in docs/images
	@env -u AWS_CA_BUNDLE $(RUN) -m tests.e2e.pictures.make_screenshots docs/images
	@env -u AWS_CA_BUNDLE QT_QPA_PLATFORM=offscreen $(RUN) -m tests.e2e.pictures.make_pictures docs/images
	@env -u AWS_CA_BUNDLE QT_QPA_PLATFORM=offscreen $(RUN) -m tests.e2e.pictures.make_light docs/images

picture: setup  ## Renew the picture of the code's wings, docs/images/wings.svg, from its imports
	@$(RUN) -m tools.wings

clean:  ## Remove build/
	rm -rf build
