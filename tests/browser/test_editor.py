"""The editor in real browsers: what is typed in the form, and what then stands in the files."""

import difflib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from eclaircie.content.tidying import tidied
from eclaircie.messages.faults import Faults
from tests.conftest import faults_of
from tests.editing.desks import at_work, fetched_form
from tests.small_site import MIDNIGHT, write_small_content

PLACE = "/#/collections/traces/entries"


@pytest.fixture(scope="session")
def form(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the form."""
    return fetched_form(tmp_path_factory)


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content of a small site, on a day on which nothing of it is overdue, in the one form."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    content = write_small_content(tmp_path / "content")
    for file in content.rglob("*.md"):
        file.write_text(tidied(file.read_text("utf-8"), file, Faults()) or "", "utf-8")
    return content


@pytest.fixture
def address(content: Path, form: dict[str, bytes]) -> Iterator[str]:
    """An editor at work on it."""
    with at_work(content, form) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of the size of a screen."""
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    return page


def texts(content: Path) -> dict[str, str]:
    """All pages, by name."""
    return {file.relative_to(content).as_posix(): file.read_text("utf-8") for file in content.rglob("*.md")}


def changed_lines(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """What a comparison of all files shows."""
    lines = []
    for name in sorted({*before, *after}):
        pair = (before.get(name, "").splitlines(), after.get(name, "").splitlines())
        lines += [line for line in difflib.ndiff(*pair) if line[:2] in ("- ", "+ ")]
    return lines


def test_one_typed_word_changes_one_line_and_is_checked(page: Page, address: str, content: Path) -> None:
    """A title is changed in the form and saved: that line alone differs, the bar says that all is well, and it is."""
    page.goto(f"{address}{PLACE}/fenetre")
    before = texts(content)
    page.get_by_role("textbox", name="Titre").fill("Fenêtre fermée")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator("#summary")).to_have_text("Enregistré et vérifié : rien à corriger.")

    assert changed_lines(before, texts(content)) == ["- titre: Fenêtre", "+ titre: Fenêtre fermée"]
    assert faults_of(content) == []
