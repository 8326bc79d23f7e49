"""A postcode typed in the page leads to those who help there, and stays in the page."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from eclaircie.places import by_rule, communes, straddling, territories, towns_of
from tests.chosen import chosen

from .at_once import at_once
from .conftest import PHONE, Visit, wait_until
from .journeys import kill_browser_of, start
from .profiles import Leftovers, leftovers

BOX = ".finder input"
SEARCH = ".search input"
"""The box that searches, on the home page."""
ORDINARY = "#ordinary"
"""A box such as any site has."""
TYPED = {BOX: "Blanquefort-sur-Briolance", SEARCH: "Castelnaud-de-Gratecambe", ORDINARY: "Montagnac-sur-Auvignon"}
"""What is typed into each box, names that stand nowhere on the site: found in a file of the profile, one was kept."""

FIND_ALL = """(texts) => {
  const box = document.querySelector(".finder input");
  return texts.map((text) => {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return [...document.querySelectorAll(".found a")].map((link) => link.getAttribute("href"));
  });
}"""


@pytest.fixture(scope="module")
def finder(browser: Browser, _visit: Visit) -> Iterator[Page]:
    """The page of the box, on one tab for all tests that leave it as it was."""
    session = browser.new_context(viewport=PHONE["viewport"])
    page = session.new_page()
    page.goto(f"{_visit.address}/fr/reseaux/")
    know_places(page)
    yield page
    session.close()


def know_places(page: Page) -> None:
    """Touch the box and wait until the page has what it asks for."""
    page.locator(BOX).click()
    page.locator(BOX).fill("Mâcon")
    expect(page.locator(".found p")).to_have_text("Mâcon")


def find_all(page: Page, texts: list[str]) -> dict[str, list[str]]:
    """The addresses of what is found for each text, as if it was typed."""
    return dict(zip(texts, page.evaluate(FIND_ALL, texts), strict=True))


def addresses(*slugs: str) -> list[str]:
    """The French addresses of some territories."""
    return [f"/fr/reseaux/{slug}/" for slug in slugs]


EXAMPLES = {
    "75011": ["75"],
    "42000": ["42"],
    "20000": ["2a"],
    "20167": ["2a"],
    "20200": ["2b"],
    "20600": ["2b"],
    "20": ["2a", "2b"],
    "2A": ["2a"],
    "2b": ["2b"],
    "97110": ["971"],
    "97400": ["974"],
    "97600": ["976"],
    "98800": ["988"],
    "98735": ["987"],
    "97133": ["977"],
    "97150": ["978"],
    "94390": ["91"],
    "21340": ["21", "71"],
    "01410": ["01", "39"],
    "75016": ["75", "92"],
    "42": ["42"],
    "974": ["974"],
    "07 000": ["07"],
    "F-42000": ["42"],
    "42000 Saint-Étienne": ["42"],
    "٤٢٠٠٠": ["42"],
    "۴۲۰۰۰": ["42"],
    "４２０００": ["42"],
    "La Réunion": ["974"],
    "reunion": ["974"],
    "75 ou 92 ?": ["75"],
    "CÔTES D'ARMOR": ["22"],
    "cotes-d’armor": ["22"],
    "Hérault": ["34"],
    "savoie": ["73", "74"],
    "corse": ["2a", "2b"],
    "Polynésie": ["987"],
}


@pytest.mark.parametrize(("typed", "slugs"), EXAMPLES.items(), ids=list(EXAMPLES))
def test_what_people_type_leads_to_their_departement(finder: Page, typed: str, slugs: list[str]) -> None:
    """Postcodes of the mainland, of Corsica and overseas, straddling ones, numbers, names, other digits."""
    found = [href for href in find_all(finder, [typed])[typed] if href.count("/") == 4]

    assert found == addresses(*slugs)


def test_every_postcode_leads_to_its_departement(finder: Page) -> None:
    """All postcodes of the official list, each of its départements offered and no other."""
    wanted: dict[str, set[str]] = {}
    for slug in territories():
        for commune in communes(slug):
            for postcode in commune.postcodes:
                wanted.setdefault(postcode, set()).add(slug)
    wanted |= {postcode: set(slugs) for postcode, slugs in straddling().items()}
    found = find_all(finder, sorted(wanted))
    wrong = {
        postcode: hrefs
        for postcode, hrefs in found.items()
        if {href.split("/")[3] for href in hrefs} != wanted[postcode]
    }

    assert len(found) > 6300
    assert wrong == {}


def test_every_prefix_leads_to_its_departement(finder: Page) -> None:
    """The first two digits are enough on the mainland, three overseas, as by the rule of the build."""
    prefixes = [f"{number:02}" for number in range(1, 96) if number != 20] + ["971", "972", "973", "974", "975", "976"]
    prefixes += ["986", "987", "988"]

    for prefix, hrefs in find_all(finder, prefixes).items():
        assert hrefs == addresses(by_rule(prefix.ljust(5, "0")) or ""), prefix


def test_a_network_comes_before_its_departement(finder: Page) -> None:
    """In Blanzy one sees the network of the bassin minier first."""
    hrefs = find_all(finder, ["71450"])["71450"]

    assert hrefs[-1] == "/fr/reseaux/71/"
    assert "/fr/reseaux/71/bassin-minier/" in hrefs[:-1]


RUBBISH = ["99999", "00000", "98000", "123456", "xyz", "Xyzville", "<b>", "🙂🙂🙂🙂🙂", "a" * 40]


@pytest.mark.parametrize("typed", RUBBISH)
def test_what_leads_nowhere_gets_a_kind_sentence(finder: Page, typed: str) -> None:
    """Once one presses Enter, a sentence says what to do instead, and nothing breaks."""
    box = finder.locator(BOX)
    box.fill(typed)
    box.press("Enter")

    expect(finder.locator(".found")).to_contain_text("plus bas")
    assert finder.locator(".found a").count() == 0
    assert finder.locator(".found b").count() == 0


def test_nothing_is_said_while_one_is_still_typing(finder: Page) -> None:
    """After one digit or two letters nobody is told to be wrong."""
    for typed in ("9", "97", "mo"):
        finder.locator(BOX).fill(typed)

        assert finder.locator(".found").inner_text() in ("",) or finder.locator(".found a").count()


def test_what_was_found_is_announced_and_followed_by_keyboard(finder: Page) -> None:
    """A screen reader hears the answer; Enter goes to the first place found, and no further."""
    box = finder.locator(BOX)
    box.fill("42000")
    box.press("Enter")

    assert finder.locator(".found").get_attribute("role") == "status"
    assert finder.evaluate("document.activeElement.getAttribute('href')") == "/fr/reseaux/42/"
    assert finder.evaluate("location.pathname") == "/fr/reseaux/"


def test_no_id_stands_twice_after_finding(finder: Page) -> None:
    """What is found is a copy of the list's link, without its name."""
    finder.locator(BOX).fill("42000")

    assert finder.evaluate("document.querySelectorAll('#d42').length") == 1


