"""The preview in a browser: links have addresses, a reload shows what was saved, and the exit is the published one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from eclaircie.preview.application import create_preview
from tests.serving import running
from tests.small_site import FILES, write_small_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of a small site, checked long ago: the preview knows today's date."""
    checked_long_ago = {name: text.replace("2026-11-01", "2020-01-01") for name, text in FILES.items()}
    return write_small_content(tmp_path / "content", checked_long_ago)


@pytest.fixture
def preview(content: Path) -> Iterator[str]:
    """The address of the preview of this content."""
    service = make_server("127.0.0.1", 0, create_preview(content), threaded=True)
    service.server_port = service.server_port or service.port
    with running(service) as address:  # type: ignore[arg-type]  # it has all that is asked of the library's own
        yield address


def test_the_address_follows_and_a_reload_shows_what_was_saved(page: Page, preview: str, content: Path) -> None:
    """A link leads to an address of its own; F5 stays there, with the new words; Back leads back."""
    page.goto(f"{preview}/fr/")
    page.locator("main").get_by_role("link", name="Aider").first.click()
    expect(page).to_have_url(f"{preview}/fr/aider/")
    file = content / "fr/aider/index.md"
    file.write_text(file.read_text("utf-8").replace("titre: Aider", "titre: Aider mieux"), "utf-8")

    page.reload()
    expect(page.locator("h1")).to_have_text("Aider mieux")
    expect(page).to_have_url(f"{preview}/fr/aider/")
    page.go_back(wait_until="commit")

    expect(page).to_have_url(f"{preview}/fr/")


def test_a_fault_is_read_above_a_sound_page_and_in_the_place_of_a_broken_one(
    page: Page, preview: str, content: Path
) -> None:
    """The writer goes on reading, and sees where to look; the script of the site still runs."""
    file = content / "fr/aider/voisin.md"
    file.write_text(file.read_text("utf-8").replace("resume: ", "resume: 'L'autre', "), "utf-8")

    page.goto(f"{preview}/fr/aider/")
    expect(page.locator("details.note summary")).to_contain_text("À corriger : 1")
    page.locator("details.note summary").click()
    expect(page.locator("details.note dd")).to_contain_text("du texte suit le guillemet")
    page.locator("main").get_by_role("link", name="Pour la voisine").click()

    expect(page).to_have_url(re.compile("/fr/aider/voisin/$"))
    expect(page.locator("h1")).to_have_text("À corriger : 1")


def test_the_exit_is_covered_in_the_preview_too(page: Page, preview: str) -> None:
    """What writers try is what visitors get: a press covers the page at once."""
    page.goto(f"{preview}/fr/")
    page.route("https://exit.example.net/**", lambda route: route.fulfill(body="Ailleurs", content_type="text/plain"))
    page.locator(".quick-exit").click()

    expect(page).to_have_url(re.compile("^https://exit.example.net/"))
