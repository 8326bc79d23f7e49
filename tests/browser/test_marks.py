"""Lists that one can mark: what is told, to whom, and that nothing of it stays."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.project import STATIC
from eclaircie.publish.freezer import freeze
from eclaircie.publish.server import server
from eclaircie.rendering.assets import Assets
from tests.local_files import write
from tests.small_site import BEFORE_REVIEW, write_small_content

from .conftest import PHONE, Visit, launch_options, leading_to, neutral_site, running, wait_for_address, wait_until
from .test_accessibility import AXE, RULES, Reader
from .test_veil import HIDE, SHOW

STATEMENTS = """\
---
titre: Des phrases
resume: Des phrases.
---
Chacun pour soi.

## Un

- Il décide de mes achats.
- Il garde mes papiers.

Cela s'appelle le contrôle : [voir](page:aider).

## Deux

- Il se moque de moi.

Une sage-femme peut écouter.

## Et maintenant

[](site:reperes)

Avoir peur suffit.
"""

SIGNS = """\
---
titre: Des signes
resume: Des signes.
---
## Un

- Il me suit.
- Il a une arme.

## Deux

- Je viens de partir.

[](site:signes)

Un seul suffit : appelez le 17.

## Trois

[Autre chose](page:choses).
"""

LIST = """\
---
titre: Une liste
resume: Une liste.
---
Un mot.

[](site:liste)

## Pour tous

