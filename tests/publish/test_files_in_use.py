"""Files on Windows, which refuses to move or remove what another program has open: nothing of the site may be lost."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import freeze as command
from eclaircie import files_in_use
from eclaircie.kept.store import Store
from eclaircie.publish import staging
from eclaircie.publish.stamps import Stamps
from tests.folders import files_in
from tests.small_site import write_small_content

SHARING_VIOLATION = 32

Refuse = Callable[[str, str, int], None]


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Makes one call refuse what has a name that ends so, this often, as Windows does while somebody has a file open there."""
    monkeypatch.setattr(files_in_use, "sleep", lambda seconds: None)
    monkeypatch.setattr(staging, "swap", lambda one, other: False)  # Windows exchanges no folders

    def refuse(call: str, name: str, times: int) -> None:
        real, left = getattr(os, call), [times]

        def as_on_windows(path: Any, *others: Any, **options: Any) -> Any:
            if str(path).endswith(name) and left[0]:
                left[0] -= 1
                error = PermissionError(errno.EACCES, "File in use", str(path))
                error.winerror = SHARING_VIOLATION  # type: ignore[attr-defined]  # only there it is known
                raise error
            return real(path, *others, **options)

        monkeypatch.setattr(os, call, as_on_windows)

    return refuse


@pytest.fixture
def build(content: Path, tmp_path: Path) -> Path:
    """A folder in which the small site is published, whose content has then changed."""
    folder = tmp_path / "published" / "build"
    assert command.main(["--destination", str(folder), "--quiet"]) == 0
    write_small_content(content, {"fr/telephone/doute.md": "---\ntitre: Un doute\nresume: Un doute.\n---\nChangé.\n"})
    return folder


def is_new(folder: Path) -> bool:
    """Whether the changed content is published."""
    return "Changé" in (folder / "fr/telephone/doute/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("call", "name"),
    [("rename", "build"), ("rename", ".build-old"), ("unlink", "doute/index.html")],
    ids=["the published folder", "the one before it", "a page"],
)
def test_what_is_in_use_for_a_moment_is_waited_for(build: Path, refuse: Refuse, call: str, name: str) -> None:
    """What looks into every new file, as an antivirus program does, keeps nothing from being published."""
    refuse(call, name, 3)

    assert command.main(["--destination", str(build), "--quiet"]) == 0
    assert is_new(build)


def test_a_folder_that_stays_in_use_is_told_and_stays(
    build: Path, refuse: Refuse, capsys: pytest.CaptureFixture[str]
) -> None:
    """The published site is whole, what to close is said, and once it is closed the next build publishes."""
    before = files_in(build)
    refuse("rename", "build", 6)

    assert command.main(["--destination", str(build), "--quiet"]) == 1
    said = capsys.readouterr().err
    assert "Fermez ce qui est ouvert dans ce dossier" in said
    assert "Le site publié avant est resté tel quel." in said
    assert files_in(build) == before
    assert command.main(["--destination", str(build), "--quiet"]) == 0
    assert is_new(build)


def test_a_site_that_cannot_be_put_back_at_once_is_found_again(
    build: Path, refuse: Refuse, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where neither the new site nor the old one can be put in place, it is said where the old one is; the next build puts it
    back."""
    before = files_in(build)
    real = os.rename
    monkeypatch.setattr(os, "rename", lambda path, new: _refuse_place(build, path, new, real))

    assert command.main(["--destination", str(build), "--quiet"]) == 1
    assert f"est entier, dans {build.with_name('.build-old')}" in capsys.readouterr().err
    assert files_in(build.with_name(".build-old")) == before
    monkeypatch.setattr(os, "rename", real)
    assert command.main(["--destination", str(build), "--quiet"]) == 0
    assert is_new(build)


def _refuse_place(place: Path, path: Any, new: Any, real: Callable[[Any, Any], None]) -> None:
    """Rename, unless onto a place."""
    if Path(new) == place:
        raise PermissionError(errno.EACCES, "Access denied", str(path))
    real(path, new)


@pytest.mark.parametrize(("platform", "is_noted"), [("linux", True), ("win32", False)])
def test_on_windows_every_byte_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, is_noted: bool
) -> None:
    """There no time tells that a file was changed by a program that put its other times back."""
    monkeypatch.setattr(sys, "platform", platform)
    (tmp_path / "file").write_text("Un.", "utf-8")
    stamps = Stamps(Store(tmp_path / "kept"), began=2**63)

    stamps.sha256(str(tmp_path / "file"))
    stamps.save()

    assert (tmp_path / "kept" / "files").exists() is is_noted
