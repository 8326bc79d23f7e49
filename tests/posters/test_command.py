"""`affiches`, as somebody at a terminal calls it."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eclaircie.cli import affiches
from eclaircie.cli.invocation import Folders
from eclaircie.files_in_use import replace
from eclaircie.posters import fonts, printing
from eclaircie.posters.poster_error import PosterError
from eclaircie.project import PROJECT_ROOT
from tests.command_line import Result, run
from tests.small_site import MIDNIGHT, write_small_content

ADDRESS = "https://essai.example/"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """A small site in a project of its own."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    return Folders(root=tmp_path, content=write_small_content(tmp_path / "content"))


@pytest.fixture
def with_fonts() -> None:
    """Skips where the fonts are not installed, but not in CI."""
    if not any(folder.is_dir() and any(folder.rglob("NotoSansArabic-Bold.ttf")) for folder in fonts.folders()):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no fonts: apt-get install fonts-noto-core")


def posters(project: Folders, *words: str) -> Result:
    """Run the command."""
    return run("affiches", *words, folders=project)


def written(project: Folders) -> list[str]:
    """The names of all files that were written."""
    return sorted(path.name for path in project.posters.rglob("*")) if project.posters.exists() else []


@pytest.mark.usefixtures("with_fonts")
def test_one_command_makes_all_sheets_of_a_language(project: Folders) -> None:
    """Six files whose names tell what they are and where they are for; it says where they lead."""
    result = posters(project, "--departement", "Saône et Loire", "--langue", "ar", "--adresse", ADDRESS)

    forms = ("affiche", "affiche-neutre", "cartes", "cartes-neutres", "comptoir", "depliant")
    assert result.exit_code == 0, result.output
    assert written(project) == [f"{form}-71-ar.pdf" for form in forms]
    assert f"{ADDRESS}i" in result.stdout
    assert "« entree »" in result.stdout  # still that of the example


def test_without_an_address_nothing_is_made(project: Folders) -> None:
    """A sentence says what to write, and where."""
    result = posters(project)
    assert result.exit_code == 1
    assert "content/site.yaml" in result.stderr and "--adresse" in result.stderr
    assert written(project) == []


def test_what_does_not_exist_is_told_with_what_does(project: Folders) -> None:
    """A département, a language."""
    place = posters(project, "--departement", "99")
    language = posters(project, "--langue", "tlh")
    assert place.exit_code == language.exit_code == 2
    assert "2A" in place.stderr and "971" in place.stderr
    assert "fr, en, ar" in language.stderr


def test_posters_never_go_into_what_is_published(project: Folders, frozen: Path) -> None:
    """The command refuses the folders of the site and those that it is made of, and a build makes none."""
    for folder in (project.build, project.portable, project.content, project.static):
        result = posters(project, "--adresse", ADDRESS, "--destination", str(folder / "papier"))
        assert result.exit_code == 2
        assert not (folder / "papier").exists()
    assert list(frozen.rglob("*.pdf")) == []


def test_a_file_is_no_place_for_posters(project: Folders, tmp_path: Path) -> None:
    """It is told as such, before anything is made, and the file stays."""
    file = tmp_path / "papier"
    file.write_text("à garder", "utf-8")
    result = posters(project, "--adresse", ADDRESS, "--destination", str(file))

    assert (result.exit_code, "est un fichier" in result.stderr) == (2, True)
    assert file.read_text("utf-8") == "à garder"


def test_without_its_library_the_command_says_how_to_get_it(project: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of the ways."""
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr(printing, "gather", lambda folder, families: None)
    result = posters(project, "--adresse", ADDRESS)
    assert result.exit_code == 1
    assert "make posters" in result.stderr and "requirements-posters.txt" in result.stderr
    assert written(project) == []


def test_a_missing_font_is_told_for_each_system(
    project: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its name, and no other takes its place."""
    monkeypatch.setattr(fonts, "folders", lambda: [tmp_path / "none"])
    result = posters(project, "--adresse", ADDRESS)
    assert result.exit_code == 1
    for told in ("NotoSansArabic-Bold", "fonts-noto-core", "macOS", "Windows"):
        assert told in result.stderr
    assert written(project) == []


def test_the_fonts_of_a_person_come_first(tmp_path: Path) -> None:
    """And those of another ending are found as well."""
    own, system, taken = tmp_path / "own", tmp_path / "system" / "deep", tmp_path / "taken"
    for folder in (own, system, taken):
        folder.mkdir(parents=True)
    for name in ("NotoSans-Regular", "NotoSans-Bold", "NotoSansArabic-Regular", "NotoSansArabic-Bold"):
        (system / f"{name}.ttf").write_text("system")
    (own / "NotoSans-Bold.OTF").write_text("own")
    fonts.gather(taken, [own, tmp_path / "system"])

    assert (taken / "NotoSans-Bold.OTF").read_text() == "own"
    assert len(list(taken.iterdir())) == 4
    with pytest.raises(PosterError):
        fonts.gather(taken, [own])


@pytest.mark.parametrize("fails_at", [0, 1, 2, 3])
def test_what_cannot_be_written_leaves_the_former_sheets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    """All of them, whenever it fails, and nothing half."""
    (tmp_path / "a.pdf").write_bytes(b"former")
    calls: list[Path] = []

    def full(path: Path, other: Path) -> None:
        calls.append(path)
        if len(calls) == fails_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(path, other)

    monkeypatch.setattr(printing, "replace", full)
    files = {"a.pdf": b"new", "b.pdf": b"new"}
    if fails_at == 0:
        printing.write(files, tmp_path)
    else:
        with pytest.raises(OSError, match="space"):
            printing.write(files, tmp_path)

    found = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert found == (files if fails_at == 0 else {"a.pdf": b"former"})


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_full_disk_is_a_sentence(project: Folders, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    """It says that the former sheets are still there."""

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(affiches, "printed_files", lambda _data: {})
    monkeypatch.setattr(affiches, "write", full)
    result = posters(project, "--adresse", ADDRESS, "--lang", lang)
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr and "Traceback" not in result.output


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_asks_for_what_one_writes_behind_it() -> None:
    """A département and a language, or neither."""

    def asked(*words: str) -> str:
        done = subprocess.run(
            ["make", "-n", "--no-print-directory", "posters", *words],
            cwd=PROJECT_ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return " ".join(done.stdout.partition("-m eclaircie affiches")[2].replace("\\\n", "").split())

    assert asked("DEPARTEMENT=71", "LANGUE=ar") == '--departement "71" --langue "ar"'
    assert asked() == ""
