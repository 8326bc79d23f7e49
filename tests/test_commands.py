"""`flask --app eclaircie …`: what people ask of the project besides freezing."""

import re
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from eclaircie import commands, create_app
from eclaircie.catalogues import wanted
from eclaircie.content.faults import Faults
from eclaircie.content.library import load
from eclaircie.pages import read_site
from eclaircie.settings import PROJECT_ROOT
from tests.small_site import BEFORE_REVIEW, fingerprint, write_small_content

Run = Callable[..., Result]

TRANSLATION = """\
---
titre: Your rights
traduit_de: 000000000000
resume: Answers.   # two spaces are kept
---
Someone answers.

traduit_de: a line of the text
---
More.
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, in the place of the real one."""
    folder = write_small_content(tmp_path / "content")
    monkeypatch.setattr(commands, "CONTENT", folder)
    monkeypatch.setattr(commands, "read_site", lambda today: read_site(today, content=folder))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    return folder


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the words of the interface are gathered from."""
    folder = tmp_path / "project"
    shutil.copytree(PROJECT_ROOT / "site", folder / "site", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PROJECT_ROOT / "translations", folder / "translations")
    shutil.copy(PROJECT_ROOT / "pyproject.toml", folder)
    monkeypatch.setattr(commands, "PROJECT_ROOT", folder)
    monkeypatch.setattr(commands, "TRANSLATIONS", folder / "translations")
    return folder


@pytest.fixture
def run() -> Run:
    """Runs a command as somebody at a terminal does."""

    def run_command(*arguments: object) -> Result:
        return create_app().test_cli_runner().invoke(args=[str(argument) for argument in arguments])

    return run_command


def test_traduit_notes_which_french_text_was_translated(content: Path, run: Run) -> None:
    """The fingerprint of today's French words is written into the header."""
    file = content / "en" / "numeros" / "conseils.md"

    result = run("traduit", file)

    translated = load(content, Faults()).documents["numeros/conseils"].translations["en"]
    assert (result.exit_code, result.output) == (0, "en/numeros/conseils.md : noté.\n")
    assert translated.header.translated_from == fingerprint(content, "numeros/conseils")


def test_traduit_changes_one_line_only(content: Path, run: Run) -> None:
    """The rest of the header and the text stay as they were, to the letter."""
    file = content / "en" / "numeros" / "conseils.md"
    file.write_text(TRANSLATION, "utf-8")

    run("traduit", file)

    noted = TRANSLATION.replace("000000000000", fingerprint(content, "numeros/conseils"))
    assert file.read_text("utf-8") == noted


def test_traduit_twice_changes_nothing_more(content: Path, run: Run) -> None:
    """The line is replaced, never added a second time."""
    file = content / "en" / "numeros" / "conseils.md"
    run("traduit", file)
    once = file.read_text("utf-8")

    run("traduit", file)

    assert file.read_text("utf-8") == once


def test_traduit_takes_several_files(content: Path, run: Run) -> None:
    """All translations can be noted with one command."""
    files = [content / "en" / "numeros" / "conseils.md", content / "ar" / "aider" / "index.md"]

    result = run("traduit", *files)

    assert result.exit_code == 0
    assert [file for file in files if "traduit_de: " not in file.read_text("utf-8")] == []


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o664])
def test_traduit_leaves_the_rights_of_the_file(content: Path, run: Run, mode: int) -> None:
    """Who could read and write the file still can."""
    file = content / "en" / "numeros" / "conseils.md"
    file.chmod(mode)

    run("traduit", file)

    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_noted_translation_is_no_longer_said_to_be_late(content: Path, run: Run) -> None:
    """The remark about a changed French text is gone once the translation is noted."""
    files = [content / "en" / "numeros" / "conseils.md", content / "ar" / "aider" / "index.md"]
    before = [fault.code for fault in read_site(BEFORE_REVIEW, content=content).remarks.remarks]
    run("traduit", *files)

    after = [fault.code for fault in read_site(BEFORE_REVIEW, content=content).remarks.remarks]

    assert (before.count("stale"), after.count("stale")) == (2, 0)


@pytest.mark.parametrize("name", ["fr/numeros/conseils.md", "site.yaml", "../elsewhere.md"])
def test_traduit_touches_translations_only(content: Path, run: Run, name: str) -> None:
    """A French page, the settings or a file elsewhere is refused with a sentence and stays as it was."""
    file = content / name
    if not file.exists():
        file.write_text(TRANSLATION, "utf-8")
    before = file.read_bytes()

    result = run("traduit", file)

    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert file.read_bytes() == before


def test_traduit_wants_a_french_page(content: Path, run: Run) -> None:
    """A translation of nothing is told as such."""
    file = content / "en" / "orphan.md"
    file.write_text(TRANSLATION, "utf-8")

    result = run("traduit", file)

    assert result.exit_code == 1
    assert "la page française n'existe pas" in result.output


@pytest.mark.parametrize("text", ["No header.\n", "---\ntitre: Open\n", "", "\n---\ntitre: Late\n---\n"])
def test_a_file_without_header_stays_as_it_is(tmp_path: Path, text: str) -> None:
    """Nothing is written into a file that is no translation."""
    file = tmp_path / "page.md"
    file.write_text(text, "utf-8")

    with pytest.raises(click.ClickException, match="l'en-tête manque"):
        commands.mark_translated(file, "0123456789ab")

    assert file.read_text("utf-8") == text
    assert list(tmp_path.iterdir()) == [file]


