"""What differs is told, undone, and taken back; nothing that somebody wrote is lost."""

import errno
from pathlib import Path

import pytest

from eclaircie import files_in_use
from eclaircie.editing.publishing.aside import Kept
from eclaircie.editing.publishing.differences import rows
from eclaircie.editing.publishing.errors import SendingError
from eclaircie.editing.publishing.keeper import Keeper
from eclaircie.editing.publishing.undoing import aside_of, take_back, undo
from tests.editing.publishing.conftest import NOW, OTHER, PAGE, TEXT, Person
from tests.editing.publishing.forge import git

MINE = TEXT.format(title="Le mien")


def undone(person: Person, *paths: str) -> None:
    """Press *Annuler* for some files."""
    with person.connected() as (repository, _):
        undo(repository, paths, NOW)


def kept_of(person: Person) -> list[Kept]:
    """What is kept of a person's work, the newest first."""
    with person.connected() as (repository, _):
        return aside_of(repository).all()


def taken_back(person: Person) -> None:
    """Press *Reprendre* at what was kept last."""
    with person.connected() as (repository, _):
        take_back(repository, aside_of(repository).all()[0].name, NOW)


def test_each_kind_of_change_is_told(alice: Person) -> None:
    """New, changed, gone, and moved, also where a moved page was changed a little."""
    alice.write(PAGE, MINE)
    alice.write("content/fr/aider/nouveau.md", "Tout autre chose.\n")
    (alice.folder / "content/fr/traces/index.md").unlink()
    alice.write("content/fr/aider/voisine.md", alice.text(OTHER).replace("autre", "nouvelle"))
    (alice.folder / OTHER).unlink()

    assert [(change.path, change.kind, change.moved_from) for change in alice.changed()] == [
        (PAGE, "changed", None),
        ("content/fr/aider/nouveau.md", "added", None),
        ("content/fr/aider/voisine.md", "moved", OTHER),
        ("content/fr/traces/index.md", "removed", None),
    ]


def test_what_only_a_program_changed_is_no_change(alice: Person) -> None:
    """Ends of lines and a mark at the start, as some programs of Windows write them, are none."""
    (alice.folder / PAGE).write_bytes(b"\xef\xbb\xbf" + alice.text(PAGE).replace("\n", "\r\n").encode())
    assert alice.changed() == []


def test_a_word_that_was_changed_is_marked() -> None:
    """In a line that was changed only the other words are; lines far from any change are left out."""
    before = "un\ndeux\ntrois\nAppelez le 17 ce soir.\ncinq\nsix\nsept"
    shown = rows(before, before.replace("ce soir", "cette nuit"))

    assert [row.kind for row in shown] == ["left_out", "same", "changed", "same", "left_out"]
    [changed] = [row for row in shown if row.kind == "changed"]
    assert [piece.text for piece in changed.before or () if piece.is_marked] == ["ce", "soir"]
    assert [piece.text for piece in changed.after or () if piece.is_marked] == ["cette", "nuit"]


def test_lines_that_have_little_in_common_stand_apart() -> None:
    """One that is gone and one that is new: no riddle of marked words."""
    assert [row.kind for row in rows("Le premier texte.", "Voici 3 pommes !")] == ["removed", "added"]


def test_one_file_is_undone_and_taken_back(alice: Person) -> None:
    """The file is as published, the others are not touched; taken back, it is as it was written."""
    alice.write(PAGE, MINE)
    alice.write(OTHER, MINE)

    undone(alice, PAGE)
    assert [change.path for change in alice.changed()] == [OTHER]
    [kept] = kept_of(alice)
    assert (kept.why, kept.paths, kept.when) == ("undone", (PAGE,), NOW)
    taken_back(alice)
    assert alice.text(PAGE) == MINE
    assert kept_of(alice) == []


def test_all_is_undone_at_once_and_taken_back(alice: Person) -> None:
    """A new file goes, one that was removed comes back, a moved one stands where it stood; and the other way round."""
    alice.write(PAGE, MINE)
    alice.write("content/fr/neuf/index.md", "Tout autre chose.\n")
    alice.write("content/fr/aider/voisine.md", alice.text(OTHER))
    (alice.folder / OTHER).unlink()
    before = alice.changed()

    undone(alice)
    assert alice.changed() == []
    assert git(alice.folder, "status", "--porcelain") == ""
    assert not (alice.folder / "content/fr/neuf").exists()
    taken_back(alice)
    assert alice.changed() == before


