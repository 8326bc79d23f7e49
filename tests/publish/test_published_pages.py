"""What every published page says of itself to browsers, and that it keeps saying it as time passes."""

import datetime
from collections.abc import Iterator
from xml.etree import ElementTree

import html5lib
import pytest

from eclaircie.content.models import Helpline
from eclaircie.content.numbers import numbers_of
from eclaircie.content.values import digits_of
from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.rendering.application import create_app
from tests.parsed import Pages
from tests.settings import PUBLISHED

METAS = {
    "referrer": "no-referrer",
    "format-detection": "telephone=no",
    "color-scheme": "light dark",
}
"""Without `referrer`, the exit tells the next site where one comes from, where the host sends no header. Without
`format-detection`, iPhones make of dates and amounts numbers that can be called."""

LATER = datetime.date(2031, 6, 15)
"""When every fact of today's content is past its review."""

DIRECTIONS = {language.tag: language.direction for language in PUBLISHED}


def test_every_page_tells_the_browser_what_it_must_not_do(pages: Pages) -> None:
    """No page says where one comes from, and none lets figures become numbers to call."""
    for name, page in pages.items():
        told = {meta.get("name"): meta.get("content", "") for meta in page.iterfind("./head/meta[@name]")}

        assert {key: told.get(key) for key in METAS} == METAS, name


def with_direction(element: ElementTree.Element, direction: str) -> Iterator[tuple[ElementTree.Element, str]]:
    """Each element below one, and the direction in which a browser sets it."""
    for child in element:
        own = child.get("dir") or ("auto" if child.tag == "bdi" else direction)
        yield child, own
        yield from with_direction(child, own)


def test_words_of_another_language_are_set_in_its_direction(pages: Pages) -> None:
    """French sentences on an Arabic page run from left to right, in lists and cards as in the text."""
    wrong = []
    for name, page in pages.items():
        for element, direction in with_direction(page, page.get("dir", "")):
            # Lists of names and map codes keep the order of the page; what counts there is that each name stays whole.
            is_list_of_names = element.get("class") == "territories" or element.tag.endswith("g")
            tag = element.get("lang")
            if (
                tag
                and direction not in ("auto", DIRECTIONS[tag])
                and not is_list_of_names
                and "".join(element.itertext()).strip()
            ):
                wrong.append((name, element.tag, "".join(element.itertext())[:40]))

    assert wrong == []


@pytest.fixture(scope="module")
def late() -> Site:
    """The real site, years after the last review."""
    return read_site(LATER, base_url="https://example.org/")


def test_no_emergency_number_is_ever_doubted(late: Site) -> None:
    """Years after the last review, the numbers of the emergency services stand as they are on their pages."""
    client = create_app(late).test_client()
    emergency = [
        document.path
        for document in late.library.fiches.values()
        if isinstance(document.entry, Helpline) and document.entry.is_emergency
    ]

    others = [document.path for document in late.library.fiches.values() if document.path not in emergency]

    def doubts(path: str, tag: str) -> int:
        page = html5lib.parse(client.get(f"/{tag}/{path}/").text, namespaceHTMLElements=False)
        return len(page.findall(".//main//*[@class='doubt']"))

    assert {(path, tag): doubts(path, tag) for path in emergency for tag in ("fr", "ar") if doubts(path, tag)} == {}
    assert len(emergency) >= 4
    assert any(doubts(path, "fr") for path in others[:5]), "nothing is doubted: the day is too early"


def test_emergency_numbers_are_not_doubted_in_rows_and_cards(late: Site) -> None:
    """Wherever such a number stands in a row of a list, or as a card in a text, nothing casts doubt on it."""
    client = create_app(late).test_client()
    emergency = {
        digits_of(number)
        for document in late.library.fiches.values()
        if isinstance(document.entry, Helpline) and document.entry.is_emergency
        for number in numbers_of(document.entry)
    }
    for path in ("/fr/", "/fr/numeros/", "/fr/faire/alerte/", "/ar/numeros/", "/ar/faire/alerte/"):
        page = html5lib.parse(client.get(path).text, namespaceHTMLElements=False)
        seen = set()
        for item in page.iterfind(".//main//li"):
            called = {link.get("href", "").partition(":")[2] for link in item.iter("a")} & emergency
            seen |= called
            assert not called or item.findall(".//*[@class='doubt']") == [], (path, called)
        assert seen, path


def test_what_leads_to_another_site_takes_the_whole_window(pages: Pages) -> None:
    """In a frame most other sites refuse to be shown, and without script the exit would be one of them."""
    leading = [
        (name, link.get("href"), link.get("target"))
        for name, page in pages.items()
        for link in page.iter("a")
        if link.get("href", "").startswith("https://")
    ]

    assert leading
    assert {found for found in leading if found[2] != "_top"} == set()