- Parler à [quelqu'un](page:aider).
- Penser aux clés.

## Selon la situation

Prenez ce qui compte.

### Un animal

- Prévoir le panier.

### Un bébé

Un mot du bébé.

- Prévoir le lait.

## Après

Encore un mot.
"""

PAGES = {"phrases": STATEMENTS, "indices": SIGNS, "choses": LIST}
SHOWN = (
    "/",
    "/fr/",
    "/fr/aider/",
    *(f"/fr/{name}/" for name in PAGES),
    *(f"/ar/{name}/" for name in PAGES),
    "/404.html",
)


class _Some(Site):
    def addresses(self) -> list[str]:
        return [address for address in super().addresses() if address in SHOWN]


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A site with a page of each kind, and its neutral site."""
    folder: Path = tmp_path_factory.mktemp("marked")
    content = write_small_content(folder / "content")
    write(content, {f"fr/{name}.md": text for name, text in PAGES.items()})
    site = read_site(BEFORE_REVIEW, content=content)
    facts = {name: getattr(site, name) for name in ("library", "settings", "remarks", "prefix", "origin", "today")}
    freeze(_Some(**facts), folder / "frozen")
    with neutral_site() as visit:
        leading_to(visit.neutral, folder / "frozen", folder / "build")
        with running(server(folder / "build", Assets(STATIC), 0)) as port:
            visit.address = f"http://127.0.0.1:{port}"
            yield visit


def place(page: Page, number: int, name: str) -> Locator:
    """One place of the cursor of a statement."""
    return page.get_by_role("radiogroup").nth(number).get_by_role("radio", name=name)


def test_what_was_marked_is_told_when_asked(phone: Page, marked: Visit) -> None:
    """Those statements, what that is called and whom to talk to, nothing of the rest and no number; the focus is there."""
    phone.goto(f"{marked.address}/fr/phrases/")
    place(phone, 0, "souvent").tap()
    place(phone, 1, "jamais").tap()
    answer = phone.locator(".of-statements")
    expect(answer).to_be_hidden()
    phone.get_by_role("button", name="Voir ce que j’ai marqué").tap()

    expect(phone.get_by_role("heading", name="Ce que vous avez marqué")).to_be_focused()
    assert answer.inner_text().replace("\xa0", " ").split("\n") == [
        *("Ce que vous avez marqué", "Un", "Il décide de mes achats. souvent", "", "Cela s’appelle le contrôle : voir.")
    ]
    place(phone, 2, "parfois").tap()
    expect(answer).to_be_hidden()


def test_where_nothing_is_marked_nothing_reassures(phone: Page, marked: Visit) -> None:
    """All of it at *jamais*, or erased: the answer says that this does not mean that all is well, and that fear is enough."""
    phone.goto(f"{marked.address}/fr/phrases/")
    place(phone, 0, "souvent").tap()
    phone.get_by_role("button", name="Tout effacer").tap()
    expect(phone.locator(".live")).to_have_text("Tout est effacé.")
    assert phone.locator(".marked [aria-checked=true]").count() == 0
    place(phone, 0, "jamais").tap()
    phone.get_by_role("button", name="Voir ce que j’ai marqué").tap()

    expect(phone.locator(".of-statements")).to_contain_text(
        "Cela ne veut pas dire que tout va bien : avoir peur suffit"
    )
    expect(phone.locator(".of-statements li")).to_have_count(0)


@pytest.mark.parametrize(("language", "ahead", "far"), [("fr", "ArrowRight", 1), ("ar", "ArrowLeft", -1)])
def test_the_arrows_lead_along_the_line_in_the_direction_of_the_writing(
    page: Page, marked: Visit, language: str, ahead: str, far: int
) -> None:
    """*Jamais* is where a line of text begins; Tab reaches each cursor once; after the last place comes the first."""
    page.goto(f"{marked.address}/{language}/phrases/")
    places = page.get_by_role("radiogroup").first.get_by_role("radio")
    lefts = [places.nth(number).bounding_box() or {"x": 0} for number in range(3)]
    assert (lefts[2]["x"] - lefts[0]["x"]) * far > 0
    places.first.focus()
    for expected in (1, 2, 0):
        page.keyboard.press(ahead)
        expect(places.nth(expected)).to_be_focused()
        expect(places.nth(expected)).to_be_checked()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")

    expect(page.get_by_role("radiogroup").nth(1).get_by_role("radio").first).to_be_focused()
    assert places.evaluate_all("all => all.map(one => one.ariaChecked)") == ["false", "true", "false"]


@pytest.mark.every_engine
def test_marks_go_where_the_page_is_covered_or_left(page: Page, marked: Visit) -> None:
    """By another app, another page of the visit and its way back, the exit: what was marked and what was told are gone."""
    page.goto(f"{marked.address}/fr/phrases/")
    ask = page.get_by_role("button", name="Voir ce que j’ai marqué")

    def mark() -> None:
        place(page, 0, "souvent").click()
        ask.click()
        expect(page.locator(".found")).not_to_be_empty()

    def is_empty() -> bool:
        return bool(
            page.evaluate("!kept.querySelector('[aria-checked=true], .found > *, .of-statements:not([hidden])')")
        )

    page.evaluate("window.kept = document.querySelector('main')")
    mark()
    page.evaluate(HIDE)
    assert is_empty()
    page.evaluate(SHOW)
    page.get_by_role("button", name="Continuer").click()
    mark()
    page.locator(".found a").click()
    expect(page.locator("h1")).to_have_text("Aider")
    assert is_empty()
    page.locator(".back").click()
    expect(ask).to_be_visible()
    mark()
    marked.held.set()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    wait_until(page, is_empty, "empty")
    marked.held.clear()
    wait_for_address(page, marked.neutral)


def test_one_sign_is_enough(phone: Page, marked: Visit) -> None:
    """Below the first that is marked stands at once what to do, once; without a mark it goes. All of a row can be pressed."""
    phone.goto(f"{marked.address}/fr/indices/")
    rows = phone.locator(".signes > li")
    rows.nth(1).locator("span").tap()
    expect(rows.nth(1).get_by_role("status")).to_have_text("Un seul suffit : appelez le 17.")
    phone.get_by_role("checkbox", name="Je viens de partir.").tap()
    expect(phone.locator(".signes .answer")).to_have_count(1)
    rows.nth(1).get_by_role("checkbox").tap()
    expect(rows.nth(2).get_by_role("status")).to_have_text("Un seul suffit : appelez le 17.")
    rows.nth(2).get_by_role("checkbox").tap()

    expect(phone.locator(".signes .answer")).to_have_count(0)


def test_a_situation_brings_its_part_of_the_list(page: Page, marked: Visit) -> None:
    """Chosen, it is shown; pressed again, it goes. A link leads to its page and ticks nothing."""
    page.goto(f"{marked.address}/fr/choses/")
    expect(page.locator(".liste:visible")).to_have_count(1)
    page.get_by_role("button", name="Un bébé").click()
    expect(page.get_by_text("Un mot du bébé.")).to_be_visible()
    page.get_by_role("checkbox", name="Prévoir le lait.").click()
    expect(page.get_by_text("Prévoir le panier.")).to_be_hidden()
    page.evaluate("document.querySelector('.liste').addEventListener('click', (event) => event.preventDefault())")
    page.locator(".liste a").click()

    assert page.locator(".liste [aria-checked=true]").count() == 1
    page.get_by_role("button", name="Un bébé").click()
    expect(page.get_by_text("Prévoir le lait.")).to_be_hidden()


def seen(page: Page) -> str:
    """What a printed sheet would show."""
    page.emulate_media(media="print")
    words: str = page.evaluate("document.body.innerText.trim().replace(/\\s+/g, ' ')")
    page.emulate_media(media="screen")
    return words


def test_nothing_of_the_list_is_printed_unless_asked_for_twice(phone: Page, marked: Visit) -> None:
    """The browser's own command prints one neutral line; the button warns first. Printed is what was chosen, under a neutral name."""
    phone.goto(f"{marked.address}/fr/choses/")
    phone.evaluate("window.print = () => (window.title = document.title)")
    phone.get_by_role("button", name="Un bébé").tap()
    assert seen(phone) == "Rien à imprimer ici."
    phone.get_by_role("button", name="Imprimer").tap()
    expect(phone.get_by_text("Une feuille peut être trouvée.")).to_be_focused()
    phone.get_by_role("button", name="Imprimer quand même").tap()

    assert phone.evaluate("title") == "Liste"
    assert seen(phone) == "Liste Parler à quelqu’un. Penser aux clés. Prévoir le lait."
    phone.evaluate("dispatchEvent(new Event('afterprint'))")
    assert seen(phone) == "Rien à imprimer ici."
    assert phone.title().startswith("Accueil")


def arrive_at_the_list(page: Page, marked: Visit) -> None:
    """Reach the list within the visit, so that its rules are put in place by the script."""
    page.goto(f"{marked.address}/fr/indices/")
    page.get_by_role("link", name="Autre chose").click()
    expect(page.locator("h1")).to_have_text("Une liste")


def press_print(page: Page) -> None:
    """Press what prints, and confirm it."""
    page.get_by_role("button", name="Imprimer").click()
    page.get_by_role("button", name="Imprimer quand même").click()


def sheets(source: Path | bytes) -> list[str]:
    """The words of each sheet of a PDF."""
    document = pypdfium2.PdfDocument(source)
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]


