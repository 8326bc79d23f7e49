"""A copy with its own settings, texts, words and a colour takes a new version of the project, as its guide says.

docs/nouvelle-version.md has the two ways, with git and without. Both are taken here, by the commands that it gives, in
folders: the project, which has published a version and then another, and an association's copy, which was changed since.
"""

import compileall
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from eclaircie.project import PROJECT_ROOT
from eclaircie.publish.changes import WORDS
from tests.folders import files_in
from tests.small_site import MIDNIGHT, write_small_content

GUIDE = PROJECT_ROOT / "docs" / "nouvelle-version.md"
CHANGED_BY_BOTH = "fr/apropos/index.md"
TAKEN_OUT = "fr/faire/vieux.md"
OUR_WORD = ('msgstr "Go to the content"', 'msgstr "Straight to the page"')
THEIR_WORD = ('msgstr "Publisher"', 'msgstr "Who publishes"')
OUR_COLOUR = ("--sky: #1c5a85;", "--sky: #004466;")


def lines_of(words: str) -> str:
    """The text of a page: some lines that both leave alone, so that changes before and after them are apart."""
    return f"---\ntitre: À propos\nonglet: À propos\nresume: Qui écrit.\n---\n{words}\n\nUn.\n\nDeux.\n\nTrois.\n\nLa fin.\n"


