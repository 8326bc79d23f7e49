"""The page *Changements* in a real browser: seen, typed, pressed, and found at the forge."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE
from tests.editing.desks import at_work
from tests.editing.publishing.forge import KEY, forge_of, git
from tests.small_site import MIDNIGHT, write_small_content

FILE = "content/fr/aider/voisin.md"


def tap_into(page: Page, label: str) -> None:
    """Tap a field, and wait until what is typed goes there: a tap is a press a moment later."""
    field = page.get_by_label(label)
    field.tap()
    expect(field).to_be_focused()


def test_a_change_is_seen_proposed_and_arrives(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the smallest screen, with fingers and keys: the words are marked, the key is asked for once, the branch arrives."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    folder = tmp_path / "site"
    content = write_small_content(folder / "content")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Début")
    git(tmp_path, "clone", "-q", "--bare", "site", "site.git")
    text = (folder / FILE).read_text("utf-8").replace("frapper à la porte", "appeler")
    (folder / FILE).write_text(text, "utf-8")

    with forge_of(tmp_path / "site.git") as forge, at_work(content, {}) as address:
        git(folder, "remote", "add", "origin", forge.url)
        page = chromium.new_context(**PHONE).new_page()
        page.goto(f"{address}/a-corriger/")
        page.get_by_role("link", name="Changements").tap()
        expect(page.locator("ins")).to_have_text("appeler")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360

        tap_into(page, "La clé")
        page.keyboard.type(KEY)
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("jusqu'à la fermeture de l'éditeur")

        # A press that is on its way for long: here it never leaves, for no driver looks at a page that waits for another.
        page.evaluate("addEventListener('submit', event => event.preventDefault())")
        page.get_by_role("button", name="Recevoir").tap()
        expect(page.get_by_text("Un instant")).to_be_visible()
        expect(page.get_by_role("button", name="Proposer")).to_be_disabled()
        page.reload()

        tap_into(page, "Ce qui change")
        page.keyboard.press("Control+A")
        page.keyboard.type("Dit que l'on peut appeler")
        tap_into(page, "Signé")
        page.keyboard.type("Équipe")
        page.get_by_role("button", name="Proposer").tap()
        expect(page.get_by_role("status")).to_contain_text("C'est proposé")
        expect(page.locator(".tag")).to_have_text("proposé")

        [branch] = [name for name in forge.git("branch", "--format=%(refname:short)").split() if name != "main"]
        assert forge.git("log", "-1", "--format=%an: %s", branch) == "Équipe: Dit que l'on peut appeler\n"
        assert forge.text(FILE, branch) == text
        assert forge.text(FILE) != text
        page.context.close()