ON_PAPER = "Liste Parler à quelqu’un. Penser aux clés."


def test_chromium_adds_no_address_to_what_is_printed(chromium: Browser, marked: Visit) -> None:
    """Neither to the list nor to the neutral line: no address, title or date, also where a link within the visit led to the list."""
    session = chromium.new_context()
    page = session.new_page()

    def printed() -> list[str]:
        margins = dict.fromkeys(("top", "bottom", "left", "right"), "60px")
        return sheets(page.pdf(display_header_footer=True, margin=margins))  # type: ignore[arg-type]

    page.goto(f"{marked.address}/fr/aider/")
    assert "127.0.0.1" in printed()[0]
    arrive_at_the_list(page, marked)
    assert printed() == ["Rien à imprimer ici."]
    page.evaluate("window.print = () => {}")
    press_print(page)
    assert printed() == [ON_PAPER]
    session.close()


@pytest.mark.parametrize(("pressed", "words"), [(False, "Rien à imprimer ici."), (True, ON_PAPER)])
def test_firefox_adds_no_address_to_what_is_printed(
    playwright: Playwright, marked: Visit, tmp_path: Path, pressed: bool, words: str
) -> None:
    """As Chromium; and no empty sheet follows, which would bear the address."""
    target = tmp_path / "sheet.pdf"
    options = launch_options("firefox")
    printer = "print.printer_Mozilla_Save_to_PDF"
    options["firefox_user_prefs"] = {
        "print.always_print_silent": True,
        "print_printer": "Mozilla Save to PDF",
        f"{printer}.print_to_file": True,
        f"{printer}.print_to_filename": str(target),
    }
    program = playwright.firefox.launch(**options)
    page = program.new_page()
    arrive_at_the_list(page, marked)
    if pressed:
        press_print(page)
    else:
        page.evaluate("() => void setTimeout(() => print(), 10)")
    wait_until(page, lambda: target.exists() and b"%%EOF" in target.read_bytes()[-16:], "printed")
    program.close()

    assert sheets(target) == [words]


