# One command per need; `make` alone lists them. Written for GNU make 3.81 (macOS) and later, and for any POSIX sh.
# What is printed is in French, as everything that writers read.

# Tried in this order; 3.14 comes after the versions on which everything was tried. Another one: make site PYTHONS=/a/python
PYTHONS = python3.13 python3.12 python3.11 python3.14 python3 python

# By -m and never by .venv/bin/<tool>: those name their Python by its full path, and would break when the folder moves.
python = .venv/bin/python

# Where make site and make preview show the site. Another one: make preview PORT=8001
PORT = 8000

.PHONY: help site build check review preview edit look posters components messages tidy docs test sbom lock clean

help:  ## cette liste
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

site: .venv/.ready  ## installe, vérifie, construit le site, puis le montre
	$(python) freeze.py --serve --port $(PORT)

build: .venv/.ready  ## construit le site dans build/
	$(python) freeze.py $(BUILD_OPTIONS)

check: .venv/.ready  ## relit les contenus sans rien construire
	$(python) freeze.py --check $(CHECK_OPTIONS)

review: .venv/.ready  ## échoue si des faits n'ont pas été revérifiés à temps
	$(python) freeze.py --check --strict-age $(CHECK_OPTIONS)

preview: .venv/.ready  ## montre le site pendant qu'on écrit
	$(python) -m eclaircie preview --port $(PORT)

edit: .venv/.ready-edit  ## ouvre l'éditeur : écrire les pages dans le navigateur
	$(python) -m eclaircie edit $(EDIT_OPTIONS)

look: .venv/.ready-dev  ## regarde build/ dans un vrai navigateur, avant de publier
	$(python) -m tests.look

posters: .venv/.ready-posters  ## fait les affiches à imprimer (DEPARTEMENT=71 LANGUE=ar)
	$(python) -m eclaircie affiches $(if $(DEPARTEMENT),--departement "$(DEPARTEMENT)") \
		$(if $(LANGUE),--langue "$(LANGUE)") $(POSTER_OPTIONS)

components: .venv/.ready  ## montre tous les composants, pour qui change l'apparence
	$(python) -m eclaircie components

messages: .venv/.ready  ## met à jour translations/*.po avec les mots de l'interface
	$(python) -m eclaircie messages

tidy: .venv/.ready  ## met les en-têtes des pages et site.yaml dans la forme commune
	$(python) -m eclaircie tidy

docs: .venv/.ready  ## met à jour les tableaux des documents, d'après le code
	$(python) -m eclaircie docs

# Six tests at a time, on two processors too: those in browsers wait a good part of their time. What is compiled is
# kept even where the machine asks for nothing to be: each of the six would compile all tests anew.
test: .venv/.ready-dev  ## vérifie le code (ruff, mypy, pytest)
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	PYTHONDONTWRITEBYTECODE= $(python) -m pytest -n 6 --dist worksteal

# The same lock and the same day give the same bytes. The warning is about who needs whom, which a lock does not say.
sbom: .venv/.ready-dev  ## liste les bibliothèques du site dans sbom.cdx.json (CycloneDX)
	$(python) -W ignore::UserWarning -m cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible \
		$(SBOM_OPTIONS) -o sbom.cdx.json requirements.txt

# Versions that still fit are kept. To renew them all: make lock LOCK_OPTIONS=--upgrade
lock:  ## fixe de nouveau les versions des bibliothèques (demande uv)
	@command -v uv >/dev/null || { echo "Il faut uv : docs.astral.sh/uv"; exit 1; }
	$(compile) -o requirements.txt pyproject.toml
	$(compile) -o requirements-compress.txt -c requirements.txt --extra compress pyproject.toml
	$(compile) -o requirements-edit.txt -c requirements-compress.txt --extra edit pyproject.toml
	$(compile) -o requirements-posters.txt -c requirements-edit.txt --extra posters pyproject.toml
	$(compile) -o requirements-dev.txt -c requirements-edit.txt -c requirements-posters.txt --group dev pyproject.toml

# For the oldest Python that we support, on every system. The header and the addresses of indexes differ from one
# machine to another, so they are left out.
compile = UV_PYTHON_DOWNLOADS=never uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links $(LOCK_OPTIONS)

clean:  ## efface tout ce qui a été construit ou installé ici
	rm -rf build build-portable build-proposal build-editor .build-* .editor .editor-* .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis screenshots
	rm -rf affiches public artifact.tar sbom.cdx.json gl-code-quality-report.json exits.json sources.json
	find content site static tests translations -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || :
	rm -rf __pycache__
	find translations -name '*.mo' -exec rm -f {} + 2>/dev/null || :

# A stamp is written last: an interrupted set-up starts again.
.venv/.ready: requirements.txt .venv/bin/python
	@$(make_venv)
	@echo "Installation des bibliothèques..."
	@$(install) requirements.txt || { $(no_install); exit 1; }
	@$(add_site_to_path)
	@touch $@

.venv/.ready-edit: requirements-edit.txt .venv/.ready
	@echo "Installation des bibliothèques de l'éditeur..."
	@$(install) requirements-edit.txt || { $(no_install); exit 1; }
	@touch $@

.venv/.ready-posters: requirements-posters.txt .venv/.ready
	@echo "Installation de quoi faire les affiches..."
	@$(install) requirements-posters.txt || { $(no_install); exit 1; }
	@touch $@

.venv/.ready-dev: requirements-dev.txt .venv/.ready
	@echo "Installation des outils de développement..."
	@$(install) requirements-dev.txt || { $(no_install); exit 1; }
	@touch $@

# Missing when its Python was removed from the machine: the set-up is then done again.
.venv/bin/python: ;

no_install = echo "L'installation n'a pas abouti. Le plus souvent, c'est la connexion à internet : vérifiez-la, puis recommencez." >&2; \
	echo "(The libraries could not be installed: check the connection to the internet, then try again.)" >&2

install = $(python) -m pip --disable-pip-version-check install --quiet --require-hashes -r

# Shims such as pyenv's are found and yet fail: each candidate must really run.
# Debian's Python without python3-venv leaves a .venv that has no pip, hence the removal.
make_venv = $(python) -m pip --version >/dev/null 2>&1 && exit 0; \
	without_venv=; \
	for candidate in $(PYTHONS); do \
		"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
		echo "Création de .venv avec $$candidate..."; \
		rm -rf .venv; \
		"$$candidate" -m venv .venv >/dev/null 2>&1 && $(python) -m pip --version >/dev/null 2>&1 && exit 0; \
		rm -rf .venv; \
		without_venv="$$without_venv $$candidate"; \
	done; \
	if [ -n "$$without_venv" ]; then \
		echo "Python est là, mais sans son module venv :$$without_venv." >&2; \
		echo "Sous Debian ou Ubuntu, installez-le (sudo apt install python3-venv), puis recommencez." >&2; \
	else \
		echo "Il faut Python 3.11 ou plus récent, et aucun n'a été trouvé (essayés : $(PYTHONS))." >&2; \
		echo "Installez-le : www.python.org/downloads, ou sous Debian et Ubuntu : sudo apt install python3 python3-venv." >&2; \
	fi; \
	exit 1

# Relative, so that the folder can be moved or copied and still finds its own code.
add_site_to_path = $(python) -c 'import os, pathlib, sysconfig; \
	packages = pathlib.Path(sysconfig.get_path("purelib")); \
	(packages / "eclaircie.pth").write_text(os.path.relpath("site", packages) + "\n")'
