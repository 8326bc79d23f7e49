"""The lines of a section, by what one calls them for."""

from pathlib import Path
from xml.etree import ElementTree

from eclaircie.content.choices import LINE_NEEDS
from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from tests.pages.test_pages import only, shown, words
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content


def needing(name: str, need: str) -> dict[str, str]:
    """The file of a line of the small site, with what one calls it for."""
    path = f"fr/numeros/{name}.md"
    return {path: FILES[path].replace("genre: ligne", f"genre: ligne\n        besoin: {need}")}


def test_those_in_most_haste_come_first(tmp_path: Path) -> None:
    """And last those of which no file says what for; in a group, the order is that of their files."""
    files = {**needing("secours", "danger"), **needing("ecoute", "parler"), **needing("conseils", "parler")}
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path, files))
    groups = site.inputs("/fr/numeros/")["line_groups"]

    assert [(group["need"], [line["title"] for line in group["lines"]]) for group in groups] == [
        ("danger", ["Danger"]),
        ("parler", ["Vos droits", "Être écoutée"]),
        (None, ["Écrire"]),
    ]


def test_where_no_page_says_whom_to_tell_of_a_mistake_no_link_leads_there(small: Site) -> None:
    """An association that has not written one yet publishes all the same."""
    assert "contact" not in small.inputs("/fr/numeros/conseils/")["links"]


def test_every_line_of_the_real_site_says_what_for(site: Site) -> None:
    """So that the page of numbers has a heading for each, and none is left over at its end."""
    groups = site.inputs("/fr/numeros/")["line_groups"]

    assert [group["need"] for group in groups] == list(LINE_NEEDS.labels)


def links(element: ElementTree.Element) -> list[str]:
    """Where the links of a page lead, in order."""
    return [link.get("href", "") for link in element.iter("a")]


def test_each_number_is_dialled_from_the_page_of_numbers(site: Site) -> None:
    """Before anything is said of the bill, and beside a link to its own page."""
    main = only(shown(site, "/fr/numeros/"), ".//main")
    text, found = words(main), links(main)

    assert {"tel:17", "sms:114", "tel:3919", "tel:115", "tel:119", "tel:0800059595"} <= set(found)
    assert found.index("tel:17") == found.index("/fr/numeros/secours/") + 1
    assert text.index("31 14") < text.index("Sur la facture")


def test_a_number_comes_before_all_that_is_said_of_it(site: Site) -> None:
    """The button, then what it costs, when it answers, in which languages and what the bill shows; then the text."""
    for tag in ("fr", "ar"):
        main = only(shown(site, f"/{tag}/numeros/ecoute/"), ".//main")
        order = [next(iter(element.iter())) for element in main if element.get("class") in ("call", "essentials")]
        first_text = next(at for at, element in enumerate(main) if element.tag == "h2")

        assert [element.get("class") for element in order] == ["call", "essentials"]
        assert len(order[1].findall("div")) == 4
        assert max(list(main).index(element) for element in order) < first_text


def test_whoever_finds_nobody_is_told_whom_else_to_call(site: Site) -> None:
    """A number's page ends with where to tell it, and that page begins by saying that it answers no call for help."""
    for tag in ("fr", "en", "ar"):
        assert f"/{tag}/apropos/contact/" in links(only(shown(site, f"/{tag}/numeros/droits/"), ".//main"))
        contact = only(shown(site, f"/{tag}/apropos/contact/"), ".//main")
        first = words(next(element for element in contact if element.tag == "p" and not element.get("class")))
        assert all(number in first for number in ("17", "114", "39 19")), first