def test_without_script_all_is_there_to_read(chromium: Browser, marked: Visit) -> None:
    """Each list and each sentence, no button, no field that a browser could remember, and no list on paper."""
    session = chromium.new_context(java_script_enabled=False)
    page = session.new_page()
    for name, words in (
        ("phrases", "Avoir peur suffit."),
        ("indices", "Un seul suffit"),
        ("choses", "Prévoir le panier."),
    ):
        page.goto(f"{marked.address}/fr/{name}/")
        expect(page.get_by_text(words)).to_be_visible()
        expect(page.locator("main button:visible")).to_have_count(0)
        expect(page.locator("main :is(form, input, select, textarea)")).to_have_count(0)
    page.emulate_media(media="print")

    expect(page.get_by_text("Prévoir le panier.")).to_be_hidden()
    session.close()


def open_all(page: Page) -> None:
    """Make each answer of a page show what it can."""
    for selector in (".chip", ".degrees button:nth-child(2)", ".tick"):
        for button in page.locator(selector).all():
            button.tap()
    for button in page.locator(".see, .ask").all():
        button.tap()


def test_fingers_find_each_button(chromium: Browser, marked: Visit) -> None:
    """At least 48 px each way at 320 px, from left to right and from right to left; at 200 % no page is wider than its window."""
    session = chromium.new_context(**{**PHONE, "viewport": {"width": 320, "height": 568}})
    page = session.new_page()
    for address in (f"{tag}/{name}" for tag in ("fr", "ar") for name in PAGES):
        page.goto(f"{marked.address}/{address}/")
        open_all(page)
        sizes = page.locator("main button:visible").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
        )
        assert sizes
        assert min(sizes) >= 48
        sender = session.new_cdp_session(page)
        sender.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 32}})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        sender.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 16}})
    session.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lists_that_one_marks_have_no_barrier(
    chromium: Browser, marked: Visit, scheme: Literal["light", "dark"]
) -> None:
    """With everything marked and told, axe knows of none, from left to right and from right to left."""
    if not AXE.exists() and not os.environ.get("CI"):
        pytest.skip("needs axe: npm ci --prefix tests/html")
    session = chromium.new_context(**PHONE, color_scheme=scheme)
    reader = Reader(session.new_page(), RULES[scheme])
    found = {}
    for address in (f"{tag}/{name}" for tag in ("fr", "ar") for name in PAGES):
        reader.page.goto(f"{marked.address}/{address}/")
        open_all(reader.page)
        # What to do at a sign comes a moment later. And no button may lie half behind the row that stays in view.
        reader.page.wait_for_timeout(100)
        reader.page.evaluate("scrollTo(0, 0)")
        found[address] = reader.barriers()
    session.close()

    assert {address: barriers for address, barriers in found.items() if barriers} == {}
