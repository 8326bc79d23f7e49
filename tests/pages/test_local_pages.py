"""What local pages are given: the finder, a département, a network, a structure."""

import datetime
import json
from pathlib import Path

import pytest

from eclaircie.content.service_areas import holds_in
from eclaircie.loading import read_site
from eclaircie.pages.finder import known_places
from eclaircie.pages.local_pages import FILTER_FROM, MOST_TOLD
from eclaircie.pages.site import Site
from eclaircie.places import communes, straddling, territories
from eclaircie.publish.portable import copy_of
from tests.local_files import PLACES, department, landmark, network, news, page, shelter, structure, write
from tests.small_site import BEFORE_REVIEW, CHECKED, write_small_content

LOCAL = "/fr/reseaux/71/"


def site_of(folder: Path, files: dict[str, str], today: datetime.date = BEFORE_REVIEW, base_url: str = "") -> Site:
    """The small site with a page of places, and the files given."""
    content = write_small_content(folder / "content")
    write(content, {"fr/reseaux/index.md": PLACES, **files})
    return read_site(today, content=content, base_url=base_url)


def titles(items: list[dict[str, str]]) -> list[str]:
    """The titles of what a page lists."""
    return [item["title"] for item in items]


# A département


def test_a_departement_that_nobody_wrote_still_has_what_is_known(tmp_path: Path) -> None:
    """Its names, national lines and landmarks; no network, structure or news."""
    found = site_of(tmp_path, {"trouver/a.md": landmark(title="Trouver la CAF")}).inputs(LOCAL)

    assert found["territory"] == {
        "code": "71",
        "slug": "71",
        "name": "Saône-et-Loire",
        "region": "Bourgogne-Franche-Comté",
        "href": LOCAL,
    }
    assert (found["networks"], found["structures"], found["news"], found["needs"]) == ([], [], [], [])
    assert titles(found["landmarks"]) == ["Trouver la CAF"]
    assert found["lines"] != []


def test_a_departement_lists_only_its_own(tmp_path: Path) -> None:
    """Networks, structures and news of the neighbours are on their page."""
    files = {
        "71/vif.md": network(title="Réseau d'ici"),
        "71/a.md": structure(title="Service d'ici"),
        "fr/reseaux/01/vif.md": network(title="Réseau voisin"),
        "fr/reseaux/01/a.md": structure(title="Service voisin"),
        "fr/reseaux/01/n.md": news(title="Rencontre voisine"),
    }
    found = site_of(tmp_path, files).inputs(LOCAL)

    assert (titles(found["networks"]), titles(found["structures"]), found["news"]) == (
        ["Réseau d'ici"],
        ["Service d'ici"],
        [],
    )


def test_local_pages_are_in_no_other_list(tmp_path: Path) -> None:
    """A département shows its files its own way, and the page of places does not list a hundred names twice."""
    site = site_of(tmp_path, {"71/index.md": department(), "71/a.md": structure()})

    assert (site.inputs(LOCAL)["children"], site.inputs("/fr/reseaux/")["children"]) == ([], [])


def test_structures_come_by_order_then_by_type_then_by_name(tmp_path: Path) -> None:
    """Listening first, then shelter, then the others, unless a writer says an order."""
    files = {
        "71/a.md": structure(title="Une association"),
        "71/b.md": structure(kind="caf", title="La CAF"),
        "71/c.md": shelter(title="Un abri"),
        "71/d.md": structure(kind="ecoute", title="Une écoute"),
        "71/e.md": structure("ordre: 5\n", title="D'abord"),
        "71/f.md": structure(title="Une autre association"),
    }

    assert titles(site_of(tmp_path, files).inputs(LOCAL)["structures"]) == [
        *("D'abord", "Une écoute", "Un abri", "La CAF", "Une association", "Une autre association"),
    ]


@pytest.mark.parametrize(("count", "needs"), [(FILTER_FROM - 1, []), (FILTER_FROM, ["parler", "dormir", "argent"])])
def test_needs_are_offered_where_there_is_a_choice(tmp_path: Path, count: int, needs: list[str]) -> None:
    """With a few structures one reads them all; what presses most comes first."""
    files = {f"71/s{n}.md": structure("propose: [parler, argent]\n") for n in range(count - 1)}
    files["71/t.md"] = structure("propose: [dormir]\n")

    assert site_of(tmp_path, files).inputs(LOCAL)["needs"] == needs


