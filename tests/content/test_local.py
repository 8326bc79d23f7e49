"""Local files: what they may say, how they are named and found, which communes they serve."""

from pathlib import Path

import pytest

from eclaircie.content.base import facts_of
from eclaircie.content.departments import Department, Landmark, Places
from eclaircie.content.folding import plain
from eclaircie.content.library import Library, load
from eclaircie.content.local import Local, Network, News, Structure
from eclaircie.content.models import MODELS, Helpline
from eclaircie.content.service_areas import find_commune, find_intercommunality, served_communes
from eclaircie.languages import ARABIC, ENGLISH, FRENCH
from eclaircie.messages.faults import Faults
from eclaircie.places import communes, intercommunalities, territories
from tests.local_files import (
    BASE,
    LINE,
    PLACES,
    department,
    landmark,
    library_of,
    network,
    news,
    page,
    shelter,
    structure,
    write,
)

WORDS = {"titre": "Un titre", "resume": "Une phrase."}


def faults_of(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """What is wrong when files are read: code, and file and line."""
    write(folder, {**BASE, **files})
    faults = Faults()
    load(folder, faults)
    return [(fault.code, fault.where(folder)) for fault in faults]


# What a header may say


@pytest.mark.parametrize(
    ("kind", "model"),
    [
        ("lieux", Places),
        ("departement", Department),
        ("reseau", Network),
        ("structure", Structure),
        ("actualite", News),
        ("repere", Landmark),
    ],
)
def test_each_local_kind_has_its_model(kind: str, model: type) -> None:
    """Writers name the kind in French."""
    assert MODELS[kind] is model


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (structure().replace("nom: Un service\n", ""), "nom"),
        (structure().replace("type: association\n", ""), "type"),
        (network().replace("nom: Un réseau\n", ""), "nom"),
        (news(""), "debut"),
        (news().replace("type: rencontre\n", ""), "type"),
        (landmark().replace("type: caf\n", ""), "type"),
    ],
)
def test_what_a_local_file_cannot_go_without(tmp_path: Path, text: str, key: str) -> None:
    """A name where someone helps, a type where there are several, a day where something happens."""
    write(tmp_path, {**BASE, "71/a.md": text})
    faults = Faults()
    load(tmp_path, faults)

    assert [(fault.code, dict(fault.values)["key"]) for fault in faults] == [("missing_key", key)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (structure(kind="foyer"), 6),
        (structure("propose: [dormir, manger]\n"), 10),
        (structure("pour: [tous]\n"), 10),
        (structure("dans: mairie\n"), 10),
        (structure("cout: cher\n"), 10),
        (structure("acces_handicap: [escalier]\n"), 10),
        (structure(kind="mairie"), 6),
        (news(kind="fete"), 5),
        (landmark("territoires: [71]\n"), 6),
    ],
)
def test_a_choice_that_does_not_exist_is_refused(tmp_path: Path, text: str, line: int) -> None:
    """Types, needs, publics and the rest are chosen from a list."""
    assert faults_of(tmp_path, {"71/a.md": text}) == [("wrong_choice", f"fr/reseaux/71/a.md:{line}")]


def test_a_landmark_may_be_about_the_town_hall() -> None:
    """It is a place to ask, and nobody's structure."""
    assert Landmark.model_validate({**WORDS, "genre": "repere", "type": "mairie"}).type == "mairie"


@pytest.mark.parametrize(
    ("end", "last"), [(None, "2026-12-01"), ("2026-12-01", "2026-12-01"), ("2026-12-03", "2026-12-03")]
)
def test_news_last_until_their_last_day(end: str | None, last: str) -> None:
    """Without an end they last a day."""
    data = {**WORDS, "type": "formation", "debut": "2026-12-01", **({"fin": end} if end else {})}

    assert News.model_validate(data).last_day.isoformat() == last


def test_facts_of_a_structure_bear_the_names_that_writers_know() -> None:
    """Templates and writers speak of the same keys; days are text."""
    entry = Structure.model_validate(
        {**WORDS, "genre": "structure", "nom": "N", "type": "caf", "propose": ["argent"], "verifie_le": "2026-11-01"}
    )
    facts = facts_of(entry)

    assert (facts["nom"], facts["type"], facts["propose"], facts["verifie_le"]) == (
        "N",
        "caf",
        ["argent"],
        "2026-11-01",
    )


