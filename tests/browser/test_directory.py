"""The page *Annuaire* of the editor in real browsers: a file chosen, read, ticked and written with mouse and keys."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.editing.desks import at_work
from tests.importing.conftest import FILES
from tests.importing.made import counter
from tests.small_site import MIDNIGHT, write_small_content


def test_contacts_are_brought_looked_at_and_written(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a small screen: the file travels piece by piece, what is unticked with a key is not written, the rest is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    content = write_small_content(tmp_path / "site" / "content", FILES)
    other = counter(id="f", nom="Brigade de gendarmerie - Tournus")
    other["adresse"][0] |= {"numero_voie": "1 quai Nord", "code_postal": "71700", "nom_commune": "Tournus"}
    other |= {"code_insee_commune": "71543"}
    other["telephone"] = [{"valeur": "03 85 00 10 08", "description": ""}]
    file = tmp_path / "base.json"
    # Of some megabytes, so that it comes in several pieces.
    elsewhere = [counter(id=f"e{n:04}", code_insee_commune="13055") for n in range(3000)]
    file.write_text(json.dumps({"service": [counter(), other, *elsewhere]}), "utf-8")
    refused = "window.refused = []; addEventListener('securitypolicyviolation', (e) => refused.push(e.blockedURI));"
    page.add_init_script(refused)

    with at_work(content, {}) as address:
        page.goto(f"{address}/a-corriger/")
        page.get_by_role("link", name="Annuaire").click()
        page.get_by_label("Ou un autre fichier").set_input_files(file)
        page.get_by_label("Pour quels départements").click()
        page.keyboard.type("71")
        page.keyboard.press("Enter")

        expect(page.get_by_role("heading", name="Nouvelles fiches : 2")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
        tick = page.get_by_role("checkbox", name="Tournus")
        tick.focus()
        page.keyboard.press("Space")
        expect(tick).not_to_be_checked()
        # One tick for all of a kind tells what became of it, and takes all back.
        whole = page.get_by_role("checkbox", name="Toutes celles-ci")
        expect(whole).to_have_js_property("indeterminate", value=True)
        whole.click()
        expect(tick).to_be_checked()
        tick.click()
        page.get_by_role("button", name="Écrire ce qui est coché").click()

        expect(page.get_by_text("Fiches écrites : 1.")).to_be_visible()
        expect(page.get_by_role("heading", name="Nouvelles fiches : 1")).to_be_visible()
        assert page.evaluate("refused") == []
        written = [name.read_text("utf-8") for name in (content / "fr/reseaux/71/annuaire").glob("*.md")]
        assert len(written) == 1 and "nom: Gendarmerie de Cluny" in written[0]
        assert [name.name for name in content.parent.iterdir()] == ["content"]

        page.get_by_role("link", name="Les voir dans").click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_file_that_cannot_be_taken_is_told_and_nothing_is_lost(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk is full, the page says so, and takes presses again."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    content = write_small_content(tmp_path / "site" / "content", FILES)
    (content.parent / ".editor-annuaire").write_text("", "utf-8")  # a file where a folder is to be
    # Larger than what travels at once: the browser is still sending when the disk refuses.
    (tmp_path / "base.json").write_text("{" + " " * 30_000_000 + "}", "utf-8")

    with at_work(content, {}) as address:
        page.goto(f"{address}/annuaire/")
        page.get_by_label("Ou un autre fichier").set_input_files(tmp_path / "base.json")
        page.get_by_label("Pour quels départements").fill("71")
        page.get_by_role("button", name="Lire le fichier").click()

        expect(page.get_by_role("alert")).to_contain_text("ne peut pas être copié")
        expect(page.get_by_role("button", name="Lire le fichier")).to_be_enabled()
        expect(page.get_by_label("Pour quels départements")).to_have_value("71")