def test_one_need_alone_is_no_choice(tmp_path: Path) -> None:
    """Where all offer the same, there is nothing to choose."""
    files = {f"71/s{n}.md": structure("propose: [parler]\n") for n in range(FILTER_FROM)}

    assert site_of(tmp_path, files).inputs(LOCAL)["needs"] == []


@pytest.mark.parametrize(("structures", "told"), [(MOST_TOLD - 2, True), (MOST_TOLD - 1, False)])
def test_a_page_of_many_contacts_tells_less_of_each(tmp_path: Path, structures: int, told: bool) -> None:
    """A desk counts as a structure does; the page of each tells all."""
    files = {f"71/s{n}.md": structure() for n in range(structures - 1)}
    files["71/t.md"] = structure("accueils: [{lieu: Mairie}, {lieu: Hôpital}]\n")

    assert site_of(tmp_path, files).inputs(LOCAL)["tells_more"] is told


def test_the_days_of_checking_are_told_once(tmp_path: Path) -> None:
    """The first and the last; all are to be confirmed from the day on which the first of them is."""
    files = {f"71/{day}.md": structure().replace("11-01", f"11-{day}") for day in ("05", "01", "20")}
    site = site_of(tmp_path, files)
    found = site.inputs(LOCAL)

    assert (found["checked"], found["first_review"]) == (["2026-11-01", "2026-11-20"], "2027-11-01")
    assert site.inputs("/fr/reseaux/01/")["checked"] == []


def test_a_departement_knows_its_neighbours(tmp_path: Path) -> None:
    """Those who live at its edge may be nearer to others; each has its name and its address."""
    beside = site_of(tmp_path, {}).inputs("/ar/reseaux/71/")["beside"]

    assert {item["slug"] for item in beside} == set(territories()["71"].beside)
    assert {"name": "Ain", "href": "/ar/reseaux/01/"}.items() <= next(i for i in beside if i["slug"] == "01").items()


def test_an_island_has_no_neighbour(tmp_path: Path) -> None:
    """And says that it is overseas."""
    site = site_of(tmp_path, {})
    island, mainland = site.inputs("/fr/reseaux/974/"), site.inputs(LOCAL)

    assert (island["beside"], island["overseas"], mainland["overseas"]) == ([], True, False)


# News


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        ("2026-11-30", ["Un jour", "Trois jours"]),
        ("2026-12-01", ["Un jour", "Trois jours"]),
        ("2026-12-02", ["Trois jours"]),
        ("2026-12-03", ["Trois jours"]),
        ("2026-12-04", []),
    ],
)
def test_news_leave_when_their_last_day_is_over(tmp_path: Path, today: str, shown: list[str]) -> None:
    """By the day of the build, which the page's own script completes."""
    files = {
        "71/a.md": news("debut: 2026-12-01\nfin: 2026-12-03", title="Trois jours", kind="formation"),
        "71/b.md": news("debut: 2026-12-01", title="Un jour"),
    }
    found = site_of(tmp_path, files, datetime.date.fromisoformat(today)).inputs(LOCAL)["news"]

    assert sorted(titles(found)) == sorted(shown)


def test_news_come_by_their_first_day(tmp_path: Path) -> None:
    """The next one first, and each says all that one needs to come."""
    files = {
        "71/a.md": news("debut: 2027-01-10\nfin: 2027-01-12\nlieu: Mairie\nnumero: 03 85 12 34 56", title="Plus tard"),
        "71/b.md": news("debut: 2026-12-01\ncontacts: [ecoute]", title="Bientôt"),
    }
    soon, later = site_of(tmp_path, files).inputs(LOCAL)["news"]

    assert (soon["title"], soon["start"], soon["end"], soon["last_day"]) == (
        "Bientôt",
        "2026-12-01",
        None,
        "2026-12-01",
    )
    assert (later["end"], later["last_day"]) == ("2027-01-12", "2027-01-12")
    assert (later["place"], later["number"]) == ("Mairie", "03 85 12 34 56")
    assert titles(soon["contacts"]) == ["Être écoutée"]


