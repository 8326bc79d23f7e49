"""The editor for a host: files that are whole, with a policy of their own, and never in the folder of the site."""

import json
from pathlib import Path

import pytest

from eclaircie.cli.invocation import Folders
from eclaircie.editing import bundle
from eclaircie.editing.on_a_host import FORGES, write_out
from tests.command_line import Result
from tests.command_line import run as run_command
from tests.small_site import write_small_content

FORM = {"npm/index.js": b"import(`../locales/fr.json`)", "locales/fr.json": b"{}", "npm/assets/a.woff2": b"a"}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of the small site; no test changes it."""
    return write_small_content(tmp_path_factory.mktemp("host") / "content")


@pytest.mark.parametrize("name", FORGES)
def test_each_forge_has_an_editor_of_its_own(name: str, content: Path, tmp_path: Path) -> None:
    """The form of this very project, which saves at that forge; the page may ask it, and nobody else."""
    write_out(tmp_path / "out", FORGES[name], "asso/site", "", content, FORM)
    made = json.loads((tmp_path / "out" / "configuration.json").read_text("utf-8"))
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    asked = page.partition("connect-src ")[2].partition(";")[0].split()

    assert made["backend"]["name"] == FORGES[name].backend
    assert made["backend"]["repo"] == "asso/site"
    assert len(made["collections"]) > 8
    assert {address for address in asked if address.startswith("http")} == set(FORGES[name].hosts(""))
    assert "default-src 'none'" in (tmp_path / "out" / "_headers").read_text("utf-8")


def test_a_forge_of_ones_own_is_the_only_one_asked(content: Path, tmp_path: Path) -> None:
    """Its address takes the place of the usual one."""
    write_out(tmp_path / "out", FORGES["forgejo"], "asso/site", "https://forge.example.org", content, FORM)
    text = "".join(file.read_text("utf-8") for file in (tmp_path / "out").glob("*.*"))

    assert '"api_root": "https://forge.example.org/api/v1"' in text
    assert "codeberg.org" not in text


def test_a_save_is_a_proposal_where_the_form_can_make_one(content: Path, tmp_path: Path) -> None:
    """On GitHub and GitLab; elsewhere it is published at once."""
    modes = {}
    for name, forge in FORGES.items():
        write_out(tmp_path / name, forge, "asso/site", "", content, FORM)
        modes[name] = json.loads((tmp_path / name / "configuration.json").read_text("utf-8")).get("publish_mode")

    assert modes == {"github": "editorial_workflow", "gitlab": "editorial_workflow", "forgejo": None}


def test_the_words_of_the_form_are_a_script(content: Path, tmp_path: Path) -> None:
    """A host serves JSON as JSON, which no browser runs."""
    write_out(tmp_path / "out", FORGES["github"], "asso/site", "", content, FORM)

    assert (tmp_path / "out" / "locales" / "fr.js").read_bytes() == b"export default {}"
    assert (tmp_path / "out" / "npm" / "index.js").read_bytes() == b"import(`../locales/fr.js`)"


@pytest.fixture
def edit(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Edit":
    """Runs `edit` in a project that has fetched its form."""
    monkeypatch.setattr(bundle, "is_there", lambda folder: True)
    monkeypatch.setattr(bundle, "read", lambda folder: FORM)
    return Edit(Folders(root=tmp_path, content=content))


class Edit:
    """Runs `edit --write-for github` with more options."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders

    def __call__(self, *options: str) -> Result:
        """What the command says."""
        return run_command("edit", "--write-for", "github", *options, folders=self._folders)


def test_it_is_written_anew_in_the_place_of_the_earlier_one(edit: Edit, tmp_path: Path) -> None:
    """Twice the same command: no file of the first is left."""
    assert edit("--repo", "asso/site").exit_code == 0
    (tmp_path / "build-editor" / "old.js").write_text("old", "utf-8")
    assert edit("--repo", "asso/site").exit_code == 0

    assert not (tmp_path / "build-editor" / "old.js").exists()
    assert (tmp_path / "build-editor" / "index.html").is_file()


def test_it_is_never_in_the_site(edit: Edit, tmp_path: Path) -> None:
    """Nor below it."""
    result = edit("--repo", "asso/site", "--into", str(tmp_path / "build" / "editeur"))

    assert result.exit_code == 2
    assert "dans le dossier du site" in result.stderr
    assert not (tmp_path / "build").exists()


def test_a_folder_that_holds_something_else_is_left_alone(edit: Edit, tmp_path: Path) -> None:
    """Nothing that somebody put there is removed."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("à garder", "utf-8")

    assert edit("--repo", "asso/site", "--into", str(tmp_path / "notes")).exit_code == 2
    assert (tmp_path / "notes" / "a.txt").read_text("utf-8") == "à garder"


@pytest.mark.parametrize("repo", [(), ("--repo", "site"), ("--repo", "https://example.org/asso/site")])
def test_the_repository_must_be_said(edit: Edit, repo: tuple[str, ...]) -> None:
    """As the forge names it."""
    result = edit(*repo)

    assert result.exit_code == 2
    assert "--repo association/site" in result.stderr
