"""Where one begins without reading: three touches lead to the page or the number, in every language."""

from collections.abc import Iterator

import pytest

from eclaircie.checks.choices import TOUCHES, Choice, choices
from eclaircie.languages import Language
from eclaircie.pages.site import Site
from eclaircie.places import territories
from tests.settings import PUBLISHED


def paths(choice: Choice, before: tuple[Choice, ...] = ()) -> Iterator[tuple[Choice, ...]]:
    """Every way from a choice to its ends."""
    here = (*before, choice)
    if not choice.within:
        yield here
    for each in choice.within:
        yield from paths(each, here)


@pytest.mark.parametrize("language", PUBLISHED, ids=lambda language: language.tag)
def test_every_way_ends_at_a_page_or_a_number_by_three_touches(site: Site, language: Language) -> None:
    """Each choice has a drawing; no two beside each other have the same words; none is a dead end."""
    text = site.library.pages["commencer"].words(language)[0].body
    ways = [way for choice in choices(text) for way in paths(choice)]

    assert len(ways) > 80
    for way in ways:
        assert len(way) <= TOUCHES
        assert all(choice.drawings and choice.first for choice in way)
        assert all(choice.words for choice in way[:-1])
        [target] = way[-1].targets
        scheme, _, path = target.partition(":")
        assert scheme in ("page", "fiche"), target
        assert path.partition("/")[0] in site.library.fiches if scheme == "fiche" else path in site.library.pages, (
            target
        )
        beside = way[-2].within if len(way) > 1 else choices(text)
        assert len({(choice.words, *choice.targets) for choice in beside}) == len(beside)


def test_each_number_of_danger_is_at_the_end_of_a_way(site: Site) -> None:
    """The 17, the 114, the 39 19, the 115, the 119; and every territory overseas, where others answer."""
    text = site.library.pages["commencer"].words(PUBLISHED[0])[0].body
    ends = {way[-1].targets[0] for choice in choices(text) for way in paths(choice)}
    overseas = {f"page:reseaux/{slug}" for slug, place in territories().items() if place.group != "metropole"}

    assert {f"fiche:{name}/numero" for name in ("secours", "ecoute", "toit", "enfance", "sante")} <= ends
    assert {"fiche:sms/sms", "page:reseaux"} | overseas <= ends