def test_a_translation_that_cannot_be_written_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk or a stop leaves the old file, and nothing beside it."""
    file = tmp_path / "page.md"
    file.write_text(TRANSLATION, "utf-8")

    def fail(_handle: int) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        commands.mark_translated(file, "0123456789ab")

    assert file.read_text("utf-8") == TRANSLATION
    assert list(tmp_path.iterdir()) == [file]


def test_status_says_where_something_is_left_to_do(content: Path, run: Run) -> None:
    """Each remark stands with its file and line."""
    result = run("status")

    assert result.exit_code == 0
    assert f"{content / 'en' / 'numeros' / 'conseils.md'}:2  Le texte français a changé" in result.output
    assert f"{content / 'site.yaml'}:1  « adresse » a encore sa valeur d'exemple" in result.output


def test_status_counts_the_translations(content: Path, run: Run) -> None:
    """For each language, how many pages are translated and how many were reviewed."""
    file = content / "ar" / "aider" / "index.md"
    file.write_text(file.read_text("utf-8").replace("resume:", "relu_par: Une lectrice\nresume:"), "utf-8")

    lines = run("status").output.splitlines()

    assert lines[-2:] == ["ar : 1 / 15 traduites, 1 relues", "en : 1 / 15 traduites, 0 relues"]


def test_status_speaks_english_on_demand(content: Path, run: Run) -> None:
    """Remarks exist in English."""
    assert "The French text has changed since this translation." in run("status", "--lang", "en").output


def test_status_of_content_with_faults_sends_to_check(content: Path, run: Run) -> None:
    """Where there are faults, they come first."""
    (content / "fr" / "index.md").write_text("rien", "utf-8")

    result = run("status")

    assert result.exit_code == 1
    assert "freeze.py --check" in result.output


def test_status_with_a_bad_day_says_so(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOURCE_DATE_EPOCH that is no number gives a sentence, no traceback."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "demain")

    result = run("status")

    assert result.exit_code == 1
    assert "SOURCE_DATE_EPOCH" in result.output


def test_messages_has_nothing_to_do_in_the_project(project: Path, run: Run) -> None:
    """The translations that are shipped hold exactly the words of the interface."""
    before = {file.name: file.read_text("utf-8") for file in (project / "translations").glob("*.po")}

    result = run("messages")

    assert result.output == "translations/en.po : à jour.\ntranslations/ar.po : à jour.\n"
    assert {file.name: file.read_text("utf-8") for file in (project / "translations").glob("*.po")} == before


def test_messages_adds_a_new_word_empty(project: Path, run: Run) -> None:
    """A word that was added to a template waits in each file for its translation; the others are kept."""
    template = project / "site" / "eclaircie" / "templates" / "components" / "footer.html"
    template.write_text(template.read_text("utf-8") + '{{ _("Un mot tout nouveau") }}\n', "utf-8")
    before = (project / "translations" / "en.po").read_text("utf-8")

    run("messages")

    after = (project / "translations" / "en.po").read_text("utf-8")
    assert 'msgid "Un mot tout nouveau"\nmsgstr ""\n' in after
    assert after.replace('msgid "Un mot tout nouveau"\nmsgstr ""\n\n', "") == before


def test_messages_leaves_out_what_is_no_longer_said(project: Path, run: Run) -> None:
    """A word that no template holds any more is not left to translators."""
    file = project / "translations" / "en.po"
    before = file.read_text("utf-8")
    file.write_text(before + '\nmsgid "Un mot de jadis"\nmsgstr "Of old"\n', "utf-8")

    run("messages")

    assert "Un mot de jadis" not in file.read_text("utf-8")
    assert "Un mot de jadis" not in {message.id for message in wanted(project)}


def test_messages_makes_the_file_of_a_new_language(project: Path, run: Run) -> None:
    """A language that has no file yet gets one with every word to be translated."""
    file = project / "translations" / "ar.po"
    file.unlink()

    run("messages")

    assert 'msgid "Quitter"\nmsgstr ""\n' in file.read_text("utf-8")


def test_messages_leaves_a_broken_file_as_it_is(project: Path, run: Run) -> None:
    """A missing quote gets a sentence with the line; nothing of the translator's work is lost."""
    file = project / "translations" / "ar.po"
    broken = file.read_text("utf-8") + '\nmsgid "Un mot\nmsgstr "Of old"\n'
    file.write_text(broken, "utf-8")

    result = run("messages")

    assert result.exit_code == 1
    assert re.search(r"translations/ar\.po:\d+  Ce fichier de traduction ne se lit pas à cette ligne", result.output)
    assert "Traceback" not in result.output
    assert file.read_text("utf-8") == broken


@pytest.mark.parametrize("command", ["preview", "traduit", "messages", "status", "host"])
def test_every_command_says_what_it_is_for(run: Run, command: str) -> None:
    """The list of commands has a line for each."""
    lines = [line for line in run("--help").output.splitlines() if line.split()[:1] == [command]]

    assert [len(line.split()) > 3 for line in lines] == [True]
