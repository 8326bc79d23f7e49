"""A commune typed on the page of a département brings the nearest counters first, and stays in the page."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.project import STATIC
from eclaircie.publish.freezer import freeze
from eclaircie.publish.server import server
from eclaircie.rendering.assets import Assets
from tests.local_files import PLACES, counters, write
from tests.small_site import BEFORE_REVIEW, write_small_content

from .conftest import PHONE, Visit, leading_to, neutral_site, running, wait_for_address, wait_until
from .test_accessibility import AXE, RULES, Reader

BOX = ".near input"
FOUND = ".near li"
SHOWN = (*("/", "/fr/", "/fr/reseaux/", "/fr/reseaux/71/", "/ar/reseaux/71/", "/fr/reseaux/75/"), "/404.html")

PLACED = {
    "commissariat-0": "71270",  # Mâcon
    "commissariat-1": "71076",  # Chalon-sur-Saône
    "gendarmerie-0": "71137",  # Cluny
    "gendarmerie-1": "71543",  # Tournus
    "cidff-0": "71076",
}
"""Where the counters are, by the names of their files."""

TOWN_HALLS = """\
code;latitude;longitude
71270;46.31;4.83
71076;46.78;4.85
71137;46.43;4.66
71543;46.56;4.91
71105;46.31;4.78
"""


class _Some(Site):
    def addresses(self) -> list[str]:
        return [address for address in super().addresses() if address in SHOWN]


def placed_counters() -> dict[str, str]:
    """The counters, each in its commune, with a number that tells which it is."""
    files = counters({"commissariat": 2, "gendarmerie": 2, "cidff": 1})
    for number, (name, commune) in enumerate(PLACED.items()):
        file = f"71/annuaire/{name}.md"
        text = files[file].replace("commune: 71270", f"commune: {commune}").replace("00 00 01", f"00 00 1{number}")
        files[file] = text.replace("position: 46.306, 4.832\n", "")
    paris = files["71/annuaire/commissariat-0.md"].replace("71270", "75056")
    for postcode in ("75003", "75011"):
        place = paris.replace("71000 Mâcon", f"{postcode} Paris").replace("essai--", f"essai--{postcode}")
        files[f"fr/reseaux/75/annuaire/commissariat-{postcode}.md"] = place
    return files


@pytest.fixture(scope="module")
def near(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A site with counters in five towns of Saône-et-Loire and two parts of Paris, and its neutral site."""
    folder: Path = tmp_path_factory.mktemp("near")
    content = write_small_content(folder / "content")
    write(content, {"fr/reseaux/index.md": PLACES, **placed_counters(), "71/annuaire/communes.csv": TOWN_HALLS})
    site = read_site(BEFORE_REVIEW, content=content)
    facts = {name: getattr(site, name) for name in ("library", "settings", "remarks", "prefix", "origin", "today")}
    freeze(_Some(**facts), folder / "frozen")
    with neutral_site() as visit:
        leading_to(visit.neutral, folder / "frozen", folder / "build")
        with running(server(folder / "build", Assets(STATIC), 0)) as port:
            visit.address = f"http://127.0.0.1:{port}"
            yield visit


def rows(page: Page, selector: str) -> list[str]:
    """The commune and the distance of each row."""
    names = page.locator(f"{selector} b").all_inner_texts()
    return [name.replace("\xa0", " ").replace("\n", ", ") for name in names]


def numbers(page: Page, selector: str = FOUND) -> list[str]:
    """The number of each row."""
    return page.locator(f"{selector} .dial").all_inner_texts()


def type_in(page: Page, text: str) -> None:
    """Type into the empty box, key by key, and wait for an answer."""
    page.locator(BOX).fill("")
    page.locator(BOX).press_sequentially(text)
    expect(page.locator(FOUND).first).to_be_visible()


def test_the_nearest_of_each_kind_comes_first(page: Page, near: Visit) -> None:
    """Two at most for each need, the nearest first, each with its number; the folded lists are in that order too."""
    page.goto(f"{near.address}/fr/reseaux/71/")
    type_in(page, "Cluny")

    assert page.locator(f"{FOUND} > p:first-child").all_inner_texts() == [
        *("Gendarmerie", "Commissariat de police", "Information sur les droits (CIDFF)")
    ]
    assert numbers(page) == ["03 85 00 00 12", "03 85 00 00 10", "03 85 00 00 14"]
    page.locator(".group summary").first.click()
    assert rows(page, ".group:first-of-type ol") == [
        *("Mâcon, à 19 km environ", "Chalon-sur-Saône, à 42 km environ", "Cluny", "Tournus, à 24 km environ")
    ]
    expect(page.locator(".near [role=status]")).to_have_text("Près de : Cluny")


TYPED = {
    "71700": "03 85 00 00 13",
    "71 700": "03 85 00 00 13",
    "٧١٧٠٠": "03 85 00 00 13",
    "tournus": "03 85 00 00 13",
    "TOURN": "03 85 00 00 13",
    "71000 Mâcon": "03 85 00 00 10",
    "charnay les macon": "03 85 00 00 10",
}
"""What people type, and the number of who is nearest."""


def test_what_people_type_leads_to_the_nearest(page: Page, near: Visit) -> None:
    """A postcode, a name, the beginning of one, without accents, in other digits; also of a commune without a counter."""
    page.goto(f"{near.address}/fr/reseaux/71/")
    found = {}
    for typed in TYPED:
        type_in(page, typed)
        found[typed] = numbers(page)[0]

    assert found == TYPED