def test_typing_sends_nothing_and_changes_no_address(page: Page, visit: Visit) -> None:
    """From the first key to the answer: one file, the same for everybody, no storage, the same address, the same history."""
    asked: list[str] = []
    page.goto(f"{visit.address}/fr/reseaux/")
    page.on("request", lambda request: asked.append(request.url.removeprefix(visit.address)))
    before = page.evaluate("[location.href, history.length]")
    page.locator(BOX).press_sequentially("71300")
    page.locator(BOX).press("Enter")
    expect(page.locator(".found a").first).to_be_visible()
    wait_until(page, lambda: bool(asked), "asked for")

    assert asked == ["/donnees/lieux.json"]
    assert page.evaluate("[location.href, history.length]") == before
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_the_box_has_nothing_by_which_a_browser_could_remember_it(finder: Page) -> None:
    """No form, no name; autocomplete and spell check, which may ask a server, are off."""
    box = finder.locator(BOX)

    assert finder.locator("main form").count() == 0
    assert box.get_attribute("name") is None
    assert [box.get_attribute(key) for key in ("autocomplete", "spellcheck", "autocapitalize")] == [
        "off",
        "false",
        "off",
    ]


def test_the_box_works_from_right_to_left(page: Page, visit: Visit) -> None:
    """In Arabic the box finds the Arabic pages, and digits of both kinds."""
    page.goto(f"{visit.address}/ar/reseaux/")

    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert find_all(page, ["٧١٠٠٠"])["٧١٠٠٠"][-1] == "/ar/reseaux/71/"
    assert find_all(page, ["La Réunion"])["La Réunion"] == ["/ar/reseaux/974/"]