@dataclass
class Copy:
    """A folder of the project, with what git knows of it."""

    folder: Path

    def run(self, command: str) -> "subprocess.CompletedProcess[str]":
        """Run a command in it, as somebody whose settings of git are the usual ones."""
        identity = {"NAME": "Essai", "EMAIL": "essai@example.org"}
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder.parent),
            "LANG": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "SOURCE_DATE_EPOCH": str(MIDNIGHT),
            **{f"GIT_{who}_{key}": value for who in ("AUTHOR", "COMMITTER") for key, value in identity.items()},
        }
        return subprocess.run(
            ["sh", "-e", "-c", command], cwd=self.folder, env=environment, capture_output=True, text=True
        )

    def must(self, command: str) -> str:
        """Run a command that has to succeed; returns what it said."""
        done = self.run(command)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout

    def freeze(self, *options: str) -> "subprocess.CompletedProcess[str]":
        """Run its freeze.py, which is the project's work."""
        return self.run(f"'{sys.executable}' freeze.py {' '.join(options)}")

    def read(self, name: str) -> str:
        """A file of it."""
        return (self.folder / name).read_text("utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file of it."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, "utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Put a text in the place of another, which stands in a file once."""
        text = self.read(name)
        assert text.count(old) == 1, (name, old)
        self.write(name, text.replace(old, new))

    def commit(self) -> None:
        """Keep everything as it is now."""
        self.must("git add --all && git commit --quiet --message Essai")


def a_project(folder: Path) -> Copy:
    """The project as it was published first: its real code and words, and a small content."""
    for name in ("site", "static", "translations"):
        shutil.copytree(PROJECT_ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    for name in ("freeze.py", "pyproject.toml", ".gitignore", ".gitattributes", "CHANGELOG.md"):
        shutil.copy2(PROJECT_ROOT / name, folder)
    write_small_content(
        folder / "content",
        {
            "site.yaml": """\
                # Le nom du site.
                nom: {fr: Essai, en: Trial, ar: تجربة}

                # L'adresse.
                adresse:

                # Où mène la sortie.
                sortie: {fr: https://exit.example.net/fr, en: https://exit.example.net/en}

                # En minutes.
                voile_apres_minutes: 0

                editeur:
                  nom:
                """,
            CHANGED_BY_BOTH: lines_of("Le début."),
            TAKEN_OUT: "---\ntitre: Vieux\nonglet: Vieux\nresume: Vieux.\n---\nUne page de trop.\n",
            "fr/faire/index.md": "---\ntitre: Faire\nonglet: Faire\nresume: Faire.\n---\nQue faire.\n",
        },
    )
    # Where the folder itself is copied, no process needs to compile its code anew.
    compileall.compile_dir(folder / "site", quiet=1)
    project = Copy(folder)
    project.must("git init --quiet --initial-branch main")
    project.commit()
    project.must("git tag v0.2.0")
    return project


def make_it_ones_own(copy: Copy) -> None:
    """What an association does: its settings, its words, a page more, a page less, a colour."""
    copy.change("content/site.yaml", "fr: Essai, en: Trial", "fr: Notre vie, en: Our life")
    copy.change("content/site.yaml", "adresse:\n", "adresse: https://notre.example.org/\n")
    copy.change("content/site.yaml", "  nom:\n", "  nom: Notre association\n")
    copy.change(f"content/{CHANGED_BY_BOTH}", "Le début.", "Le début, dit par nous.")
    copy.write(
        "content/fr/aider/chez-nous.md", "---\ntitre: Chez nous\nresume: Notre accueil.\n---\nVenez nous voir.\n"
    )
    (copy.folder / "content" / TAKEN_OUT).unlink()
    copy.change("translations/en.po", *OUR_WORD)
    copy.change("static/css/tokens.css", *OUR_COLOUR)


def publish_a_version(project: Copy) -> None:
    """What the project does meanwhile: a page, a correction, a setting, a word, and changes of the code."""
    project.write("content/fr/aider/neuf.md", "---\ntitre: Du neuf\nresume: Une page de plus.\n---\nDu neuf.\n")
    project.change(f"content/{CHANGED_BY_BOTH}", "La fin.", "La fin, corrigée.")
    project.change("content/site.yaml", "voile_apres_minutes: 0\n", "voile_apres_minutes: 0\n\nrevision_mois: 10\n")
    project.change("translations/en.po", *THEIR_WORD)
    project.change("pyproject.toml", f'version = "{version_of(project)}"', 'version = "0.3.0"')
    style = "static/css/tokens.css"
    project.write(style, f"{project.read(style)}\n.neuf {{ color: var(--sky); }}\n")
    [template] = (project.folder / "site").rglob("header.html")
    project.change(template.relative_to(project.folder).as_posix(), 'class="skip"', 'class="skip neuf"')
    project.commit()
    project.must("git tag v0.3.0")


def version_of(copy: Copy) -> str:
    """The version that a copy is of, where the guide says that it stands."""
    version: str = tomllib.loads(copy.read("pyproject.toml"))["project"]["version"]
    return version


def commands(words: str, project: Copy | None = None) -> list[str]:
    """The commands that the guide gives next after some of its words, without what comes after a `#`.

    project: what is meant by the address of the project. `make` would set up a .venv: what it runs is run instead.
    """
    block = GUIDE.read_text("utf-8").split(words, 1)[1].split("```sh\n", 1)[1].split("```", 1)[0]
    lines = [line.partition("#")[0].strip() for line in block.splitlines()]
    check = f"'{sys.executable}' freeze.py --check"
    return [
        line.replace("ADRESSE_DU_DEPOT_DU_PROJET", str(project.folder) if project else "").replace("make check", check)
        for line in lines
    ]


@pytest.fixture(scope="module")
def first_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project as it was published first, which stays as it is."""
    return a_project(tmp_path_factory.mktemp("first") / "project").folder


@pytest.fixture
def project(first_version: Path, tmp_path: Path) -> Copy:
    """The project, which nobody has changed yet."""
    return Copy(shutil.copytree(first_version, tmp_path / "project"))


@pytest.fixture
def ours(project: Copy, tmp_path: Path) -> Copy:
    """An association's copy, changed and kept, which knows where the project is."""
    project.must(f"git clone --quiet '{project.folder}' '{tmp_path / 'ours'}'")
    copy = Copy(tmp_path / "ours")
    make_it_ones_own(copy)
    copy.commit()
    for command in commands("Une seule fois, dites où est le projet", project):
        copy.must(command)
    return copy


def content_of(copy: Copy) -> dict[str, bytes]:
    """Every file of an association's content."""
    return files_in(copy.folder / "content")


def frozen(copy: Copy) -> dict[str, str]:
    """The pages of its site, which is checked and built."""
    done = copy.freeze("--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    return {file: data.decode("utf-8") for file, data in files_in(copy.folder / "build").items() if "html" in file}


def shows_what_is_ours(pages: dict[str, str]) -> None:
    """The site of the association: its name, address, publisher, texts, words and colour, and no page that it took out."""
    assert "Notre vie" in pages["fr/index.html"]
    assert "Le début, dit par nous." in pages["fr/apropos/index.html"]
    assert "Notre association" in pages["fr/apropos/mentions/index.html"]
    assert "Venez nous voir." in pages["fr/aider/chez-nous/index.html"]
    assert "fr/faire/vieux/index.html" not in pages
    assert "Straight to the page" in pages["en/index.html"]
    assert "#004466" in pages["fr/index.html"]


def test_git_keeps_what_is_ours_and_brings_what_is_new(project: Copy, ours: Copy) -> None:
    """The commands of the guide, one after the other: nothing is asked, nothing is lost, and the new site can be built."""
    publish_a_version(project)

    for command in commands("À chaque version (ici"):
        ours.must(command)

    pages = frozen(ours)
    shows_what_is_ours(pages)
    assert "Du neuf." in pages["fr/aider/neuf/index.html"]
    assert "La fin, corrigée." in pages["fr/apropos/index.html"]
    assert "Who publishes" in pages["en/apropos/mentions/index.html"]
    assert 'class="skip neuf"' in pages["fr/index.html"] and ".neuf{" in pages["fr/index.html"]
    assert "revision_mois: 10\n" in ours.read("content/site.yaml")
    assert version_of(ours) == "0.3.0"


def test_a_header_that_was_only_written_otherwise_is_no_conflict_once_it_is_tidy(project: Copy, ours: Copy) -> None:
    """What the guide has one do first: quotes that somebody added do not stand in the way of the project's next line."""
    assert "`make tidy`" in GUIDE.read_text("utf-8").split("## Avec git", 1)[0]
    ours.change(f"content/{CHANGED_BY_BOTH}", "titre: À propos", 'titre: "À propos"')
    ours.commit()
    project.change(f"content/{CHANGED_BY_BOTH}", "onglet: À propos", "onglet: Qui écrit")
    publish_a_version(project)
    every_time = "\n".join(commands("À chaque version (ici"))

    refused = ours.run(every_time)
    ours.must("git merge --abort")
    ours.must(f"PYTHONPATH=site '{sys.executable}' -m eclaircie tidy")
    ours.commit()
    ours.must(every_time)

    assert "CONFLICT (content)" in refused.stdout
    assert "onglet: Qui écrit" in ours.read(f"content/{CHANGED_BY_BOTH}")
    assert "Le début, dit par nous." in ours.read(f"content/{CHANGED_BY_BOTH}")


def test_the_same_sentence_changed_by_both_is_asked_about(project: Copy, ours: Copy) -> None:
    """git stops and names the file; what is left of its signs is refused, and giving up brings everything back."""
    project.change(f"content/{CHANGED_BY_BOTH}", "Le début.", "Le début, dit par eux.")
    publish_a_version(project)
    before = files_in(ours.folder / "content")

    *_, merge, check = commands("À chaque version (ici")
    ours.must("git fetch --quiet projet --tags")
    merged = ours.run(merge)
    checked = ours.run(check)

    assert merged.returncode != 0
    assert f"CONFLICT (content): Merge conflict in content/{CHANGED_BY_BOTH}" in merged.stdout
    assert checked.returncode != 0
    [told] = [line for line in checked.stderr.splitlines() if line.startswith("content/")]
    assert told.startswith(f"content/{CHANGED_BY_BOTH}:6  Deux versions se suivent ici, et git attend votre choix.")
    assert "Le début, dit par nous." in ours.read(f"content/{CHANGED_BY_BOTH}")

    ours.must("git merge --abort")
    assert files_in(ours.folder / "content") == before
    assert ours.must("git status --porcelain") == ""


def test_a_choice_that_is_still_to_be_made_is_refused_in_every_file_of_words(
    first_version: Path, tmp_path: Path
) -> None:
    """One fault a file, at its line, and not those that follow from it: nobody publishes two versions of a sentence."""
    copy = Copy(shutil.copytree(first_version, tmp_path / "ours"))
    for name, line in {
        "content/site.yaml": "# L'adresse.\n",
        "content/fr/aider/index.md": "titre: Aider\n",
        "content/en/numeros/conseils.md": "Someone answers.\n",
        "translations/en.po": 'msgid "Accueil"\n',
    }.items():
        copy.change(name, line, f"<<<<<<< HEAD\n{line}=======\n>>>>>>> v0.3.0\n")

    checked = copy.freeze("--check")

    told = [line.split("  ", 1) for line in checked.stderr.splitlines() if "  " in line]
    assert checked.returncode != 0
    assert sorted(where for where, _ in told) == [
        "content/en/numeros/conseils.md:6",
        "content/fr/aider/index.md:2",
        "content/site.yaml:4",
        "translations/en.po:30",
    ]
    assert {"git attend votre choix" in sentence for _, sentence in told} == {True}


def test_a_page_that_we_took_out_stays_out_if_we_say_so(project: Copy, ours: Copy) -> None:
    """The project has changed it: git asks, and `git rm` is the answer that the guide gives."""
    project.change(f"content/{TAKEN_OUT}", "Une page de trop.", "Une page de trop, corrigée.")
    publish_a_version(project)
    ours.must("git fetch --quiet projet --tags")

    merged = ours.run("git merge --no-edit v0.3.0")
    ours.must(f"git rm --quiet content/{TAKEN_OUT} && git commit --quiet --no-edit")

    assert f"CONFLICT (modify/delete): content/{TAKEN_OUT}" in merged.stdout
    shows_what_is_ours(frozen(ours))


def test_a_copy_without_the_history_of_the_project_gets_it(project: Copy, tmp_path: Path) -> None:
    """One that began with an archive, or as a template: the guide has one command more, once, which changes no file."""
    shutil.copytree(project.folder, tmp_path / "ours", ignore=shutil.ignore_patterns(".git"))
    ours = Copy(tmp_path / "ours")
    make_it_ones_own(ours)
    ours.must("git init --quiet --initial-branch main")
    ours.commit()
    for command in commands("Une seule fois, dites où est le projet", project):
        ours.must(command)
    publish_a_version(project)
    every_time = commands("À chaque version (ici")
    before = content_of(ours)

    refused = ours.run("\n".join(every_time[:-1]))
    for command in commands("unrelated histories"):
        ours.must(command)
    joined = content_of(ours)
    for command in every_time:
        ours.must(command)

    assert "refusing to merge unrelated histories" in refused.stderr
    assert joined == before
    pages = frozen(ours)
    shows_what_is_ours(pages)
    assert "Du neuf." in pages["fr/aider/neuf/index.html"]


def without_git(project: Copy, ours: Copy, tmp_path: Path) -> Copy:
    """The new folder that the guide has one make from an archive and one's own content."""
    new = tmp_path / "neuf"
    new.mkdir()
    project.must(f"git archive v0.3.0 | tar --extract --directory '{new}'")
    (new / "content").rename(new / "content-projet")
    shutil.copytree(ours.folder / "content", new / "content")
    return Copy(new)


def test_without_git_a_new_folder_takes_our_content_as_it_is(project: Copy, ours: Copy, tmp_path: Path) -> None:
    """Not a byte of it is touched, nor of the former folder; words and colours that were changed are changed again."""
    publish_a_version(project)
    former = files_in(ours.folder)

    new = without_git(project, ours, tmp_path)
    new.change("translations/en.po", *OUR_WORD)
    new.change("static/css/tokens.css", *OUR_COLOUR)

    pages = frozen(new)
    shows_what_is_ours(pages)
    assert content_of(new) == content_of(ours)
    assert files_in(ours.folder) == former
    assert 'class="skip neuf"' in pages["fr/index.html"]
    assert "fr/aider/neuf/index.html" not in pages
    assert (new.folder / "content-projet" / "fr" / "aider" / "neuf.md").is_file()


def test_a_national_number_that_has_changed_is_refused_with_the_right_one(
    project: Copy, ours: Copy, tmp_path: Path
) -> None:
    """Content that is only copied cannot bring a wrong number back."""
    [lines] = (project.folder / "site").rglob("national_lines.py")
    lines.write_text(lines.read_text("utf-8").replace('"39 19"', '"30 18"'), "utf-8")
    publish_a_version(project)

    checked = without_git(project, ours, tmp_path).freeze("--check")

    assert checked.returncode != 0
    [told] = [line for line in checked.stderr.splitlines() if line.startswith("content/fr/numeros/ecoute.md:")]
    assert "30 18" in told


@pytest.mark.parametrize("folder", ["content", "translations"])
def test_the_guide_says_that_a_folder_of_words_is_the_associations(folder: str) -> None:
    """In one place, and the same folders as those whose change needs no test of the code."""
    text = GUIDE.read_text("utf-8")

    assert {f"{folder}/" for folder in ("content", "translations")} == set(WORDS)
    assert f"| `{folder}/` |" in text.split("| Au projet |", 1)[0]


def test_the_guide_names_what_is_the_projects() -> None:
    """Every folder and file that git follows in the root is either named as the project's or stands under "the rest"."""
    named = re.findall(r"`([^`]+)`", GUIDE.read_text("utf-8").split("| Au projet |", 1)[1].split("\n\n", 1)[0])

    assert [name for name in named if not list(PROJECT_ROOT.glob(name.rstrip("/")))] == []
    assert not set(named) & set(WORDS)
