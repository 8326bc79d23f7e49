"""What a build keeps is believed only if it is what this code wrote, and is never needed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eclaircie.kept import code
from eclaircie.kept.store import Store
from eclaircie.kept.table import Table


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    """Under its name, for its key."""
    Store(tmp_path / "kept").write("words", b"some", "key")

    assert Store(tmp_path / "kept").read("words", "key") == b"some"
    assert Store(tmp_path / "kept").read("words", "other") is None
    assert Store(tmp_path / "kept").read("others", "key") is None


def cut(file: Path) -> None:
    """The end of a file is lost."""
    file.write_bytes(file.read_bytes()[:-1])


def alter(file: Path) -> None:
    """One byte of a record is another."""
    file.write_bytes(file.read_bytes()[:-1] + b"X")


def empty(file: Path) -> None:
    """A file is empty."""
    file.write_bytes(b"")


def move(file: Path) -> None:
    """The record of another name stands there."""
    Store(file.parent).write("other", b"lie", "key")
    (file.parent / "other").replace(file)


def link(file: Path) -> None:
    """A link stands in the place of a file."""
    file.rename(file.with_name("elsewhere"))
    file.symlink_to(file.with_name("elsewhere"))


def leave_folder(file: Path) -> None:
    """A folder stands in the place of a file."""
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("harm", [cut, alter, empty, move, link, leave_folder], ids=lambda harm: harm.__name__)
def test_what_is_not_what_was_written_is_not_believed(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Whatever happened to a record: there is none, and nobody is stopped."""
    store = Store(tmp_path)
    store.write("words", b"some", "key")
    harm(tmp_path / "words")

    assert store.read("words", "key") is None
    store.write("words", b"more", "key")  # nor does it stop whoever writes


def test_what_another_version_wrote_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another code, or another Python, may have meant something else."""
    Store(tmp_path).write("words", b"some")
    monkeypatch.setattr(code, "runner_fingerprint", lambda: "another")

    assert Store(tmp_path).read("words") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """As on a full disk: no error, and nothing half written."""
    (tmp_path / "kept").write_text("a file where the folder should be")
    store = Store(tmp_path / "kept")
    store.write("words", b"some")

    assert store.read("words") is None
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]


def test_a_folder_that_is_a_link_is_somebody_elses(tmp_path: Path) -> None:
    """Nothing is written into what it leads to."""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "kept").symlink_to(tmp_path / "theirs")
    Store(tmp_path / "kept").write("words", b"some")

    assert list((tmp_path / "theirs").iterdir()) == []


def test_what_nobody_asks_for_is_left_out_in_time(tmp_path: Path) -> None:
    """But not as soon as one check did not ask for it."""
    first = Table(Store(tmp_path), "words")
    for key in "abcdef":
        first.put(key, [key])
    first.save()
    second = Table(Store(tmp_path), "words")
    for key in "ab":
        second.get(key)
    second.put("g", ["g"])
    second.save()
    assert Table(Store(tmp_path), "words").get("c") == ["c"]

    third = Table(Store(tmp_path), "words")
    third.put("h", ["h"])
    third.save()
    assert Table(Store(tmp_path), "words").get("c") is None
