"""The form as its authors publish it: fetched by npm, known by its hashes."""

import dataclasses
import json
import shutil
from pathlib import Path

import pytest

from eclaircie.cli.invocation import Folders
from eclaircie.editing import bundle
from eclaircie.editing.bundle import LOCK, BundleError
from tests.command_line import run
from tests.editing.desks import fetched_form


@pytest.fixture
def folder(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form as it was fetched."""
    for name, content in fetched_form(tmp_path_factory).items():
        file = tmp_path / ".editor" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return tmp_path / ".editor"


def test_one_version_is_asked_for_and_each_package_is_known_by_its_hash() -> None:
    """No range, and no address of a registry: what npm brings is what was tried, wherever it comes from."""
    asked = json.loads((LOCK / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((LOCK / "package-lock.json").read_text("utf-8"))["packages"]

    assert list(asked) == ["@sveltia/cms"]
    assert locked["node_modules/@sveltia/cms"]["version"] == asked["@sveltia/cms"]
    assert all(each["integrity"].startswith("sha512-") for name, each in locked.items() if name)
    assert not any("resolved" in each for each in locked.values())


def test_a_form_that_was_altered_is_not_used(folder: Path) -> None:
    """One other byte in one file, and the editor says so instead of starting."""
    file = folder / "npm" / "index.js"
    file.write_bytes(file.read_bytes() + b" ")

    with pytest.raises(BundleError) as refused:
        bundle.read(folder)

    assert (refused.value.code, refused.value.values) == ("editing.other_form", {"file": file})


@pytest.mark.parametrize("name", bundle.FILES)
def test_a_form_that_lacks_a_file_is_not_there(folder: Path, name: str) -> None:
    """It is then fetched again."""
    (folder / name).unlink()

    assert not bundle.is_there(folder)


def test_without_npm_the_command_says_what_to_install(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence with the remedy, and nothing half done."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    folders = dataclasses.replace(Folders(root=tmp_path), content=content)

    done = run("edit", "--no-browser", "--port", "0", folders=folders)

    assert done.exit_code == 1
    assert "Installez Node.js" in done.stderr
    assert not (tmp_path / ".editor").exists()


def test_a_fetch_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No network: a sentence, and the folder as it was."""
    program = shutil.which("false")
    if program is None:
        pytest.skip("no program here that always fails")
    monkeypatch.setattr(shutil, "which", lambda _name: program)

    with pytest.raises(BundleError) as refused:
        bundle.fetch(tmp_path / ".editor")

    assert refused.value.code == "editing.not_fetched"
    assert list(tmp_path.iterdir()) == []