def test_the_links_of_news_and_landmarks_are_resolved(tmp_path: Path) -> None:
    """They are shown within the page, so the page knows where they lead."""
    files = {
        "71/a.md": news(body="Voir [](fiche:conseils)."),
        "trouver/a.md": landmark(body="Voir [](page:aider)."),
    }

    assert set(site_of(tmp_path, files).inputs(LOCAL)["references"]) == {"fiche:conseils", "page:aider"}


# Landmarks and national lines by territory


def test_landmarks_are_shown_where_they_hold(tmp_path: Path) -> None:
    """Everywhere where they name no territory, else in those they name."""
    files = {
        "trouver/a.md": landmark("ordre: 1\n", title="Partout"),
        "trouver/b.md": landmark("ordre: 2\nterritoires: [metropole]\n", title="En métropole"),
        "trouver/c.md": landmark("ordre: 3\nterritoires: [outre_mer]\n", title="Outre-mer"),
        "trouver/d.md": landmark("ordre: 4\nterritoires: [reunion, polynesie]\n", title="Dans deux îles"),
    }
    site = site_of(tmp_path, files)

    assert {slug: titles(site.inputs(f"/fr/reseaux/{slug}/")["landmarks"]) for slug in ("71", "974", "971", "987")} == {
        "71": ["Partout", "En métropole"],
        "974": ["Partout", "Outre-mer", "Dans deux îles"],
        "971": ["Partout", "Outre-mer"],
        "987": ["Partout", "Dans deux îles"],
    }


def test_where_a_kind_of_help_is_known_its_own_page_tells_how_to_find_others(tmp_path: Path) -> None:
    """Those of the mainland: a text about one island tells what there is on it, whoever else helps there."""
    files = {
        "71/a.md": structure(kind="caf"),
        "fr/reseaux/974/a.md": structure(kind="caf"),
        "trouver/a.md": landmark(title="Trouver la CAF"),
        "trouver/b.md": landmark("territoires: [reunion]\n", title="À La Réunion"),
    }
    site = site_of(tmp_path, files)
    pages = ("71/", "71/a/", "974/", "974/a/", "01/")

    assert {at: titles(site.inputs(f"/fr/reseaux/{at}")["landmarks"]) for at in pages} == {
        "71/": [],
        "71/a/": ["Trouver la CAF"],
        "974/": ["À La Réunion"],
        "974/a/": ["Trouver la CAF"],
        "01/": ["Trouver la CAF"],
    }


def line(title: str, header: str) -> str:
    """A line."""
    return page("ligne", f"nom: Service\n{header}\n{CHECKED}", title=title)


def test_national_lines_are_those_of_the_home_page_and_those_for_danger(tmp_path: Path) -> None:
    """The home page's first; others, which are about rights, are not repeated on every page."""
    assert titles(site_of(tmp_path, {}).inputs(LOCAL)["lines"]) == ["Être écoutée", "Danger", "Écrire"]


def test_a_line_is_shown_overseas_only_where_it_is_known_to_answer(tmp_path: Path) -> None:
    """Nobody there is sent to a number that rings in vain."""
    files = {
        "fr/numeros/secours.md": line(
            "Danger", 'numero: "17"\nsecours: oui\nterritoires: [metropole, outre_mer, saint_martin]'
        ),
        "fr/numeros/ile.md": line("L'île", "numero: 0262 12 34 56\nsecours: oui\nterritoires: [reunion]"),
    }
    site = site_of(tmp_path, files)

    assert {
        slug: titles(site.inputs(f"/fr/reseaux/{slug}/")["lines"]) for slug in ("71", "974", "971", "978", "988")
    } == {
        "71": ["Être écoutée", "Danger", "Écrire"],
        "974": ["L'île", "Danger"],
        "971": ["Danger"],
        "978": ["Danger"],
        "988": [],
    }


def test_a_line_without_a_number_is_not_among_them(tmp_path: Path) -> None:
    """A site to write to is no line for danger."""
    files = {"fr/numeros/site.md": line("Un site", "site: https://essai.test\nsecours: oui")}

    assert "Un site" not in titles(site_of(tmp_path, files).inputs(LOCAL)["lines"])