def left_of_what_was_typed(playwright: Playwright, visit: Visit, engine: str, profile: Path, ending: str) -> Leftovers:
    """What a browser keeps of words that were typed into boxes, each on a tab of its own, and stand there at its end."""
    context = start(playwright, engine, profile)
    for box, word in TYPED.items():
        page = context.new_page()
        page.goto(f"{visit.address}/fr/{'' if box == SEARCH else 'reseaux/'}")
        page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<input id=ordinary>')")
        page.locator(box).press_sequentially(word)
        page.locator("h1").click()
        page.wait_for_timeout(3500)  # Firefox writes its session each second here, each 15 s elsewhere
    if ending == "closed":
        context.close()
    else:
        kill_browser_of(profile)
    return leftovers(engine, profile, "127.0.0.1", [*TYPED.values()], [])


def test_what_was_typed_is_in_no_file_of_the_browser(
    visit: Visit, tmp_path: Path, subtests: pytest.Subtests, engine: str
) -> None:
    """Neither after the browser is closed with the page open, nor where it is killed while the word stands there.

    A word in an ordinary box is found again in a browser that was killed: the reader would see what was kept.
    """

    def made(ending: str) -> Callable[[Playwright], Leftovers]:
        profile = tmp_path / ending
        return lambda driver: left_of_what_was_typed(driver, visit, engine, profile, ending)

    for ending, left in at_once({ending: made(ending) for ending in ("closed", "killed")}).items():
        with subtests.test(ending):
            assert [word for word in left.texts_on_disk if word != TYPED[ORDINARY]] == []
            assert ending == "closed" or TYPED[ORDINARY] in left.texts_on_disk
            assert left.forms == 0


def test_without_script_the_box_is_not_shown_and_the_list_is(chromium: Browser, visit: Visit) -> None:
    """A box that cannot answer is not offered, nor the map, which is drawn from the list; the list leads on."""
    session = chromium.new_context(java_script_enabled=False, **PHONE)
    page = session.new_page()
    page.goto(f"{visit.address}/fr/reseaux/")

    assert not page.locator(".finder").is_visible()
    assert page.locator(".territories a").count() == 107
    assert not page.locator(".map").is_visible()
    page.locator(".territories a", has_text="42 Loire").click()
    expect(page.locator("h1")).to_contain_text("Loire")
    session.close()


def test_the_map_is_walked_by_keyboard(page: Page, visit: Visit) -> None:
    """Tab goes from département to département by number, each with its name, the one in focus marked, Enter opens it."""
    page.goto(f"{visit.address}/fr/reseaux/")
    page.locator(".map a").nth(0).focus()
    names = []
    for _ in range(3):
        names.append(
            page.evaluate("document.getElementById(document.activeElement.getAttribute('aria-labelledby')).textContent")
        )
        page.keyboard.press("Tab")
    focused = page.evaluate("getComputedStyle(document.activeElement.querySelector('circle')).fill")
    other = page.evaluate("getComputedStyle(document.querySelector('.map a circle')).fill")
    page.keyboard.press("Enter")

    assert names == ["01 Ain", "02 Aisne", "03 Allier"]
    assert focused != other
    expect(page.locator("h1")).to_contain_text("Alpes-de-Haute-Provence")