def test_what_stands_in_the_place_of_what_is_taken_back_is_kept_too(alice: Person) -> None:
    """Between undoing and taking back somebody wrote anew: that text can be taken back in its turn."""
    alice.write(PAGE, MINE)
    undone(alice, PAGE)
    alice.write(PAGE, "Encore autre chose.\n")

    taken_back(alice)
    assert alice.text(PAGE) == MINE
    taken_back(alice)
    assert alice.text(PAGE) == "Encore autre chose.\n"


def test_a_file_that_another_program_holds_changes_nothing(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, one of two files cannot be replaced: neither is, and the sentence names it."""
    alice.write(PAGE, MINE)
    alice.write(OTHER, MINE)
    replace = Path.replace

    def refuse(path: Path, other: Path) -> Path:
        if other.name == Path(OTHER).name and "aside" not in str(other):
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = 32  # type: ignore[attr-defined]  # only Windows has it
            raise error
        return replace(path, other)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(files_in_use, "_WAITS", ())
    with pytest.raises(SendingError) as error:
        undone(alice)
    assert (error.value.code, error.value.values["file"]) == ("in_use", alice.folder / OTHER)
    assert [alice.text(path) for path in (PAGE, OTHER)] == [MINE, MINE]


def test_git_at_work_is_not_disturbed(alice: Person, basma: Person) -> None:
    """Where git holds its index, nothing is received, and the sentence says what to do."""
    basma.write(OTHER, MINE)
    basma.publishes()
    (alice.folder / ".git" / "index.lock").touch()
    with pytest.raises(SendingError) as error:
        alice.publishes()
    assert error.value.code == "git_at_work"
    assert alice.text(OTHER) != MINE


def test_a_link_out_of_the_project_is_neither_read_nor_written(alice: Person, tmp_path: Path) -> None:
    """A folder that leads elsewhere shows no change there, and undoing does not write there."""
    outside = tmp_path / "outside"
    (alice.folder / "content/fr/traces").rename(outside)
    (alice.folder / "content/fr/traces").symlink_to(outside)
    (outside / "index.md").write_text("À moi.\n")
    with pytest.raises(SendingError) as error:
        undone(alice)
    assert error.value.code == "outside"
    assert (outside / "index.md").read_text() == "À moi.\n"


def test_a_folder_without_history_is_told(tmp_path: Path) -> None:
    """An archive, or a repository without a commit, has nothing to compare with: a sentence, and no traceback."""
    from eclaircie.editing.publishing.repository import opened

    for code in ("no_repository", "no_commit"):
        with pytest.raises(SendingError) as error, opened(tmp_path) as repository:
            _ = repository.base()
        assert error.value.code == code
        git(tmp_path, "init", "-q")


# The key


def test_a_key_is_given_to_the_keeper_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has one, it holds the key after the editor is closed, until it is forgotten."""
    import keyring
    from keyring.backend import KeyringBackend

    class System(KeyringBackend):
        priority = 5
        kept: dict[tuple[str, str], str] = {}  # noqa: RUF012  # that of one test

        def get_password(self, service: str, username: str) -> str | None:
            return self.kept.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            self.kept[service, username] = password

        def delete_password(self, service: str, username: str) -> None:
            del self.kept[service, username]

    monkeypatch.setattr(keyring, "get_keyring", System)
    assert Keeper().keep("https://forge.example", "clef")
    assert Keeper().key("https://forge.example") == "clef"
    Keeper().forget("https://forge.example")
    assert Keeper().key("https://forge.example") is None


def test_without_a_keeper_a_key_lasts_for_the_session() -> None:
    """It is known until the editor is closed, and said to be so."""
    keeper = Keeper()

    assert not keeper.is_kept_by_system()
    assert not keeper.keep("https://forge.example", "clef")
    assert (keeper.key("https://forge.example"), Keeper().key("https://forge.example")) == ("clef", None)
    keeper.forget("https://forge.example")
    assert keeper.key("https://forge.example") is None