# How files are named and found


def test_a_local_fiche_is_called_by_its_number_and_its_name(tmp_path: Path) -> None:
    """Each département may have a `cidff`."""
    files = {"71/cidff.md": structure(), "fr/reseaux/01/cidff.md": structure(), "fr/reseaux/2a/vif.md": network()}
    library = library_of(tmp_path, files)

    assert set(library.fiches) == {"ecoute", "71-cidff", "01-cidff", "2a-vif"}
    assert library.fiches["71-cidff"].path == "reseaux/71/cidff"


def test_a_line_in_the_folder_of_a_territory_keeps_its_short_name(tmp_path: Path) -> None:
    """Only those who help in one place bear a number."""
    library = library_of(tmp_path, {"71/appui.md": LINE})

    assert isinstance(library.fiches["appui"].entry, Helpline)


def test_two_fiches_may_not_share_a_name(tmp_path: Path) -> None:
    """A line called `71-cidff` would be taken for the structure."""
    files = {"71/cidff.md": structure(), "fr/zone/71-cidff.md": LINE}

    assert faults_of(tmp_path, files) == [("two_fiches", "fr/zone/71-cidff.md:1")]


@pytest.mark.parametrize(
    ("path", "territory"),
    [
        *(("reseaux/71/a", "71"), ("reseaux/2a/a", "2a"), ("reseaux/988/a", "988"), ("reseaux/71", "71")),
        *(("reseaux/trouver/a", None), ("reseaux/96/a", None), ("aider/71/a", None), ("reseaux", None)),
    ],
)
def test_the_folder_tells_the_territory(tmp_path: Path, path: str, territory: str | None) -> None:
    """The official number right below `reseaux/`, and nothing else."""
    library = library_of(tmp_path, {f"fr/{path}/index.md": page("page")})

    assert library.documents[path].territory == territory


def test_every_territory_has_a_page_once_there_is_a_page_of_places(tmp_path: Path) -> None:
    """Nobody's département is left out because nobody wrote about it yet."""
    library = library_of(tmp_path, {})

    assert {f"reseaux/{slug}" for slug in territories()} <= set(library.pages)
    assert library.pages["reseaux/2b"].entry.title == "Haute-Corse"
    assert isinstance(library.pages["reseaux/2b"].entry, Department)


@pytest.mark.parametrize("files", [{}, {"fr/reseaux/index.md": page("page")}])
def test_no_territory_has_a_page_before(tmp_path: Path, files: dict[str, str]) -> None:
    """A site without local files is as it was."""
    base = {name: text for name, text in BASE.items() if text is not PLACES}
    write(tmp_path, {**base, **files})
    library = load(tmp_path, Faults())

    assert [path for path in library.documents if path.startswith("reseaux/")] == []


def test_what_was_written_about_a_territory_stays(tmp_path: Path) -> None:
    """The official list only fills gaps."""
    library = library_of(tmp_path, {"71/index.md": department("Un texte à nous.")})

    assert (library.documents["reseaux/71"].is_written, library.documents["reseaux/01"].is_written) == (True, False)
    assert "à nous" in library.documents["reseaux/71"].parts.body


def test_a_page_that_nobody_wrote_is_in_every_language(tmp_path: Path) -> None:
    """Its title is a proper name, so it is no page still to be translated."""
    document = library_of(tmp_path, {}).documents["reseaux/71"]

    assert [document.words(language)[1] for language in (FRENCH, ENGLISH, ARABIC)] == [FRENCH, ENGLISH, ARABIC]
    assert document.words(ARABIC)[0].title == "Saône-et-Loire"


def test_a_page_that_nobody_wrote_cannot_be_translated(tmp_path: Path) -> None:
    """The French text comes first."""
    files = {"en/reseaux/71/index.md": "---\ntitre: A\nresume: B\n---\n\nSome text.\n"}

    assert faults_of(tmp_path, files) == [("no_french", "en/reseaux/71/index.md:1")]