@pytest.mark.parametrize(
    ("group", "named", "holds"),
    [
        *(("metropole", (), True), ("reunion", (), False), ("polynesie", (), False)),
        *(
            ("metropole", ("metropole",), True),
            ("metropole", ("outre_mer",), False),
            ("reunion", ("metropole",), False),
        ),
        *((group, ("outre_mer",), True) for group in ("guadeloupe", "martinique", "guyane", "reunion", "mayotte")),
        *((group, ("outre_mer",), False) for group in ("polynesie", "nouvelle_caledonie", "saint_martin")),
        *(
            ("polynesie", ("outre_mer", "polynesie"), True),
            ("mayotte", ("reunion",), False),
            ("mayotte", ("mayotte",), True),
        ),
    ],
)
def test_where_something_holds(group: str, named: tuple[str, ...], holds: bool) -> None:
    """What names no territory is known for the mainland; `outre_mer` is the five départements overseas."""
    assert holds_in(group, named) is holds


def test_every_group_of_territories_can_be_named() -> None:
    """A writer can say of each territory that something holds there."""
    groups = {territory.group for territory in territories().values()}

    assert {group for group in groups if not holds_in(group, (group,))} == set()


# Networks and structures


def test_a_network_shows_its_structures_and_its_news(tmp_path: Path) -> None:
    """Those that name it, and no others."""
    files = {
        "71/vif.md": network(),
        "71/autre.md": network(),
        "71/a.md": structure("reseaux: [vif, autre]\n", title="Dans les deux"),
        "71/b.md": structure("reseaux: [autre]\n", title="Dans l'autre"),
        "71/c.md": news("debut: 2026-12-01\nreseaux: [vif]", title="Pour lui"),
        "71/d.md": news("debut: 2026-12-01\nreseaux: [autre]", title="Pour l'autre"),
        "71/e.md": news(title="Pour tous"),
    }
    found = site_of(tmp_path, files).inputs("/fr/reseaux/71/vif/")

    assert (titles(found["members"]), titles(found["news"])) == (["Dans les deux"], ["Pour lui"])
    assert found["territory"]["name"] == "Saône-et-Loire"


def test_a_structure_shows_its_networks(tmp_path: Path) -> None:
    """And has no news of its own."""
    files = {"71/vif.md": network(title="Le réseau"), "71/a.md": structure("reseaux: [vif]\n")}
    found = site_of(tmp_path, files).inputs("/fr/reseaux/71/a/")

    assert titles(found["members"]) == ["Le réseau"]
    assert "news" not in found


def test_the_area_is_told_by_official_names(tmp_path: Path) -> None:
    """However a writer spelled them; an intercommunality stands for its communes."""
    files = {"71/vif.md": network("communes: [macon, 71137]\nintercommunalites: [clunisois]\n")}
    found = site_of(tmp_path, files)

    assert found.inputs("/fr/reseaux/71/vif/")["area"] == ["Cluny", "Mâcon", "Communauté de communes du Clunisois"]
    assert found.inputs(LOCAL)["networks"][0]["area"] == ["Cluny", "Mâcon", "Communauté de communes du Clunisois"]


def test_a_contact_that_is_a_line_brings_its_number(tmp_path: Path) -> None:
    """A service without a number of its own is reached through it; the overseas number comes along."""
    files = {
        "fr/numeros/aide.md": line("Être aidée", "numero: 0 800 00 00 01\nnumero_outre_mer: +33 1 80 00 00 01"),
        "71/a.md": structure().replace("[ecoute]", "[aide]"),
    }
    site = site_of(tmp_path, files)

    [contact] = site.inputs("/fr/reseaux/71/a/")["contacts"]
    assert (contact["title"], contact["href"]) == ("Être aidée", "/fr/numeros/aide/")
    numbers = (contact["nom"], contact["numero"], contact["numero_outre_mer"])
    assert numbers == ("Service", "0 800 00 00 01", "+33 1 80 00 00 01")


def test_a_contact_that_is_a_structure_leads_to_its_page(tmp_path: Path) -> None:
    """In the language of the reader, under the path of the site, in the order that the writer chose."""
    files = {
        "71/a.md": structure("numero: 03 85 12 34 56\n", title="Le CIDFF"),
        "71/b.md": structure().replace("[ecoute]", "[71-a, conseils]"),
    }
    contacts = site_of(tmp_path, files, base_url="https://example.org/aide/").inputs("/en/reseaux/71/b/")["contacts"]

    assert [(contact["href"], contact["title"], contact["numero"]) for contact in contacts] == [
        ("/aide/en/reseaux/71/a/", "Le CIDFF", "03 85 12 34 56"),
        ("/aide/en/numeros/conseils/", "Your rights", "0 800 00 00 01"),
    ]
    assert [contact["lang"] for contact in contacts] == ["fr", "en"]


