"""`python -m eclaircie …`: what people ask of the project besides freezing."""

import errno
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from eclaircie.cli.command_error import CommandError
from eclaircie.cli.group import NAMES
from eclaircie.cli.header_lines import write_lines
from eclaircie.cli.invocation import Folders
from eclaircie.cli.voice import Voice
from eclaircie.content import catalogues
from eclaircie.content.catalogues import wanted
from eclaircie.content.library import load
from eclaircie.content.translation import is_reviewed
from eclaircie.languages import ENGLISH
from eclaircie.loading import read_site
from eclaircie.messages.faults import Faults
from eclaircie.project import PROJECT_ROOT
from tests.command_line import Result
from tests.command_line import run as run_command
from tests.small_site import BEFORE_REVIEW, fingerprint, write_small_content

Run = Callable[..., Result]

IN_ITS_FOLDER = "Donnez un fichier de content/, dans le dossier de sa langue."

TRANSLATION = """\
---
titre: Your rights
traduit_de: 000000000000
resume:   "Answers."
---
Someone answers.

traduit_de: a line of the text

---
More.
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, in the place of the real one. Its translations do not say which French they follow."""
    folder = write_small_content(tmp_path / "content")
    for file in (*folder.rglob("en/**/*.md"), *folder.rglob("ar/**/*.md")):
        file.write_text(re.sub("traduit_de: .*\n", "", file.read_text("utf-8")), "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the words of the interface are gathered from."""
    folder = tmp_path / "project"
    shutil.copytree(PROJECT_ROOT / "site", folder / "site", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PROJECT_ROOT / "translations", folder / "translations")
    shutil.copy(PROJECT_ROOT / "pyproject.toml", folder)
    return folder


@cache
def _words() -> Catalog:
    return wanted(PROJECT_ROOT)


@pytest.fixture
def known_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the interface are gathered once, for tests that change none of the code that says them."""
    monkeypatch.setattr(catalogues, "wanted", lambda _project: deepcopy(_words()))  # what is updated alters them


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command as somebody at a terminal does, on what a test has made in the place of the project's folders."""
    made = {"content": tmp_path / "content", "root": tmp_path / "project"}
    made["translations"] = made["root"] / "translations"

    def run_here(*arguments: object) -> Result:
        folders = Folders(**{name: folder for name, folder in made.items() if folder.exists()})
        return run_command(*arguments, folders=folders)

    return run_here


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
    assert result.output == f"{file} : ce n'est pas une traduction. {IN_ITS_FOLDER}\n"
    assert file.read_bytes() == before


def test_traduit_wants_a_french_page(content: Path, run: Run) -> None:
    """A translation of nothing is told as such."""
    file = content / "en" / "orphan.md"
    file.write_text(TRANSLATION, "utf-8")

    result = run("traduit", file)

    assert result.exit_code == 1
    assert "la page française n'existe pas" in result.output


@pytest.mark.parametrize(
    "text",
    [
        *("No header.\n", "---\ntitre: Open\n", "", "\n---\ntitre: Late\n---\n", "---\ntitre: {\n---\nA.\n"),
        *("---\n{titre: In braces}\n---\nA.\n", "---\ntitre: A\n...\n---\nA.\n", "---\n- titre\n---\nA.\n"),
    ],
)
def test_a_file_without_readable_header_stays_as_it_is(tmp_path: Path, text: str) -> None:
    """Nothing is written into a file whose header is not made of lines: what would come of it is looked at first."""
    file = tmp_path / "page.md"
    file.write_text(text, "utf-8")

    with pytest.raises(CommandError):
        write_lines(file, {"traduit_de": "0123456789ab"}, Voice())

    assert file.read_text("utf-8") == text
    assert list(tmp_path.iterdir()) == [file]


def test_a_translation_that_cannot_be_written_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk or a stop leaves the old file, and nothing beside it."""
    file = tmp_path / "page.md"
    file.write_text(TRANSLATION, "utf-8")

    def fail(_handle: int) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(CommandError, match="unwritten"):
        write_lines(file, {"traduit_de": "0123456789ab"}, Voice())

    assert file.read_text("utf-8") == TRANSLATION
    assert list(tmp_path.iterdir()) == [file]


def test_why_a_translation_could_not_be_written_is_told(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a sentence that says what to look at, and that nothing was lost."""

    def fail(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    result = run("traduit", content / "en" / "numeros" / "conseils.md")

    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert "le fichier est resté tel quel" in result.output


def test_a_port_of_the_preview_that_is_taken_is_told(run: Run) -> None:
    """With the command that takes a free one."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        results = [run("preview", "--port", port, "--lang", tongue) for tongue in ("fr", "en")]

    assert [result.exit_code for result in results] == [1, 1]
    assert f"Le port {port} est déjà pris." in results[0].output
    assert f"Port {port} is taken." in results[1].output
    assert all(re.search(r"--port (\d+).*make.* PORT=\1$", result.output) for result in results)


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

    assert result.exit_code == 2
    assert result.output == "SOURCE_DATE_EPOCH n'est pas un nombre de secondes. Corrigez-la ou retirez-la.\n"


def test_messages_has_nothing_to_do_in_the_project(project: Path, run: Run) -> None:
    """The translations that are shipped hold exactly the words of the interface."""
    before = {file.name: file.read_text("utf-8") for file in (project / "translations").glob("*.po")}

    result = run("messages")

    assert result.output == "translations/en.po : à jour.\ntranslations/ar.po : à jour.\n"
    assert {file.name: file.read_text("utf-8") for file in (project / "translations").glob("*.po")} == before


def test_messages_adds_a_new_word_empty(project: Path, run: Run) -> None:
    """A word that was added to a template waits in each file for its translation; the others are kept."""
    template = project / "site" / "eclaircie" / "rendering" / "templates" / "components" / "footer.html"
    template.write_text(template.read_text("utf-8") + '{{ _("Un mot tout nouveau") }}\n', "utf-8")
    before = (project / "translations" / "en.po").read_text("utf-8")

    run("messages")

    after = (project / "translations" / "en.po").read_text("utf-8")
    assert 'msgid "Un mot tout nouveau"\nmsgstr ""\n' in after
    assert after.replace('msgid "Un mot tout nouveau"\nmsgstr ""\n\n', "") == before


@pytest.mark.usefixtures("known_words")
def test_messages_leaves_out_what_is_no_longer_said(project: Path, run: Run) -> None:
    """A word that no template holds any more is not left to translators."""
    file = project / "translations" / "en.po"
    before = file.read_text("utf-8")
    file.write_text(before + '\nmsgid "Un mot de jadis"\nmsgstr "Of old"\n', "utf-8")

    run("messages")

    assert "Un mot de jadis" not in file.read_text("utf-8")


@pytest.mark.usefixtures("known_words")
def test_messages_makes_the_file_of_a_new_language(project: Path, run: Run) -> None:
    """A language that has no file yet gets one with every word to be translated."""
    file = project / "translations" / "ar.po"
    file.unlink()

    run("messages")

    assert 'msgid "Quitter"\nmsgstr ""\n' in file.read_text("utf-8")


@pytest.mark.usefixtures("known_words")
def test_messages_writes_files_as_the_tools_of_translators_do(project: Path, run: Run) -> None:
    """GNU gettext, which writes for Poedit, has nothing to change in them where lines are not wrapped."""
    if not shutil.which("msgcat"):
        pytest.skip("needs gettext")
    run("messages")
    for file in (project / "translations").glob("*.po"):
        command = ["msgcat", "--no-wrap", str(file)]
        assert subprocess.run(command, capture_output=True, check=True).stdout == file.read_bytes(), file.name


@pytest.mark.usefixtures("known_words")
def test_messages_wraps_no_line(project: Path, run: Run) -> None:
    """However long a message is, it is one line: tools that find a file so write it so."""
    file = project / "translations" / "en.po"
    word = "A word and another " * 10
    file.write_text(file.read_text("utf-8").replace('msgstr "Home"', f'msgstr "{word.strip()}"'), "utf-8")

    run("messages")

    assert f'msgstr "{word.strip()}"\n' in file.read_text("utf-8")


@pytest.mark.usefixtures("known_words")
def test_messages_keeps_what_a_tool_has_written_into_the_header(project: Path, run: Run) -> None:
    """When a translation was made, by whom and with which tool: it would come back with the next file else."""
    file = project / "translations" / "en.po"
    header = 'msgid ""\nmsgstr ""\n"PO-Revision-Date: 2026-11-21 10:00+0000\\n"\n"Language: en\\n"\n'
    body = file.read_text("utf-8").partition('"Language: en\\n"\n')[2]
    file.write_text(f'{header}"X-Generator: Weblate 5.14\\n"\n{body}', "utf-8")
    before = file.read_text("utf-8")

    run("messages")

    assert file.read_text("utf-8") == before


@pytest.mark.usefixtures("known_words")
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


@pytest.mark.parametrize("command", NAMES)
def test_every_command_says_what_it_is_for(run: Run, command: str) -> None:
    """The list of commands has a line for each."""
    lines = [line for line in run("--help").output.splitlines() if line.split()[:1] == [command]]

    assert [len(line.split()) > 3 for line in lines] == [True]


RAW = b'\xef\xbb\xbf---\r\ntitre: "Your rights"\r\nresume: >\r\n  Answers\r\n  to all.\r\n# a note\r\n---\r\n\r\nSomeone answers.  \r\n'
"""A file as an editor on Windows leaves it."""


def test_relu_notes_who_reviewed_what_and_when(content: Path, run: Run) -> None:
    """Three lines in the header, after which the page counts as reviewed on that day."""
    file = content / "en" / "numeros" / "conseils.md"
    run("traduit", file)

    result = run("relu", file, "--par", "  Association   Essai ", "--le", "2026-11-20")

    document = load(content, Faults()).documents["numeros/conseils"]
    header = document.translations["en"].header
    assert (result.exit_code, result.output) == (0, "en/numeros/conseils.md : relecture notée.\n")
    assert (header.reviewed_by, str(header.reviewed_on)) == ("Association Essai", "2026-11-20")
    assert is_reviewed(document, ENGLISH)
    assert [f.code for f in read_site(BEFORE_REVIEW, content=content).remarks if f.file == file] == []


def test_relu_takes_the_day_of_the_build(content: Path, run: Run) -> None:
    """Without a day it is today."""
    file = content / "en" / "numeros" / "conseils.md"
    run("traduit", file)

    run("relu", file, "--par", "M. D.")

    assert "\nrelu_le: 2026-11-22\n" in file.read_text("utf-8")


def test_the_commands_change_no_other_byte(content: Path, run: Run) -> None:
    """Marks of order, ends of lines, quotes, comments and blanks stay; only lines are added."""
    file = content / "en" / "numeros" / "conseils.md"
    file.write_bytes(RAW)

    run("traduit", file)
    run("relu", file, "--par", 'Association « Essai »: l\'"une"')
    once = file.read_bytes()
    run("relu", file, "--par", 'Association « Essai »: l\'"une"')

    added = re.findall(rb"(?:traduit_de|relu_par|relu_le|relu_de): [^\r\n]*\r\n", once)
    without = once
    for line in added:
        without = without.replace(line, b"", 1)
    assert (len(added), without) == (4, RAW)
    assert file.read_bytes() == once


def test_a_second_review_takes_the_place_of_the_first(content: Path, run: Run) -> None:
    """Also where a value went over several lines."""
    file = content / "en" / "numeros" / "conseils.md"
    run("traduit", file)
    run("relu", file, "--par", "M. D.")
    text = file.read_text("utf-8").replace("relu_par: M. D.", "'relu_par': >\n  M.\n  D.")
    file.write_text(text, "utf-8")

    result = run("relu", file, "--par", "Association Essai")

    assert result.exit_code == 0
    assert file.read_text("utf-8").count("relu_") == 3
    assert "relu_par: Association Essai\n" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--par", "Fatou Diallo"), "nomme peut-être une personne"),
        (("--par", "Mme Untel"), "nomme peut-être une personne"),
        (("--par", "marie@example.org"), "nomme peut-être une personne"),
        (("--par", " "), "nomme peut-être une personne"),
        (("--par", "Une lectrice"), "nomme peut-être une personne"),
        ((), "--par"),
        (("--par", "M. D.", "--le", "2026-11-23"), "dans le futur"),
        (("--par", "M. D.", "--le", "2027-01-01"), "dans le futur"),
        (("--par", "M. D.", "--le", "hier"), "n'est pas une date"),
        (("--par", "M. D.", "--le", "20/11/2026"), "n'est pas une date"),
        (("--par", "M. D.", "--le", "2026-02-30"), "n'est pas une date"),
    ],
)
def test_relu_refuses_what_is_no_review(content: Path, run: Run, options: tuple[str, ...], said: str) -> None:
    """A person's name, no name, a day to come or none: the file stays as it was."""
    file = content / "en" / "numeros" / "conseils.md"
    run("traduit", file)
    before = file.read_bytes()

    result = run("relu", file, *options)

    assert result.exit_code != 0
    assert said in result.output
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["fr/numeros/conseils.md", "site.yaml", "en/numeros/conseils.md", "en/orphan.md"])
def test_relu_takes_only_translations_of_todays_french(content: Path, run: Run, name: str) -> None:
    """What is no translation, has no French page or follows an older one cannot be noted as reviewed."""
    file = content / name
    if not file.exists():
        file.write_text(TRANSLATION, "utf-8")
    before = file.read_bytes()

    result = run("relu", file, "--par", "Association Essai")

    assert result.exit_code == 1
    assert result.output.startswith(f"{file} : ") or result.output.startswith(f"{file.relative_to(content)} : ")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "lost",
    ["## One\n\nText.", "[](fiche:ecoute)", "Call [](fiche:secours/numero).", "- One\n- Two", "a | b\n--|--\nc | d"],
)
def test_traduit_refuses_a_translation_that_lost_a_part(content: Path, run: Run, lost: str) -> None:
    """Each kind of part; the sentence says where and what, and the file stays as it was."""
    french, file = content / "fr" / "numeros" / "conseils.md", content / "en" / "numeros" / "conseils.md"
    french.write_text(french.read_text("utf-8") + f"\n{lost}\n", "utf-8")
    before = file.read_bytes()

    result = run("traduit", file)

    assert result.exit_code == 1
    assert "n'a pas les parties du français" in result.output
    assert "conseils.md:" in result.output
    assert file.read_bytes() == before


def test_whoever_stops_reading_is_shown_no_traceback() -> None:
    """`status | head` ends when the reader has read enough: here the reader has left before the first word."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        result = subprocess.run(
            [sys.executable, "-m", "eclaircie", "status"],
            cwd=PROJECT_ROOT,
            env={**os.environ, "PYTHONPATH": "site"},
            stdout=gone,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (result.returncode, result.stderr) == (1, "")
