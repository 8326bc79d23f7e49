"""The files of the content, as the form reads and writes them."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from eclaircie.editing.files import ContentFiles, RefusedError

PAGE = "content/fr/aider/index.md"
ARABIC = "content/ar/aider/index.md"


@pytest.fixture
def files(content: Path) -> ContentFiles:
    """The files of a small site."""
    return ContentFiles(content)


def everything(content: Path) -> dict[str, bytes]:
    """All files as they are, by name."""
    return {file.relative_to(content).as_posix(): file.read_bytes() for file in content.rglob("*") if file.is_file()}


def test_every_page_is_read_by_its_name(files: ContentFiles, content: Path) -> None:
    """French pages and translations; the settings are none."""
    names = {f"content/{file.relative_to(content).as_posix()}" for file in content.rglob("*.md")}

    assert files.texts().keys() == names


def test_what_was_read_and_is_written_back_changes_no_byte(files: ContentFiles, content: Path) -> None:
    """Saving a page that is in the one form writes nothing: its time stays as it was."""
    read = files.read(PAGE)
    files.write(PAGE, read.text, read.version)
    read = files.read(PAGE)
    os.utime(files.file(PAGE), ns=(1, 1))

    files.write(PAGE, read.text, read.version)

    assert files.file(PAGE).stat().st_mtime_ns == 1


def test_a_header_is_written_in_the_one_form(files: ContentFiles) -> None:
    """Whatever quotes and order the form makes, only what was typed differs afterwards."""
    read = files.read(PAGE)
    before = files.write(PAGE, read.text, read.version)
    typed = "---\nresume: 'Pour aider.'\nonglet: \"Aider\"\ntitre: 'Aider bien'\n---\n\nAppelez [](fiche:conseils/numero).\n"

    after = files.write(PAGE, typed, before.version)

    pairs = zip(before.text.splitlines(), after.text.splitlines(), strict=True)
    assert [pair for pair in pairs if pair[0] != pair[1]] == [("titre: Aider", "titre: Aider bien")]


def test_a_header_that_cannot_be_read_is_kept_as_it_was_typed(files: ContentFiles) -> None:
    """Nothing that somebody typed is lost for being wrong."""
    typed = "---\ntitre: [\n---\nTexte.\n"

    files.write(PAGE, typed, files.read(PAGE).version)

    assert files.file(PAGE).read_text("utf-8") == typed


def test_a_translation_that_is_begun_takes_no_facts_of_the_french(files: ContentFiles) -> None:
    """The form copies every key; titles stay, to be written over, and what was typed in the other language stays too."""
    files.file(ARABIC).unlink(missing_ok=True)
    french = files.read(PAGE)
    added = '\nmots: ["un mot"]\na_verifier:\n  - "À demander."\n---\n'
    files.write(PAGE, french.text.replace("\n---\n", added, 1), french.version)
    begun = 'titre: Aider\nresume: "Pour aider."\na_verifier:\n  - "À demander."\nmots: [{}]\n'

    copied = files.write(ARABIC, f"---\n{begun.format('un mot')}---\n\nمرحبا\n", None)
    typed = files.write(ARABIC, f"---\n{begun.format('كلمة')}---\n\nمرحبا\n", copied.version)

    assert copied.text == "---\ntitre: Aider\nresume: Pour aider.\n---\n\nمرحبا\n"
    assert "mots: [كلمة]" in typed.text
    assert "a_verifier" not in files.read(ARABIC).text


@pytest.mark.parametrize("act", ["write", "move", "delete"])
def test_a_file_that_somebody_else_changed_is_left_alone(files: ContentFiles, content: Path, act: str) -> None:
    """What another program or person wrote meanwhile is neither overwritten, nor moved, nor removed."""
    version = files.read(PAGE).version
    files.file(PAGE).write_text("---\ntitre: Autre\nresume: Autre.\n---\nAutre.\n", "utf-8")
    before = everything(content)
    acts: dict[str, Callable[[], object]] = {
        "write": partial(files.write, PAGE, "---\ntitre: Moi\n---\n", version),
        "move": partial(files.move, PAGE, "content/fr/aider/ailleurs.md", version),
        "delete": partial(files.delete, PAGE, version),
    }

    with pytest.raises(RefusedError) as refused:
        acts[act]()

    assert refused.value.code == "editing.changed_meanwhile"
    assert everything(content) == before


def test_a_new_page_takes_no_others_place(files: ContentFiles, content: Path) -> None:
    """A name that is taken is refused, for a new page and for one that is moved."""
    before = everything(content)
    for act in (
        partial(files.write, PAGE, "---\ntitre: Moi\n---\n", None),
        partial(files.move, "content/fr/aider/voisin.md", PAGE, files.read("content/fr/aider/voisin.md").version),
    ):
        with pytest.raises(RefusedError) as refused:
            act()

        assert refused.value.code == "editing.there_already"
    assert everything(content) == before


def test_a_moved_page_leaves_no_empty_folder(files: ContentFiles, content: Path) -> None:
    """The folder of the last page that is moved away or removed goes with it; that of the language stays."""
    name, new = "content/en/numeros/conseils.md", "content/en/droits/conseils.md"
    moved = files.move(name, new, files.read(name).version)

    assert not (content / "en" / "numeros").exists()

    files.delete(new, moved.version)

    assert list((content / "en").iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "content/fr/../../secret.md",
        "content/../content/fr/aider/index.md",
        "content/fr//aider.md",
        "content/fr/./aider.md",
        "/etc/passwd",
        "content/site.yaml",
        "content/fr/aider/index.html",
        "content/xx/aider.md",
        "content/fr",
        "content/fr/..\\..\\secret.md",
        "content/fr/C:aider.md",
        "content/fr/aider\x00.md",
        "autre/fr/aider.md",
        "",
    ],
)
def test_no_name_leads_out_of_the_content(files: ContentFiles, content: Path, name: str) -> None:
    """Only pages in the folder of a language are read or written, whatever a name says."""
    before = everything(content)
    for act in (partial(files.read, name), partial(files.write, name, "x", None), partial(files.delete, name, "")):
        with pytest.raises(RefusedError) as refused:
            act()

        assert refused.value.code == "editing.not_content"
    assert everything(content) == before


@pytest.mark.parametrize("name", ["content/fr/aider/con.md", "content/fr/aux/page.md", "content/fr/Où dormir.md"])
def test_no_page_gets_a_name_that_some_system_refuses(files: ContentFiles, content: Path, name: str) -> None:
    """What Windows keeps for itself, and what is no address, is refused for new pages and for moved ones."""
    before = everything(content)
    for act in (
        partial(files.write, name, "---\ntitre: Moi\n---\n", None),
        partial(files.move, PAGE, name, files.read(PAGE).version),
    ):
        with pytest.raises(RefusedError) as refused:
            act()

        assert refused.value.code == "editing.bad_name"
    assert everything(content) == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right that few have there")
def test_links_of_the_file_system_are_not_followed(files: ContentFiles, content: Path, tmp_path: Path) -> None:
    """Neither a folder nor a file that is a link is read or written."""
    (tmp_path / "ailleurs").mkdir()
    (tmp_path / "ailleurs" / "page.md").write_text("secret", "utf-8")
    (content / "fr" / "lien").symlink_to(tmp_path / "ailleurs")
    (content / "fr" / "page.md").symlink_to(tmp_path / "ailleurs" / "page.md")

    for name in ("content/fr/lien/page.md", "content/fr/page.md"):
        assert name not in files.texts()
        with pytest.raises(RefusedError):
            files.write(name, "---\ntitre: Moi\n---\n", None)
    assert (tmp_path / "ailleurs" / "page.md").read_text("utf-8") == "secret"