@pytest.mark.parametrize(("today", "old"), [("2027-11-01", False), ("2027-11-02", True)])
def test_old_facts_are_said_to_be_old(tmp_path: Path, today: str, old: bool) -> None:
    """On the card and on the page, a year after they were checked."""
    files = {"71/a.md": structure()}
    site = site_of(tmp_path, files, datetime.date.fromisoformat(today))

    [card] = site.inputs(LOCAL)["structures"]
    assert (card["old"], card["review_day"], site.inputs("/fr/reseaux/71/a/")["old"]) == (old, "2027-11-01", old)


def test_a_shelter_shows_no_area(tmp_path: Path) -> None:
    """It is listed with its contacts only."""
    [card] = site_of(tmp_path, {"71/abri.md": shelter(title="Un abri")}).inputs(LOCAL)["structures"]

    assert (card["area"], titles(card["contacts"])) == ([], ["Être écoutée"])


# The finder


def test_the_finder_has_every_territory_with_its_place_on_the_map(tmp_path: Path) -> None:
    """In the official order, each with its address in the language of the page."""
    inputs = site_of(tmp_path, {}).inputs("/en/reseaux/")
    found = inputs["territories"]

    assert [item["code"].lower() for item in found] == list(territories())
    assert {"name": "Corse-du-Sud", "code": "2A", "href": "/en/reseaux/2a/"}.items() <= found[19].items()
    assert [item["label"] for item in found] == [territory.label for territory in territories().values()]
    assert inputs["outline"].startswith("M")


def test_the_finder_leads_from_a_postcode_to_its_network(tmp_path: Path) -> None:
    """By the postcodes of all communes that the network serves."""
    files = {"71/vif.md": network("communes: [Mâcon]\nintercommunalites: [Clunisois]\n", title="Le réseau")}
    [found] = known_places(site_of(tmp_path, files).listing)["networks"]["71"]
    expected = {
        code for commune in communes("71") if commune.intercommunality == "200040293" for code in commune.postcodes
    }

    assert (found["titles"]["ar"], found["folder"]) == (["Le réseau", "fr"], "vif/")
    assert found["postcodes"] == sorted(expected | {"71000"})


def test_a_network_for_the_whole_departement_has_no_postcode(tmp_path: Path) -> None:
    """The page of the département leads to it."""
    assert known_places(site_of(tmp_path, {"71/vif.md": network()}).listing)["networks"] == {}


def test_the_finder_knows_the_postcodes_that_straddle_and_the_larger_towns(tmp_path: Path) -> None:
    """Some postcodes lie in another territory than their first digits tell, or in two; each territory with towns has its own."""
    known = known_places(site_of(tmp_path, {}).listing)

    assert straddling().items() <= known["straddling"].items()
    assert {"Mâcon", "Chalon-sur-Saône"} <= set(known["towns"]["71"])
    assert "Ajaccio" in known["towns"]["2a"]
    assert sum(map(len, known["towns"].values())) > 2000


def test_a_copy_carries_what_its_finder_knows(tmp_path: Path) -> None:
    """Opened from files, it can ask for nothing."""
    site = site_of(tmp_path, {})

    assert site.inputs("/fr/reseaux/")["known"] is None
    assert "Mâcon" in copy_of(site).inputs("/fr/reseaux/")["known"]


@pytest.mark.parametrize("address", ["/fr/reseaux/", LOCAL, "/ar/reseaux/71/vif/", "/en/reseaux/71/a/"])
def test_a_local_page_is_given_plain_data(tmp_path: Path, address: str) -> None:
    """Its fingerprint is made from it, so JSON must hold it all."""
    files = {"71/vif.md": network("communes: [Mâcon]\n"), "71/a.md": structure("reseaux: [vif]\n"), "71/n.md": news()}
    text = json.dumps(site_of(tmp_path, files).inputs(address))

    assert json.dumps(json.loads(text)) == text


def test_other_pages_are_given_nothing_local(tmp_path: Path) -> None:
    """A page of words stays as small as it was."""
    assert {"territory", "territories", "structures", "news"}.isdisjoint(site_of(tmp_path, {}).inputs("/fr/aider/"))
