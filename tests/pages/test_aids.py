"""The box that begins the page of an aid: how much, for whom, how long."""

import dataclasses
import datetime
import re
from xml.etree import ElementTree

import pytest

from eclaircie.pages.site import Site
from tests.pages.test_pages import only, shown, words

AID = "/fr/aides/urgence/"


def box(site: Site, address: str = AID) -> ElementTree.Element:
    """The box on the page of an aid."""
    return only(shown(site, address), ".//main/div[@class='card']")


def test_the_amounts_come_first(site: Site) -> None:
    """For each number of children the least and the most of the scale; then for whom, from whom and how long it takes."""
    found = words(box(site))

    assert "Enfants : 0 260,68 € à 651,69 €" in found
    assert "Enfants : 4 677,76 € à 1 694,41 €" in found.replace("\u202f", " ")
    order = [found.index(name) for name in ("Combien", "Enfants", "Pour qui", "Auprès de", "Délai", "À nouveau")]
    assert order == sorted(order)


@pytest.mark.parametrize("tag", ["fr", "en", "ar"])
def test_the_box_stands_before_the_text(site: Site, tag: str) -> None:
    """Nothing of the text is read before it."""
    main = only(shown(site, f"/{tag}/aides/urgence/"), ".//main")
    kinds = [(element.tag, element.get("class")) for element in main]

    assert kinds.index(("div", "card")) < min(at for at, (tag, _) in enumerate(kinds) if tag == "h2")


def test_amounts_are_shown_no_longer_than_they_hold(site: Site) -> None:
    """By the page's own script, and from the day of the build on which they are over; what else is known stays."""
    until = box(site).find(".//*[@data-until]")
    over = words(box(dataclasses.replace(site, today=datetime.date(2027, 6, 1))))

    assert until is not None
    assert re.findall("Enfants", words(until))
    assert "Enfants" not in over
    assert "Les montants ont changé depuis." in over
    assert "3 à 5 jours ouvrés" in over


def test_every_aid_says_whom_it_is_for(site: Site) -> None:
    """So that nobody reads a page through before knowing that."""
    aids = [path for path, document in site.library.pages.items() if document.entry.kind == "aide"]

    assert [path for path in aids if "Pour qui" not in words(box(site, f"/fr/{path}/"))] == []