def test_in_a_city_the_postcode_decides(page: Page, near: Visit) -> None:
    """All of Paris is one commune."""
    page.goto(f"{near.address}/fr/reseaux/75/")
    type_in(page, "75011")

    assert rows(page, FOUND) == ["Paris · 75011"]


def test_what_is_not_there_gets_a_kind_sentence(page: Page, near: Visit) -> None:
    """Nothing is said while one is still typing; the lists are as they were."""
    page.goto(f"{near.address}/fr/reseaux/71/")
    told = page.locator(".near [role=status]")
    page.locator(BOX).press_sequentially("Xyz")
    expect(told).to_have_text("")
    page.locator(BOX).press("Enter")

    expect(told).to_contain_text("code postal")
    assert page.locator(FOUND).count() == 0


@pytest.mark.every_engine
def test_typing_asks_for_one_file_and_leaves_nothing(page: Page, near: Visit) -> None:
    """The same for everybody; no storage, the same address, the same history; no form and no name to remember it by."""
    asked: list[str] = []
    page.goto(f"{near.address}/fr/reseaux/71/")
    page.on("request", lambda request: asked.append(request.url.removeprefix(near.address)))
    before = page.evaluate("[location.href, history.length]")
    type_in(page, "71250")
    page.locator(BOX).press("Enter")
    box = page.locator(BOX)

    assert asked == ["/donnees/lieux-71.json"]
    assert page.evaluate("[location.href, history.length]") == before
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert (page.locator("main form").count(), box.get_attribute("name")) == (0, None)
    assert [box.get_attribute(key) for key in ("autocomplete", "spellcheck", "autocapitalize")] == [
        "off",
        "false",
        "off",
    ]


HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.mark.every_engine
def test_covered_the_page_forgets_what_was_typed(page: Page, near: Visit) -> None:
    """Hidden for a call or another app, and shown again: the box is empty, and the lists say nothing of it."""
    page.goto(f"{near.address}/fr/reseaux/71/")
    order = rows(page, ".group")
    type_in(page, "71700")
    page.evaluate(HIDE, True)
    page.evaluate(HIDE, False)
    page.locator(".go-on").click()

    expect(page.locator(FOUND)).to_have_count(0)
    assert page.locator(BOX).input_value() == ""
    assert (rows(page, ".group"), page.locator(".group i").count()) == (order, 0)
    expect(page.locator(".near [role=status]")).to_have_text("")


@pytest.mark.every_engine
def test_the_exit_leaves_with_what_was_typed(page: Page, near: Visit) -> None:
    """The neutral site takes the place of the page."""
    page.goto(f"{near.address}/fr/reseaux/71/")
    type_in(page, "71700")
    page.locator(".quick-exit").click()

    wait_for_address(page, near.neutral)


def test_the_box_works_when_its_page_is_put_in_place(page: Page, near: Visit) -> None:
    """Reached by a link of the site, it finds as when opened at once."""
    page.goto(f"{near.address}/fr/reseaux/")
    page.locator(".territories a", has_text="71 Saône-et-Loire").click()
    type_in(page, "Cluny")

    assert numbers(page)[0] == "03 85 00 00 12"
    wait_until(page, lambda: bool(page.evaluate("location.pathname") == "/fr/reseaux/"), "in the same place")


def test_the_box_is_touched_from_right_to_left(chromium: Browser, near: Visit) -> None:
    """In Arabic, by finger: a touch, five digits, and the number of the nearest is in view and large enough to press."""
    session = chromium.new_context(**PHONE)
    page = session.new_page()
    page.goto(f"{near.address}/ar/reseaux/71/")
    page.locator(BOX).tap()
    page.keyboard.type("71250")
    first = page.locator(f"{FOUND} .dial").first
    expect(first).to_be_visible()
    size = first.bounding_box()

    assert numbers(page)[0] == "03 85 00 00 12"
    assert "19" in rows(page, FOUND)[1]
    assert size and size["height"] >= 48
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    session.close()


def test_without_script_all_counters_are_there(chromium: Browser, near: Visit) -> None:
    """Folded by what one comes for, without a box that could not answer."""
    session = chromium.new_context(java_script_enabled=False, **PHONE)
    page = session.new_page()
    page.goto(f"{near.address}/fr/reseaux/71/")
    page.locator(".group summary").first.tap()

    assert not page.locator(".near").is_visible()
    assert page.locator(".group .dial:visible").count() == 4
    expect(page.locator(".group").first).to_contain_text("demandez l’intervenante sociale")
    session.close()


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.exhaustive)])
def test_rows_of_counters_have_no_barrier(chromium: Browser, near: Visit, scheme: Literal["light", "dark"]) -> None:
    """With all groups open and the nearest found, axe knows of none, from left to right and from right to left."""
    if not AXE.exists() and not os.environ.get("CI"):
        pytest.skip("needs axe: npm ci --prefix tests/html")
    session = chromium.new_context(**PHONE, color_scheme=scheme)
    reader = Reader(session.new_page(), RULES[scheme])
    found = {}
    for tag in ("fr", "ar"):
        reader.page.goto(f"{near.address}/{tag}/reseaux/71/")
        type_in(reader.page, "Cluny")
        reader.page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        found[tag] = reader.barriers()
    session.close()

    assert found == {"fr": [], "ar": []}
