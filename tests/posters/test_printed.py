"""Which facts are printed: paper is never mended."""

import re
from pathlib import Path

import pytest

from eclaircie.content.local import FOLDER
from eclaircie.content.privacy import is_shelter
from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.places import territories
from eclaircie.posters.printed import Printed
from eclaircie.posters.sheets import Order, facts_of
from eclaircie.project import CONTENT
from eclaircie.rendering.application import create_app
from tests.conftest import TODAY, MakeContent

POINT = "fr/reseaux/71/mjd.md"
"""A service whose number is doubtful, as long as nobody has confirmed it."""


def printed_of(site: Site, slug: str | None) -> Printed:
    """What may be printed of a site."""
    return facts_of(Order(site, slug, ""), create_app(site))


@pytest.fixture
def with_sure_number(make_content: MakeContent) -> Path:
    """The real content, once somebody has confirmed one number of a département."""
    text = (CONTENT / POINT).read_text("utf-8")
    assert re.search(r"^a_confirmer: \[.*numero", text, re.MULTILINE)
    return make_content({POINT: re.sub(r"^a_confirmer: .*\n", "", text, flags=re.MULTILINE)})


def test_a_doubtful_number_is_left_out_and_told(site: Site) -> None:
    """Whoever prints hears whose it is, and can have it confirmed."""
    facts, name = printed_of(site, "71"), "Maison de justice et du droit de Chalon-sur-Saône"
    assert name in facts.left_out
    assert name not in [entry.name for entry in facts.local]


def test_a_confirmed_number_is_printed_before_all_others(with_sure_number: Path) -> None:
    """It is what one looks for."""
    facts = printed_of(read_site(TODAY, content=with_sure_number), "71")
    assert (facts.local[0].name, facts.local[0].number, facts.local[0].is_line) == (
        "Maison de justice et du droit de Chalon-sur-Saône",
        "03 85 90 87 80",
        False,
    )


def test_a_number_that_nobody_checked_in_time_is_left_out(with_sure_number: Path) -> None:
    """Years later it may be another's."""
    site = read_site(TODAY.replace(year=TODAY.year + 3), content=with_sure_number)
    facts = printed_of(site, "71")
    assert "Maison de justice et du droit de Chalon-sur-Saône" in facts.left_out
    assert facts.local == ()


def test_no_shelter_is_printed_anywhere(site: Site) -> None:
    """Neither by its name nor by a number: one gets there by a national line."""
    shelters = {d.path for d in site.library.documents.values() if d.has_words and is_shelter(d.facts)}
    assert shelters
    for slug in territories():
        assert not shelters & {entry.path for entry in printed_of(site, slug).local}


@pytest.mark.parametrize("slug", [None, "71", "971", "975", "986", "987", "988"])
def test_a_sheet_has_the_numbers_of_the_bar_of_its_pages(site: Site, slug: str | None) -> None:
    """Those that are known to answer there, overseas too."""
    address = f"/fr/{FOLDER}/{slug}/" if slug else "/fr/"
    bar = [shown["number"] for shown in site.inputs(address)["bar"]]
    facts = printed_of(site, slug)
    assert [entry.number for entry in facts.bar.values()] == bar
    assert facts.strip.number in bar
    assert {entry.number for entry in facts.neutral.values()} <= {"15", "17", "18", "114"}
