"""What a tab and the history show of the page of a place."""

import re
from collections import Counter
from pathlib import Path

import pytest

from eclaircie.checks.discretion import revealing_in_any
from eclaircie.content.choices import STRUCTURE_TYPES, TAB_KINDS
from eclaircie.content.departments import FURTHER
from eclaircie.pages.site import Site
from eclaircie.rendering.application import create_app
from tests.local_files import network, shelter, structure
from tests.pages.test_local_pages import site_of


def tab(site: Site, path: str, tag: str = "fr") -> str:
    """The title of a page, without the name of the site."""
    html = create_app(site).test_client().get(f"/{tag}/reseaux/71/{path}").get_data(as_text=True)
    [title] = re.findall(r"<title>(.*) · [^·]*</title>", html)
    return str(title)


def test_a_tab_says_in_neutral_words_what_it_is_and_where(tmp_path: Path) -> None:
    """The town where one is received, else the first part that is served, else the département; in the page's language."""
    files = {
        "71/vif.md": network("intercommunalites: [clunisois]\n"),
        "71/a.md": structure("adresse: 12 rue du Port, 71000 Mâcon\n", kind="cidff"),
        "71/b.md": structure("communes: [cluny]\n", kind="ecoute"),
        "71/c.md": structure(kind="caf"),
    }
    site = site_of(tmp_path, files)

    assert {path: tab(site, path) for path in ("", "vif/", "a/", "b/", "c/")} == {
        "": "Saône-et-Loire (71)",
        "vif/": "Services locaux · Communauté de communes du Clunisois",
        "a/": "Droits · Mâcon",
        "b/": "Renseignements · Cluny",
        "c/": "CAF · Saône-et-Loire",
    }
    assert tab(site, "a/", "en") == "Rights · Mâcon"


def test_no_tab_shows_a_number_of_the_police(tmp_path: Path) -> None:
    """One département has that number: its tab has the name alone."""
    tabs = [site_of(tmp_path, {}).inputs(f"/fr/reseaux/{slug}/")["local_tab"]["place"] for slug in ("17", "18")]

    assert tabs == ["Charente-Maritime", "Cher (18)"]


def test_those_alike_are_counted(tmp_path: Path) -> None:
    """In the order of their files, so that each keeps its title while the words of another change."""
    files = {f"71/{name}.md": structure() for name in ("a", "b", "c")}
    site = site_of(tmp_path, files)

    assert [tab(site, f"{name}/") for name in ("a", "b", "c")] == [
        *("Association · Saône-et-Loire", "Association 2 · Saône-et-Loire", "Association 3 · Saône-et-Loire"),
    ]


@pytest.mark.parametrize("file", [shelter(), structure("propose: [dormir]\n"), structure(kind="groupe_de_parole")])
def test_no_tab_tells_the_town_of_what_stays_hidden(tmp_path: Path, file: str) -> None:
    """A shelter, whatever its type, and a support group are only of their département."""
    assert tab(site_of(tmp_path, {"71/a.md": file}), "a/").endswith(" · Saône-et-Loire")


def test_a_writer_may_choose_a_title(tmp_path: Path) -> None:
    """As on any page."""
    assert tab(site_of(tmp_path, {"71/a.md": structure("onglet: Mairie\n")}), "a/") == "Mairie"


def test_every_page_of_a_place_has_a_title_of_its_own(site: Site) -> None:
    """Nobody who has three of them open guesses which is which."""
    paths = [path for path in site.library.pages if path.startswith("reseaux/")]
    tabs = [site.inputs(f"/fr/{path}/") for path in paths]
    titles = Counter(str(each["local_tab"] or each["tab"]) for each in tabs)

    assert [title for title, count in titles.items() if count > 1] == []


def test_what_tabs_call_things_reveals_nothing() -> None:
    """There is a word for each type, and none is on a list of revealing words."""
    assert set(TAB_KINDS.labels) == {"reseau", FURTHER, *STRUCTURE_TYPES.labels}
    assert [word for word in TAB_KINDS.labels.values() if revealing_in_any(word)] == []