@pytest.mark.parametrize(("name", "text"), [("71/a.md", news()), ("trouver/a.md", landmark())])
def test_news_and_landmarks_have_no_address(tmp_path: Path, name: str, text: str) -> None:
    """They are shown within other pages."""
    library = library_of(tmp_path, {name: text})
    path = f"reseaux/{name.removesuffix('.md')}"

    assert (path in library.documents, path in library.pages) == (True, False)


def test_news_and_landmarks_are_no_fiches(tmp_path: Path) -> None:
    """No text refers to what will be gone."""
    library = library_of(tmp_path, {"71/a.md": news(), "trouver/a.md": landmark()})

    assert set(library.fiches) == {"ecoute"}


def test_a_translation_inherits_the_facts(tmp_path: Path) -> None:
    """It brings words; number, communes and type are those of the French file."""
    translation = "---\ntitre: A service\nresume: A sentence.\n---\n\nSome text.\n"
    files = {"71/a.md": structure("numero: 03 85 12 34 56\ncommunes: [Mâcon]\n"), "en/reseaux/71/a.md": translation}
    document = library_of(tmp_path, files).documents["reseaux/71/a"]
    words, language = document.words(ENGLISH)

    assert (words.title, language) == ("A service", ENGLISH)
    assert isinstance(document.entry, Structure)
    assert (document.entry.number, document.entry.communes) == ("03 85 12 34 56", ("Mâcon",))


@pytest.mark.parametrize(
    "line",
    ["numero: 03 85 12 34 56", "communes: [Mâcon]", "nom: A service", "type: caf", "debut: 2026-12-01", "lieu: Here"],
)
def test_a_local_fact_in_a_translation_is_refused(tmp_path: Path, line: str) -> None:
    """It stands once, in the French file."""
    translation = f"---\ntitre: A service\nresume: A sentence.\n{line}\n---\n\nSome text.\n"
    files = {"71/a.md": structure(), "en/reseaux/71/a.md": translation}

    assert faults_of(tmp_path, files) == [("fact_in_translation", "en/reseaux/71/a.md:4")]


def test_the_files_of_a_territory_come_in_order(tmp_path: Path) -> None:
    """By `ordre`, then by name; of one kind, or of several."""
    files = {
        "71/c.md": structure("ordre: 10\n"),
        "71/b.md": structure(),
        "71/a.md": structure(),
        "71/vif.md": network(),
        "fr/reseaux/01/z.md": structure("ordre: 1\n"),
    }
    library = library_of(tmp_path, files)

    assert [document.stem for document, _ in library.local("71", Structure)] == ["c", "a", "b"]
    assert [document.stem for document, _ in library.local("71", Local)] == ["c", "a", "b", "vif"]
    assert library.local("72", Structure) == []


def test_landmarks_come_in_order(tmp_path: Path) -> None:
    """By `ordre`, then by name, whatever folder they lie in."""
    files = {
        "trouver/b.md": landmark("ordre: 10\n"),
        "trouver/c.md": landmark(),
        "trouver/a.md": landmark("ordre: 20\n"),
    }

    assert [document.stem for document, _ in library_of(tmp_path, files).landmarks] == ["b", "a", "c"]


def test_a_departement_lists_no_shelter_by_another_name(tmp_path: Path) -> None:
    """A shelter is a fiche as others are: it can be shown without its place."""
    assert "71-abri" in library_of(tmp_path, {"71/abri.md": shelter()}).fiches


# Which communes are served


@pytest.mark.parametrize(
    "text",
    [
        "Chalon-sur-Saône",
        "chalon sur saone",
        "CHALON-SUR-SAÔNE",
        "Chalon\u2011sur\u2011Saône",
        "Chalon-sur-Sao\u0302ne",
        "71076",
    ],
)
def test_a_commune_is_known_as_people_write_it(text: str) -> None:
    """Accents, capitals and hyphens are forgiven; the INSEE code does as well."""
    commune = find_commune("71", text)

    assert commune is not None
    assert commune.name == "Chalon-sur-Saône"


