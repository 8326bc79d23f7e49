"""The languages on every page: few stand open on the home page, many are folded, and a page still comes in one go."""

from xml.etree import ElementTree

import html5lib
import pytest

from eclaircie.pages.site import Site
from eclaircie.rendering.application import create_app
from eclaircie.rendering.views import render_page
from tests.publish.test_weight import LARGEST_PAGE, weight

NAMES = {
    **{"es": "Español", "pt": "Português", "ro": "Română", "pl": "Polski", "ru": "Русский", "uk": "Українська"},
    **{"tr": "Türkçe", "ka": "ქართული", "sq": "Shqip", "bn": "বাংলা", "ta": "தமிழ்", "zh": "中文"},
    **{"fa": "فارسی", "ps": "پښتو", "prs": "دری"},
}
"""Fifteen languages that the site may have one day."""


def with_eighteen(site: Site, address: str) -> str:
    """A page of the site as it would be with as many languages."""
    inputs = site.inputs(address)
    path = address.split("/", 2)[2]
    inputs["languages"] += [
        {
            **{"tag": tag, "name": name, "href": f"/{tag}/{path}", "current": False},
            "direction": "rtl" if tag in ("fa", "ps", "prs") else "ltr",
        }
        for tag, name in NAMES.items()
    ]
    with create_app(site).test_request_context(address):
        return render_page(inputs)


def tree(html: str) -> ElementTree.Element:
    """A page as a browser reads it."""
    parsed: ElementTree.Element = html5lib.parse(html, namespaceHTMLElements=False)
    return parsed


def test_three_languages_stand_open_on_the_home_page_and_eighteen_are_folded(site: Site) -> None:
    """Whoever opens the site sees the page, and a sign for the languages that needs no words."""
    few, many = (
        tree(create_app(site).test_client().get("/fr/").get_data(as_text=True)),
        tree(with_eighteen(site, "/fr/")),
    )

    assert [len(page.findall(".//header/nav/ul/li/a")) for page in (few, many)] == [3, 0]
    assert [len(page.findall(".//header/nav/details/ul/li/a")) for page in (few, many)] == [0, 18]
    assert many.find(".//header/nav/details/summary/{*}svg") is not None


def test_each_name_says_its_language_and_where_it_differs_its_direction(site: Site) -> None:
    """The same page in each; the direction is said only where it is not that of the page around."""
    links = tree(with_eighteen(site, "/ar/traces/")).findall(".//ul[@class='languages']/li/a")
    told = {link.get("lang"): (link.get("href"), link.get("hreflang"), link.get("dir")) for link in links}

    assert told["pl"] == ("/pl/traces/", "pl", "ltr")
    assert told["fa"] == ("/fa/traces/", "fa", None)
    assert told["ar"] == ("/ar/traces/", "ar", None)


@pytest.mark.parametrize("address", ["/ar/reseaux/71/", "/ar/traces/", "/ar/sujets/", "/fr/"])
def test_with_eighteen_languages_a_page_comes_in_one_go(site: Site, address: str) -> None:
    """The heaviest pages keep the budget of a page."""
    assert not weight(with_eighteen(site, address).encode()).exceeds(LARGEST_PAGE)
