"""The editor in real browsers: what is typed in the form, and what then stands in the files."""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from eclaircie.content.tidying import tidied
from eclaircie.messages.faults import Faults
from tests.conftest import faults_of
from tests.editing.desks import at_work, fetched_form
from tests.local_files import counter
from tests.local_site import LOCAL_FILES
from tests.small_site import MIDNIGHT, write_small_content

PLACE = "/#/collections/pages"
SOUND = "Enregistré et vérifié : rien à corriger."


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
    """A page of the size of a screen, which notes what its policy refuses."""
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.add_init_script(
        "window.refused = []; addEventListener('securitypolicyviolation', (e) => refused.push(e.blockedURI));"
    )
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


def fill(page: Page, key: str, text: str) -> None:
    """Type a text into a field of the French page in the place of what is there."""
    page.locator(f"[data-key-path={key}]").first.locator("input, textarea, [contenteditable=true]").first.fill(text)


def save(page: Page) -> None:
    """Press the button of the form."""
    page.get_by_role("button", name="Enregistrer").click()


def test_one_typed_word_changes_one_line_and_no_request_leaves(page: Page, address: str, content: Path) -> None:
    """A title is changed in the form and saved: that line alone differs, the bar says that all is well, and it is.

    What the form would ask of other servers, its policy refuses.
    """
    asked: list[str] = []
    reached: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: reached.append(response.url))
    page.goto(f"{address}{PLACE}/entries/aider/voisin")
    before = texts(content)
    fill(page, "titre", "Pour le voisin")
    save(page)
    expect(page.locator("#summary")).to_have_text(SOUND)

    assert changed_lines(before, texts(content)) == ["- titre: Pour la voisine", "+ titre: Pour le voisin"]
    assert faults_of(content) == []
    strange = {url for url in asked if url.startswith("http") and not url.startswith(f"{address}/")}
    refused = set(page.evaluate("refused"))
    assert refused
    assert strange <= refused
    assert [url for url in reached if url.startswith("http") and not url.startswith(f"{address}/")] == []


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(page: Page, address: str, content: Path) -> None:
    """The bar says so, and the file is as the other person left it."""
    page.goto(f"{address}{PLACE}/entries/aider/voisin")
    fill(page, "titre", "Pour le voisin")
    file = content / "fr" / "aider" / "voisin.md"
    other = file.read_text("utf-8").replace("voisine", "concierge")
    file.write_text(other, "utf-8")
    save(page)
    expect(page.locator("#summary")).to_contain_text("a changé depuis que vous l'avez ouvert")

    assert file.read_text("utf-8") == other

    # The links of the bar lead on in the same window
    page.get_by_role("link", name="À corriger").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rien à corriger.")


@pytest.mark.exhaustive
def test_a_counter_is_corrected_in_its_own_collection(page: Page, address: str, content: Path) -> None:
    """It opens without a text and in French alone; what is typed changes its line, and makes no file in another language."""
    file = content / "fr" / "reseaux" / "71" / "annuaire" / "macon.md"
    file.parent.mkdir(parents=True)
    file.write_text(counter(), "utf-8")
    (content / "fr" / "reseaux" / "index.md").write_text(LOCAL_FILES["fr/reseaux/index.md"], "utf-8")
    before = texts(content)
    page.goto(f"{address}/#/collections/counters/entries/71/annuaire/macon")
    fill(page, "nom", "Commissariat central de Mâcon")
    save(page)
    expect(page.locator("#summary")).to_have_text(SOUND)

    assert changed_lines(before, texts(content)) == [
        "- nom: Commissariat de Mâcon",
        "+ nom: Commissariat central de Mâcon",
    ]
    assert page.locator("[data-key-path=body]").count() == 0


def test_a_page_is_made_and_removed(page: Page, address: str, content: Path) -> None:
    """A new page is one more file, in its one form; removed, it leaves nothing behind."""
    before = texts(content)
    page.goto(f"{address}{PLACE}/new?path=aider")
    fill(page, "titre", "Au travail")
    fill(page, "resume", "Pour une collègue.")
    page.locator("[data-key-path=resume]").first.hover()
    body = page.locator("[data-key-path=body]").first.locator("[contenteditable=true]")
    for _ in range(20):
        if body.count():
            break
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(50)
    body.first.click()
    page.keyboard.type("Parlez-lui sans personne autour.")
    page.locator("section.section", has_text="Fin de l'adresse").locator("input").fill("travail")
    save(page)
    expect(page.locator("#summary")).to_have_text(SOUND)

    made = {name: text for name, text in texts(content).items() if name not in before}
    assert made == {
        "fr/aider/travail.md": "---\ntitre: Au travail\nresume: Pour une collègue.\n---\n\nParlez-lui sans personne autour.\n"
    }
    assert faults_of(content) == []

    page.mouse.click(1254, 72)
    page.get_by_role("menuitem", name="Supprimer").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Supprimer").click()
    expect(page).not_to_have_url(re.compile("entries"))

    assert texts(content) == before