@pytest.mark.parametrize("text", ["L'Abergement-de-Cuisery", "L’Abergement de Cuisery", "l'abergement-de-cuisery"])
def test_apostrophes_are_forgiven(text: str) -> None:
    """Straight or curly."""
    commune = find_commune("71", text)

    assert commune is not None
    assert commune.code == "71001"


@pytest.mark.parametrize("text", ["Lyon", "71000", "Chalon", "", "7107"])
def test_another_commune_is_not_guessed(text: str) -> None:
    """Neither one elsewhere, nor by its postcode, which several may share, nor by half its name."""
    assert find_commune("71", text) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Clunisois",
            "clunisois",
            "CC du Clunisois",
            "Communauté de communes du Clunisois",
            "le Clunisois",
            "200040293",
        ),
        *("communaute de communes du clunisois", "Cc du Clunisois", "La communauté de communes du Clunisois"),
    ],
)
def test_an_intercommunality_is_known_with_or_without_its_kind(text: str) -> None:
    """By its proper name, or by its SIREN."""
    assert find_intercommunality("71", text) == "200040293"


@pytest.mark.parametrize("text", ["Grand Lyon", "Cluny", "CC", "Communauté de communes", "", "200046977"])
def test_another_intercommunality_is_not_guessed(text: str) -> None:
    """Neither one elsewhere, nor a kind without a name."""
    assert find_intercommunality("71", text) is None


@pytest.mark.parametrize("territory", territories())
def test_every_official_name_is_known_in_its_territory(territory: str) -> None:
    """A writer who copies the official list is always understood, and two names are never mixed up."""
    sirens = sorted({commune.intercommunality for commune in communes(territory)} - {""})

    assert [c.name for c in communes(territory) if find_commune(territory, c.name) != c] == []
    assert [find_intercommunality(territory, intercommunalities()[siren]) for siren in sirens] == sirens


def served(folder: Path, header: str) -> list[str]:
    """The communes of Saône-et-Loire that a network serves."""
    entry = library_of(folder, {"71/vif.md": network(header)}).fiches["71-vif"].entry
    assert isinstance(entry, Network)
    return [commune.name for commune in served_communes(entry, "71")]


def test_a_network_serves_the_communes_that_it_names(tmp_path: Path) -> None:
    """In the official order, however they are written, and once."""
    assert served(tmp_path, "communes: [macon, Cluny, 71270]\n") == ["Cluny", "Mâcon"]


def test_a_network_serves_the_communes_of_its_intercommunality(tmp_path: Path) -> None:
    """All of them, and those of this territory only."""
    here = [commune.name for commune in communes("71") if commune.intercommunality == "200006682"]

    assert served(tmp_path, "intercommunalites: [Beaune Côte et Sud - Communauté Beaune-Chagny-Nolay]\n") == here
    assert "Chagny" in here
    assert "Beaune" not in here


def test_communes_and_intercommunalities_add_up(tmp_path: Path) -> None:
    """A commune that lies beside an intercommunality can be named too."""
    found = served(tmp_path, "intercommunalites: [Clunisois]\ncommunes: [Mâcon]\n")

    assert {"Cluny", "Mâcon"} <= set(found)


def test_who_names_no_commune_names_none(tmp_path: Path) -> None:
    """The whole département is served: no commune is singled out."""
    assert served(tmp_path, "") == []


def test_a_commune_in_no_intercommunality_is_not_served_by_all(tmp_path: Path) -> None:
    """What nobody knows matches nothing."""
    assert served(tmp_path, "intercommunalites: [Inconnue]\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Œuilly-l’Été", "oeuilly l ete"), ("  A--b ", "a b"), ("Saint-Étienne", "saint etienne"), ("", "")],
)
def test_names_are_compared_in_plain_letters(text: str, expected: str) -> None:
    """No accent, ligature, hyphen, apostrophe or capital."""
    assert plain(text) == expected


def test_a_library_without_local_files_is_empty_of_them() -> None:
    """Nothing is looked up on the disk once the content is in memory."""
    library = Library()

    assert (library.local("71", Structure), library.landmarks) == ([], [])
