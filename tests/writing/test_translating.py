"""`translate`: what changed in the French, word by word, and a file that is ready to be worked on."""

import subprocess
from pathlib import Path

import pytest

from eclaircie.content.library import load
from eclaircie.content.translation import is_behind
from eclaircie.languages import ARABIC, ENGLISH
from eclaircie.messages.faults import Faults
from eclaircie.writing.translating import BEGIN
from eclaircie.writing.word_differences import as_text, differences
from tests.conftest import faults_of
from tests.writing.conftest import Run, held
from tests.writing.typing_at import Typed


def git(project: Path, *words: str) -> None:
    """Have git do something in a folder."""
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, "-C", str(project), *words], check=True, capture_output=True)


def save(content: Path) -> None:
    """Keep all files in the history."""
    if not (content.parent / ".git").exists():
        git(content.parent, "init")
    git(content.parent, "add", "content")
    git(content.parent, "commit", "-m", "x")


def change(file: Path, old: str, new: str) -> None:
    """Change words of a file."""
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Un mot.", "Un mot.", []),
        ("Un mot.", "Deux mots.", ["[-Un-]{+Deux+} [-mot-]{+mots+}."]),
        ("A\n\nAppelez le 17.\n\nB", "A\n\nAppelez vite le 17.\n\nB", ["Appelez{+ vite+} le 17."]),
        ("A\n\nB", "A\n\nNouveau.\n\nB", ["{+Nouveau.+}"]),
        ("A\n\nAncien.\n\nB", "A\n\nB", ["[-Ancien.-]"]),
        ("", "Tout.", ["{+Tout.+}"]),
    ],
)
def test_only_the_words_that_differ_are_marked(before: str, after: str, told: list[str]) -> None:
    """Lines that are the same are left out, and in a line that differs only the words are."""
    assert [as_text(pieces) for pieces in differences(before, after)] == told


def test_the_changes_since_a_translation_are_shown(content: Path, run: Run) -> None:
    """From the history: the French that the translation names, whatever was saved since."""
    french = content / "fr/aider/index.md"
    save(content)
    change(french, "Pour aider.", "Pour bien aider.")
    save(content)
    change(french, "Appelez", "Appelez vite")
    save(content)
    told = run("translate", "content/ar/aider/index.md").stdout

    assert "resume : Pour{+ bien+} aider." in told
    assert "Appelez{+ vite+} [](fiche:conseils/numero)." in told
    assert "titre :" not in told


def test_the_french_is_found_under_its_former_name(content: Path, run: Run) -> None:
    """A page that was moved since has its whole history."""
    save(content)
    assert run("move", "aider", "entourage").exit_code == 0
    change(content / "ar/entourage/index.md", "titre: المساعدة\n", "titre: المساعدة\n")
    text = (content / "ar/entourage/index.md").read_text("utf-8")
    noted = text.split("traduit_de: ")[1].split("\n")[0]
    change(content / "ar/entourage/index.md", noted, "26b9e2e03147")
    save(content)

    assert "page:[-aider-]{+entourage+}/voisin" in run("translate", "ar/entourage").stdout


def test_what_history_does_not_hold_is_said(content: Path, run: Run) -> None:
    """Without git, or where nobody saved that version, the whole French text is to be compared."""
    change(content / "fr/aider/index.md", "Appelez", "Appelez vite")
    result = run("translate", "ar/aider/index.md")

    assert "n'est pas dans l'historique" in result.stdout
    assert "# Appelez vite [](fiche:conseils/numero)." in (content / "ar/aider/index.md").read_text("utf-8")


def test_a_prepared_file_is_sound_and_says_the_same(content: Path, run: Run) -> None:
    """The French in it is no part of any page: the check, `tidy` and the words of the translation know nothing of it."""
    change(content / "fr/aider/index.md", "Appelez", "Appelez vite")
    run("tidy", content / "ar/aider/index.md")
    before = load(content, Faults()).documents["aider"].translations["ar"].words
    run("translate", "ar/aider/index.md")
    run("translate", "en/aider/voisin.md")

    assert faults_of(content) == []
    assert load(content, Faults()).documents["aider"].translations["ar"].words == before
    assert run("tidy", "--check", content / "ar/aider/index.md").exit_code == 0


def test_preparing_twice_puts_the_french_there_once(content: Path, run: Run) -> None:
    """Whoever begins again finds one copy."""
    change(content / "fr/aider/index.md", "Appelez", "Appelez vite")
    run("translate", "ar/aider")
    once = held(content)
    run("translate", "ar/aider")

    assert held(content) == once


def test_traduit_ends_it(content: Path, run: Run) -> None:
    """The French goes, the translation follows today's French, and nothing else changes."""
    file = content / "ar/aider/index.md"
    change(content / "fr/aider/index.md", "Appelez", "Appelez vite")
    before = file.read_text("utf-8")
    run("translate", file)
    assert BEGIN in file.read_text("utf-8")
    result = run("traduit", file)

    document = load(content, Faults()).documents["aider"]
    assert result.exit_code == 0
    assert file.read_text("utf-8") == before.replace("26b9e2e03147", document.fingerprint)
    assert not is_behind(document, ARABIC)


def test_a_new_translation_is_begun_with_the_whole_french(content: Path, run: Run) -> None:
    """The keys stand ready; until somebody writes a text, the page is shown in French."""
    run("translate", "content/en/aider/voisin.md")

    text = (content / "en/aider/voisin.md").read_text("utf-8")
    assert "# titre: Pour la voisine\n" in text and "# On peut frapper à la porte.\n" in text
    assert text.endswith('titre: ""\nresume: ""\n---\n\n')
    assert "en" not in load(content, Faults()).documents["aider/voisin"].translations


def test_a_conversation_ends_with_traduit(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever says that it is done has it noted; a translation that lost a part is not."""
    monkeypatch.setattr("sys.stdin", Typed("n"))
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    run("translate", "en/aider/voisin")
    change(content / "en/aider/voisin.md", 'titre: ""\nresume: ""\n---\n\n', "titre: A\nresume: B.\n---\n\nKnock.\n")
    monkeypatch.setattr("sys.stdin", Typed("o"))
    result = run("traduire", "en/aider/voisin")

    assert result.exit_code == 0, result.output
    assert (content / "en/aider/voisin.md").read_text("utf-8").startswith("---\ntitre: A\nresume: B.\ntraduit_de: ")
    assert not is_behind(load(content, Faults()).documents["aider/voisin"], ENGLISH)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("fr/aider", "donnez le fichier de la traduction"),
        ("aider", "donnez le fichier de la traduction"),
        ("en/nulle-part", "n'existe pas en français"),
        ("en/numeros/conseils", "à jour"),
    ],
)
def test_what_cannot_be_translated_is_said(content: Path, run: Run, asked: str, told: str) -> None:
    """Nothing changes, and the sentence says why."""
    before = held(content)

    assert told in run("translate", asked).output
    assert held(content) == before