def test_every_number_of_the_map_is_large_enough_for_a_finger(page: Page, visit: Visit) -> None:
    """On a phone 360 pixels wide, what can be pressed of each is 24 pixels wide and high."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{visit.address}/ar/reseaux/")
    bar = page.evaluate("innerWidth - document.documentElement.clientWidth")  # takes no room on a phone
    page.set_viewport_size({"width": 360 + bar, "height": 740})
    sizes = page.locator(".map circle").evaluate_all(
        "circles => circles.map(circle => circle.getBoundingClientRect()).flatMap(({width, height}) => [width, height])"
    )

    assert len(sizes) == 2 * 107
    assert min(sizes) >= 24


def test_the_map_and_the_list_lead_to_the_same_pages(finder: Page) -> None:
    """Every shape of the map has its line in the list."""
    map_links, list_links = (
        finder.eval_on_selector_all(f"{place} a", "links => links.map(link => link.getAttribute('href'))")
        for place in (".map", ".territories")
    )

    assert map_links == list_links == addresses(*territories())


def test_structures_are_chosen_by_need(page: Page, visit: Visit) -> None:
    """One press shows those who offer it, and says how many; one more shows all again."""
    page.goto(f"{visit.address}/fr/reseaux/71/")
    cards = page.locator("[data-needs]")
    everyone = cards.count()
    button = page.locator("[data-need=dormir]")
    button.click()
    shown = page.locator("[data-needs]:visible")

    assert 0 < shown.count() < everyone
    assert all("dormir" in (card.get_attribute("data-needs") or "") for card in shown.all())
    assert button.get_attribute("aria-pressed") == "true"
    expect(page.locator(".live")).to_contain_text(f"{shown.count()} / {everyone}")
    button.click()
    assert page.locator("[data-needs]:visible").count() == everyone


@pytest.mark.parametrize("slug", chosen(["71", "34", "01"], 1, "départements that are printed"))
def test_a_departement_prints_on_one_sheet(chromium: Browser, visit: Visit, slug: str) -> None:
    """Both sides of one A4 sheet hold everyone who helps there, in each language."""
    page = chromium.new_page()
    for tag in ("fr", "en", "ar"):
        page.goto(f"{visit.address}/{tag}/reseaux/{slug}/")
        sides = len(re.findall(rb"/Type /Page\b(?!s)", page.pdf(format="A4")))

        assert 1 <= sides <= 2, (tag, sides)
    page.close()


def test_a_departement_without_structures_prints_on_one_side(chromium: Browser, visit: Visit) -> None:
    """How to find each kind of help, and the numbers, fit on a page to hand over."""
    page = chromium.new_page()
    page.goto(f"{visit.address}/fr/reseaux/42/")
    sides = page.pdf(format="A4")

    assert len(re.findall(rb"/Type /Page\b(?!s)", sides)) == 1
    page.close()


def places_asked() -> dict[str, list[str]]:
    """What people type, and the départements that are to be offered."""
    lines = (Path(__file__).parents[1] / "search" / "places.txt").read_text("utf-8").splitlines()
    rows = (line.split("|") for line in lines if line and not line.startswith("#"))
    return {typed.strip(): slugs.split() for typed, slugs in rows}


def test_towns_and_words_lead_to_their_departement(page: Page, visit: Visit) -> None:
    """Prefectures and larger towns, short forms, slips, sentences, districts of cities: the first offered is the right one."""
    page.goto(f"{visit.address}/fr/reseaux/")
    know_places(page)
    wanted = places_asked()
    found = find_all(page, list(wanted))
    wrong = {
        typed: hrefs
        for typed, hrefs in found.items()
        if [href.split("/")[3] for href in hrefs][: len(wanted[typed])] != wanted[typed]
    }

    assert wrong == {}


@pytest.mark.exhaustive
def test_every_larger_town_leads_to_its_departement(page: Page, visit: Visit) -> None:
    """Each town of the list, typed as it is written and without accents or hyphens."""
    page.goto(f"{visit.address}/fr/reseaux/")
    know_places(page)
    towns = [(town, slug) for slug in territories() for town in towns_of(slug)]
    found = find_all(page, [town for town, _ in towns])

    assert len(towns) > 2000
    assert [town for town, slug in towns if f"/fr/reseaux/{slug}/" not in found[town]] == []
