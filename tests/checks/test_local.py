"""What may never be told of a shelter, of a support group, of those who work there; and where local files lie."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from eclaircie.messages.faults import Faults
from tests.conftest import TODAY
from tests.local_files import check_local, department, landmark, library_of, network, news, page, shelter, structure


def faults_of(folder: Path, files: dict[str, str]) -> list[str]:
    """The codes of what is wrong with local files, in the order of files and lines."""
    faults = Faults()
    check_local(library_of(folder, files), faults)
    return [fault.code for fault in faults]


# A shelter's own file


def test_a_shelter_that_tells_nothing_is_accepted(tmp_path: Path) -> None:
    """What it offers, to whom, and the public lines that lead to it may be told."""
    body = """Des hébergements existent pour les personnes qui fuient des violences, avec un ou deux enfants.
On vous dit où aller quand une place est prête. Il arrive qu'aucune ne le soit.

Appelez le 115, jour et nuit, ou le 39 19. Le 25 novembre, ils répondent aussi.

- Après quelques mois, un logement durable.
- Avant de partir, lisez [ce qui suit](page:aider)."""
    header = "propose: [dormir, enfants]\npour: [femmes]\nlangues: [fr, ar]\nacces_handicap: [fauteuil]\nporte_par: Le Pont\n"

    assert faults_of(tmp_path, {"71/abri.md": shelter(header, body)}) == []


@pytest.mark.parametrize(
    "line",
    [
        *(
            "numero: 03 85 00 00 00",
            "courriel: contact@essai.test",
            "site: https://essai.test",
            "adresse: 12 rue Haute",
        ),
        *("communes: [Mâcon]", "intercommunalites: [Le Grand Chalon]", "reseaux: [maconnais]"),
    ],
)
def test_a_shelter_has_no_field_that_leads_to_its_door(tmp_path: Path, line: str) -> None:
    """A number can be looked up, and a network tells the town: one sentence for one line."""
    files = {"71/abri.md": shelter(f"{line}\n"), "71/maconnais.md": network()}

    assert faults_of(tmp_path, files) == ["shelter_field"]


TELLING = {
    "street": "La maison est au 12 rue des Lilas.",
    "street in bold": "La maison est au 12 **rue des Lilas**.",
    "street over two lines": "La maison est au 12\nrue des lilas.",
    "street over two quoted lines": "> La maison est au 12\n> rue des lilas.",
    "street after a line break": "La maison est au 12\\\nrue des lilas.",
    "street in capitals": "LA MAISON EST AU 12 RUE DES LILAS",
    "street with spaces that do not break": "La maison est au 12\u00a0rue\u00a0des Lilas.",
    "street without a number": "La maison est dans la rue des Lilas.",
    "street in a table": "| Quoi | Où |\n|---|---|\n| Maison | 12 rue des lilas |",
    "street in a link": "La maison est au [12 rue](page:aider) des lilas.",
    "postcode and town elsewhere": "La maison est dans le 69001 Lyon.",
    "postcode": "La maison est dans le 71000.",
    "town": "La maison est à Mâcon.",
    "town in a list": "Où aller :\n\n- Mâcon\n- ailleurs",
    "town in capitals": "La maison est à MÂCON.",
    "town without accent": "La maison est à Macon.",
    "town with a detached accent": "La maison est à Ma\u0302con.",
    "town without capital": "La maison est à mâcon.",
    "town with its article": "La maison est au Creusot.",
    "town by its short name": "La maison est à Chalon.",
    "town without hyphens": "La maison est à Chalon sur Saône.",
    "town with another apostrophe": "La maison est à L’Abergement-de-Cuisery.",
    "intercommunality": "La maison est dans le Grand Chalon.",
    "size in figures": "La maison a 12 places.",
    "size in words": "La maison a douze lits.",
    "size, about": "La maison a une dizaine de chambres.",
    "people": "La maison accueille jusqu'à douze femmes.",
    "coordinates": "La maison est à 46.3069, 4.8286.",
    "map": "Voir [le plan](https://www.openstreetmap.org/node/1).",
    "web page": "Voir [la maison](https://maison.essai.test/).",
    "e-mail": "Écrire à maison@essai.test.",
}
each_telling = pytest.mark.parametrize("text", TELLING.values(), ids=list(TELLING))


@each_telling
def test_the_text_of_a_shelter_tells_no_place_and_no_size(tmp_path: Path, text: str) -> None:
    """However it is typed."""
    assert "shelter_told" in faults_of(tmp_path, {"71/abri.md": shelter(body=f"Un début.\n\n{text}\n\nUne fin.")})


@each_telling
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_nor_does_a_translation(tmp_path: Path, text: str, tag: str) -> None:
    """A translator who adds what the French text leaves out is stopped as well."""
    translation = f"---\ntitre: Un titre\nresume: Une phrase.\n---\n\n{text}\n"
    files = {"71/abri.md": shelter(), f"{tag}/reseaux/71/abri.md": translation}

    assert "shelter_told" in faults_of(tmp_path, files)


@pytest.mark.parametrize(
    "body", ["A house with twelve beds.", "It is at 12 Lilac Street.", "١٢ سريرا", "في شارع السلام"]
)
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_nor_does_a_translation_in_its_own_words(tmp_path: Path, body: str, tag: str) -> None:
    """Streets and sizes are known in English and in Arabic too."""
    translation = f"---\ntitre: Un titre\nresume: Une phrase.\n---\n\n{body}\n"
    files = {"71/abri.md": shelter(), f"{tag}/reseaux/71/abri.md": translation}

    assert faults_of(tmp_path, files) == ["shelter_told"]


@pytest.mark.parametrize(
    "header",
    [
        *("titre: Un foyer à Mâcon", "resume: Douze places pour vous.", "onglet: Mâcon", "porte_par: Ville de Mâcon"),
        *("nom: Le foyer de Mâcon", "a_confirmer: [12 places]", "a_verifier: [L'adresse est 12 rue des Lilas]"),
        *(
            "sources: [{nom: Ville de Mâcon, adresse: https://essai.test}]",
            "sources:\n  - {nom: Douze places, adresse: https://a.org}",
        ),
    ],
)
def test_no_value_of_a_header_tells_it(tmp_path: Path, header: str) -> None:
    """Names of sources are shown to visitors, and notes for the team lie in a public folder."""
    key = header.partition(":")[0]
    lines = [line for line in shelter().split("\n") if not line.startswith(f"{key}:")]
    text = "\n".join([lines[0], header, *lines[1:]])

    assert faults_of(tmp_path, {"71/abri.md": text}) == ["shelter_told"]


def test_the_address_of_a_source_may_name_a_town(tmp_path: Path) -> None:
    """It is never shown, and a newspaper is where it is."""
    text = shelter().replace("https://essai.test", "https://essai.test/macon/71000-macon")

    assert faults_of(tmp_path, {"71/abri.md": text}) == []


@pytest.mark.parametrize("name", ["abri-macon", "macon", "abri-chalon", "saint-gengoux-le-national", "abri-du-creusot"])
def test_nor_does_the_address_of_its_page(tmp_path: Path, name: str) -> None:
    """The name of the file is read in the address."""
    assert faults_of(tmp_path, {f"71/{name}.md": shelter()}) == ["shelter_told"]


def test_a_shelter_is_reached_through_a_public_line(tmp_path: Path) -> None:
    """Without contacts nobody would find the way in."""
    assert faults_of(tmp_path, {"71/abri.md": shelter().replace("contacts: [ecoute]\n", "")}) == ["shelter_contact"]


@pytest.mark.parametrize("text", [structure(), network(), news(), shelter()])
def test_nobody_is_sent_to_a_shelter(tmp_path: Path, text: str) -> None:
    """A shelter is the contact of no other file."""
    header = text.replace("genre:", "contacts: [71-abri]\ngenre:") if "contacts" not in text else text
    files = {"71/abri.md": shelter(), "71/autre.md": header.replace("contacts: [ecoute]", "contacts: [71-abri]")}

    assert faults_of(tmp_path, files) == ["shelter_contact"]


# Other files that speak of a shelter

ABOUT = {
    "address": "Le foyer Les Lilas est au 12 rue Haute.",
    "address under a heading": "## Le foyer Les Lilas\n\nOn y vient au 12 rue Haute.",
    "address under a line in bold": "**Le foyer Les Lilas**\n\n12 rue Haute",
    "address in the next items": "- Le refuge :\n- 12 rue Haute",
    "address within an item": "- Le refuge\n  est au 12\n  rue haute.",
    "town elsewhere, with its postcode": "Le refuge est à Lyon (69001 Lyon).",
    "size": "Un hébergement de douze places a ouvert.",
    "people": "Le refuge accueille douze femmes.",
    "map": "Le refuge est [ici](https://maps.essai.test/a).",
    "word with a link in it": "Le [foy](page:aider)er est au 12 rue Haute.",
    "word with an empty link in it": "Le foy[](page:aider)er est au 12 rue Haute.",
    "word with a link over two lines in it": "Le foy[](page:aider\n'a')er est au 12 rue Haute.",
    "word with markup in it": "Le foy**e**r est au 12 rue Haute.",
    "word with a sign by its number": "Le foy&#101;r est au 12 rue Haute.",
    "word with a hyphen that is not seen": "Le foy\u00ader est au 12 rue Haute.",
    "behind an open bracket": "Voir [a](\n\nfoyer au 12 rue Haute).",
    "English": "The shelter is at 12 Lilac Street.",
    "English size": "The shelter has twelve beds.",
    "Arabic": "الملجأ فيه ١٢ غرفة.",
}
NEAR = {
    "town": "Un hébergement d'urgence à Mâcon vous accueille.",
    "town, short": "Le foyer de Chalon vous accueille.",
    "town before": "À Mâcon, un refuge vous accueille.",
}
FILES: dict[str, tuple[str, Callable[..., str]]] = {
    "news": ("71/autre.md", news),
    "network": ("71/autre.md", network),
    "structure": ("71/autre.md", structure),
    "departement": ("71/index.md", department),
}


@pytest.mark.parametrize("body", [*ABOUT.values(), *NEAR.values()], ids=[*ABOUT, *NEAR])
@pytest.mark.parametrize("kind", FILES)
def test_no_local_text_tells_where_a_shelter_is(tmp_path: Path, kind: str, body: str) -> None:
    """Neither news, nor a network, nor the text of a département."""
    name, make = FILES[kind]

    assert faults_of(tmp_path, {name: make(body=body)}) == ["shelter_told"]


@pytest.mark.parametrize("body", ABOUT.values(), ids=list(ABOUT))
@pytest.mark.parametrize("name", ["trouver/autre.md", "fr/aider.md", "71/autre.md"])
def test_no_other_text_does(tmp_path: Path, name: str, body: str) -> None:
    """Neither a landmark, nor an ordinary page, wherever it lies."""
    body = body.replace("Un hébergement", "Un foyer")
    text = landmark(body=body) if name.startswith("trouver") else page("page", "", body)

    assert faults_of(tmp_path, {name: text}) == ["shelter_told"]


def test_a_page_for_the_whole_country_may_count_flats(tmp_path: Path) -> None:
    """The rules of emergency housing are no secret; nobody can look for a house by them."""
    body = "En hébergement d'urgence, vous pouvez refuser deux logements."

    assert faults_of(tmp_path, {"fr/aides/toit.md": page("page", "", body)}) == []


@pytest.mark.parametrize(
    "body", ["Les Lilas, à Mâcon.", "Les Lilas ont douze places.", "Venez aux « Les Lilas », 12 rue Haute."]
)
def test_the_name_of_a_shelter_counts_as_the_word(tmp_path: Path, body: str) -> None:
    """Who names a shelter that has a file of its own tells nothing of where it is, its town included."""
    files = {"71/abri.md": shelter().replace("Un service", "Les Lilas"), "71/autre.md": network(body=body)}

    assert faults_of(tmp_path, files) == ["shelter_told"]


@pytest.mark.parametrize(
    "text",
    [
        news("debut: 2026-12-01\nlieu: 12 rue Haute", title="Portes ouvertes du refuge"),
        news("debut: 2026-12-01\nlieu: Mairie", title="Le foyer Les Lilas fête ses dix ans"),
        news("debut: 2026-12-01\nlieu: Foyer Les Lilas"),
        structure("adresse: 12 rue Haute\n", title="Le foyer Les Lilas"),
        structure("adresse: 12 rue Haute\n").replace("Une phrase.", "Un centre d'hébergement."),
        structure("adresse: 12 rue Haute\n").replace("Un service", "Foyer Les Lilas"),
    ],
)
def test_a_house_has_no_place_under_another_type(tmp_path: Path, text: str) -> None:
    """A refuge that was given the wrong type, or an event in it, shows no address."""
    assert faults_of(tmp_path, {"71/autre.md": text}) == ["shelter_told"]


@pytest.mark.parametrize(
    "header",
    [
        "a_verifier: [Le refuge est au 12 rue Haute]\n",
        "porte_par: Foyer de Mâcon\n",
        "partenaires: [CCAS, Le refuge de Mâcon]\n",
    ],
)
def test_no_value_of_another_header_tells_it(tmp_path: Path, header: str) -> None:
    """Partners, and notes for the team, are read with the rest."""
    assert faults_of(tmp_path, {"71/autre.md": network(header)}) == ["shelter_told"]


@pytest.mark.parametrize(
    "text",
    [
        structure("adresse: 36 rue Lyonnaise, 71000 Mâcon\ndans: commissariat\n", "Au commissariat de Mâcon.", "iscg"),
        structure(body="Au commissariat, 36 rue Lyonnaise.\n\nOn y cherche avec vous un hébergement."),
        structure("adresse: 12 rue Haute\n", "Elles cherchent un hébergement avec vous.", "accueil_de_jour"),
        structure("adresse: 12 rue Haute\n", title="Demander un hébergement au SIAO"),
        network(body="À Mâcon, le réseau cherche un hébergement d'urgence avec deux conseillères."),
        network(body="Pour un hébergement, appelez le 115. Le réseau couvre Mâcon et Cluny."),
        network("communes: [Mâcon]\npartenaires: [CCAS de Mâcon, 115]\n", "- un logement durable\n- un hébergement"),
        network(
            body="- le commissariat, 36 rue Lyonnaise ;\n- le 115, pour un hébergement ;\n- la mairie, 3 place Carnot."
        ),
        news("debut: 2026-12-02\nlieu: Foyer rural de Cluny, 3 place Haute", title="Une rencontre"),
        news("debut: 2026-12-02\nlieu: 3 place Haute", "2 places restent, le 2 décembre."),
        department("Le 115 cherche une place. En 2026, deux femmes sur trois ont trouvé un hébergement."),
        landmark(body="Le refuge dont on vous parle reste secret. Le 115 répond."),
    ],
)
def test_what_tells_nothing_of_a_shelter_is_accepted(tmp_path: Path, text: str) -> None:
    """Offices have addresses, networks have towns, and one may speak of being sheltered."""
    name = {"repere": "trouver/autre.md", "departement": "71/index.md"}
    kind = next((kind for kind in name if f"genre: {kind}" in text), "")

    assert faults_of(tmp_path, {name.get(kind, "71/autre.md"): text}) == []


@pytest.mark.parametrize("body", ["Un accueil, au 12 rue Haute.", "Douze places."])
def test_what_does_not_speak_of_a_shelter_is_accepted(tmp_path: Path, body: str) -> None:
    """An address or a number of places is no secret elsewhere."""
    assert faults_of(tmp_path, {"71/autre.md": structure(body=body), "fr/aider.md": page("page", "", body)}) == []


def test_only_one_file_of_a_page_need_speak_of_a_shelter(tmp_path: Path) -> None:
    """Each translation is looked at for itself: what only the Arabic one tells is found, and there."""
    files = {"fr/aider.md": page("page", "onglet: Aide\n")}
    words = "titre: Un essai\nresume: Une phrase.\n"
    files["ar/aider.md"] = f"---\n{words}---\n\nالملجأ في شارع السلام.\n"
    faults = Faults()
    check_local(library_of(tmp_path, files), faults)

    assert [(f.code, f.file.parent.name) for f in faults] == [("shelter_told", "ar")]


def test_a_word_for_a_shelter_may_stand_in_the_header_alone(tmp_path: Path) -> None:
    """A title that speaks of a house, and the place of the news below it."""
    files = {"71/autre.md": news("debut: 2026-12-01\nlieu: 12 rue Haute", title="Visite du foyer")}

    assert faults_of(tmp_path, files) == ["shelter_told"]


def test_a_fault_is_shown_at_its_paragraph(tmp_path: Path) -> None:
    """The writer is led to the paragraph, however far down it stands."""
    body = "Un début.\n\nUne suite\nde deux lignes.\n\n- un\n- Le refuge\n  est au 12 rue Haute.\n\nUne fin."
    faults = Faults()
    check_local(library_of(tmp_path, {"71/autre.md": structure(body=body)}), faults)
    text = (tmp_path / "fr/reseaux/71/autre.md").read_text("utf-8").split("\n")

    assert [text[fault.line - 1] for fault in faults] == ["- Le refuge"]


# Support groups


@pytest.mark.parametrize(
    "text",
    [
        structure("adresse: Centre social\n", kind="groupe_de_parole"),
        structure(body="On se retrouve au 12 rue Haute.", kind="groupe_de_parole"),
        news("debut: 2026-12-01\nlieu: Centre social", kind="groupe_de_parole"),
        news(body="Rendez-vous place Carnot, 71000 Mâcon.", kind="groupe_de_parole"),
    ],
)
def test_the_place_of_a_support_group_is_told_on_registration(tmp_path: Path, text: str) -> None:
    """Neither in a field nor in the text: whoever is feared could wait there."""
    assert faults_of(tmp_path, {"71/groupe.md": text}) == ["group_place"]


def test_a_support_group_may_say_whom_it_serves(tmp_path: Path) -> None:
    """Its communes, and who runs it, are public."""
    header = "communes: [Mâcon]\nporte_par: Centre social de Mâcon\n"

    assert faults_of(tmp_path, {"71/groupe.md": structure(header, "Le lundi, à Mâcon.", "groupe_de_parole")}) == []


# People


@pytest.mark.parametrize(
    "text",
    [
        *(
            network(body="Demandez Mme Untel."),
            network("porte_par: Sophie Untel\n"),
            department("M. Untel vous reçoit."),
        ),
        *(
            network("a_verifier: [Rappeler Mme Untel]\n"),
            news(body="Avec le docteur Untel."),
            landmark(body="Mme Untel"),
        ),
        *(structure(body="Demandez\nMme\nUntel."), structure(title="Rencontrer Mme **Untel**")),
    ],
)
def test_nobody_who_works_there_is_named(tmp_path: Path, text: str) -> None:
    """In no kind of local file, and in no field of it."""
    name = "trouver/a.md" if "repere" in text else "71/index.md" if "departement" in text else "71/a.md"

    assert faults_of(tmp_path, {name: text}) == ["person"]


def test_nor_in_a_translation(tmp_path: Path) -> None:
    """A translator names nobody either."""
    translation = "---\ntitre: Trial\nresume: A sentence.\nrelu_par: Association Essai\n---\n\nAsk for Mrs Untel.\n"
    faults = Faults()
    library = library_of(tmp_path, {"71/a.md": structure(), "en/reseaux/71/a.md": translation})
    check_local(library, faults)

    assert [(fault.code, fault.where(tmp_path)) for fault in faults] == [("person", "en/reseaux/71/a.md:7")]


@pytest.mark.parametrize(
    "header",
    [
        *("numero: 06 12 34 56 78\n", "numero: 0612345678\n", "numero: +33 6 12 34 56 78\n", "numero: +33712345678\n"),
        *("numero: 0690 12 34 56\n", "numero: +590 690 12 34 56\n", "adresse: 12 rue Haute (06 12 34 56 78)\n"),
        *("porte_par: Le Pont, 06.12.34.56.78\n", "a_verifier: [Rappeler le 06 12 34 56 78]\n"),
    ],
)
def test_a_mobile_is_refused(tmp_path: Path, header: str) -> None:
    """It rings in a pocket; overseas, and within another value, too."""
    assert faults_of(tmp_path, {"71/a.md": structure(header)}) == ["mobile"]


def test_a_mobile_of_news_is_refused(tmp_path: Path) -> None:
    """Also as the place to register."""
    header = "debut: 2026-12-01\nlieu: Mairie, tél. 06 12 34 56 78"

    assert faults_of(tmp_path, {"71/a.md": news(header)}) == ["mobile"]


@pytest.mark.parametrize("header", ["numero: 03 85 12 34 56\n", 'numero: "39 19"\n', "numero: +33 3 85 12 34 56\n"])
def test_the_number_of_a_service_is_accepted(tmp_path: Path, header: str) -> None:
    """A fixed line, or a short number."""
    assert faults_of(tmp_path, {"71/a.md": structure(header)}) == []


@pytest.mark.parametrize(
    "text",
    [
        structure("courriel: anne.untel@essai.test\n"),
        structure("courriel: a.untel@essai.test\n"),
        structure(body="Écrivez à anne.untel@essai.test."),
        news(body="Inscription : anne@essai.test"),
        department("Écrivez à anne-untel@essai.test."),
    ],
)
def test_the_email_address_of_a_person_is_refused(tmp_path: Path, text: str) -> None:
    """As a field, or in a text."""
    name = "71/index.md" if "departement" in text else "71/a.md"

    assert faults_of(tmp_path, {name: text}) == ["personal_email"]


def test_the_email_address_of_a_service_is_accepted(tmp_path: Path) -> None:
    """As a field, or in a text."""
    assert faults_of(tmp_path, {"71/a.md": structure("courriel: contact@essai.test\n", "vif.macon@essai.test")}) == []


# Where local files lie, and what they name


@pytest.mark.parametrize("slug", ["71", "2a", "971", "988"])
def test_a_local_file_lies_in_the_folder_of_its_territory(tmp_path: Path, slug: str) -> None:
    """By its official number, in lower case."""
    assert faults_of(tmp_path, {f"fr/reseaux/{slug}/a.md": structure()}) == []


@pytest.mark.parametrize("number", ["45 20 30", "40 12 34 56"])
@pytest.mark.parametrize(("slug", "codes"), [("71", ["bad_phone"]), ("988", []), ("987", [])])
def test_a_number_that_only_islands_know_is_accepted_there(
    tmp_path: Path, slug: str, codes: list[str], number: str
) -> None:
    """Six or eight digits are dialled in the Pacific, and are a mistake elsewhere."""
    assert faults_of(tmp_path, {f"fr/reseaux/{slug}/a.md": structure(f"numero: {number}\n")}) == codes


def test_a_structure_names_networks_of_its_own_territory(tmp_path: Path) -> None:
    """A network of the same name elsewhere is another one."""
    files = {"fr/reseaux/01/vif.md": network(), "71/a.md": structure("reseaux: [vif]\n")}

    assert faults_of(tmp_path, files) == ["no_network"]


def test_a_structure_may_have_another_of_the_neighbours_as_contact(tmp_path: Path) -> None:
    """Contacts are named with their number, so they can be anywhere."""
    files = {"fr/reseaux/01/cidff.md": structure(), "71/a.md": structure().replace("[ecoute]", "[01-cidff]")}

    assert faults_of(tmp_path, files) == []


def test_an_aid_is_no_contact(tmp_path: Path) -> None:
    """A contact is a line or someone local."""
    aid = page("aide", "sources: [{nom: Source, adresse: https://essai.test}]\nverifie_le: 2026-11-01\n")
    files = {"fr/aides/urgence.md": aid, "71/a.md": structure().replace("[ecoute]", "[urgence]")}

    assert faults_of(tmp_path, files) == ["no_fiche"]


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        (f"debut: {TODAY - datetime.timedelta(days=1)}", ["past"]),
        (f"debut: {TODAY}", []),
        (f"debut: 2026-11-01\nfin: {TODAY}", []),
        (f"debut: 2026-11-01\nfin: {TODAY - datetime.timedelta(days=1)}", ["past"]),
    ],
)
def test_news_that_are_over_are_told_to_the_team(tmp_path: Path, header: str, codes: list[str]) -> None:
    """The last day itself is still to come."""
    assert faults_of(tmp_path, {"71/a.md": news(header)}) == codes


def test_a_departement_that_nobody_wrote_has_no_fault(tmp_path: Path) -> None:
    """Pages made from the official list are not read as a writer's."""
    library = library_of(tmp_path, {})
    faults = Faults()
    check_local(library, faults)

    assert not library.documents["reseaux/71"].is_written
    assert list(faults) == []


# Whoever offers a bed, and every other page


@pytest.mark.parametrize(
    "header",
    [
        *("adresse: 12 rue Haute", "communes: [Mâcon]", "numero: 03 85 12 34 56", "site: https://example.org"),
        *("courriel: contact@example.org", "accueils: [{lieu: La mairie}]", "intercommunalites: [Le Grand Chalon]"),
    ],
)
@pytest.mark.parametrize("kind", ["association", "service_social", "accueil_de_jour"])
def test_whoever_offers_a_bed_is_a_shelter(tmp_path: Path, kind: str, header: str) -> None:
    """Whatever its type says, nothing leads to its door."""
    text = structure(f"propose: [parler, dormir]\n{header}\n", kind=kind)

    assert faults_of(tmp_path, {"71/a.md": text}) == ["shelter_field"]


def test_whoever_only_seeks_a_bed_has_an_address(tmp_path: Path) -> None:
    """A day centre helps to find one, and says so."""
    text = structure("propose: [parler]\nadresse: 12 rue Haute\n", "On y cherche un hébergement.", "accueil_de_jour")

    assert faults_of(tmp_path, {"71/a.md": text}) == []


@pytest.mark.parametrize("header", ["numero: 03 85 12 34 56", "communes: [Mâcon]", "site: https://example.org"])
@pytest.mark.parametrize("title", ["Le foyer du Pont", "Centre maternel Haut", "Maison relais"])
def test_what_is_called_a_house_is_one(tmp_path: Path, title: str, header: str) -> None:
    """A shelter that was given another type, and does not say that it offers a bed."""
    assert "shelter_field" in faults_of(tmp_path, {"71/a.md": structure(f"{header}\n", title=title)})


@pytest.mark.parametrize(
    "files",
    [
        {"71/foyer-macon.md": structure()},
        {"fr/foyer-lyon.md": page("page")},
        {"71/a.md": structure("site: https://www.refuge-macon.fr\n")},
        {"71/a.md": structure("accueils: [{lieu: Foyer Haut, adresse: 12 rue Haute}]\n")},
        {"71/a.md": network().replace("nom: Source", "nom: Foyer de Lyon")},
        {"fr/a.md": page("page", "sources: [{nom: Le refuge de Lyon, adresse: https://example.org}]\n")},
        {"fr/a.md": page("page", "a_verifier: [Le refuge est à Lyon]\n")},
        {"fr/a.md": page("page").replace("Une phrase.", "Un hébergement à Lyon.")},
        {"trouver/a.md": landmark(body="Le refuge est à Lyon.")},
        {"71/a.md": news(title="Portes ouvertes du foyer", body="Entrée libre. Venez de Mâcon.")},
        {
            "71/a.md": structure("adresse: 12 rue Haute\n"),
            "en/reseaux/71/a.md": "---\ntitre: A shelter\nresume: A.\n---\n\nA.\n",
        },
    ],
)
def test_no_field_of_any_page_tells_where_a_shelter_is(tmp_path: Path, files: dict[str, str]) -> None:
    """Names of files, addresses of sites, desks, sources, notes, summaries, titles in another language."""
    assert "shelter_told" in faults_of(tmp_path, files)


def test_the_text_of_a_shelter_leads_to_no_service_nearby(tmp_path: Path) -> None:
    """A service of the département, with its number or address, but for those of its contacts."""
    body = "Voyez [](fiche:71-caf/numero)."
    service = structure("numero: 03 85 12 34 56\n")
    through = shelter(body=body).replace("[ecoute]", "[ecoute, 71-caf]")

    assert faults_of(tmp_path / "a", {"71/abri.md": shelter(body=body), "71/caf.md": service}) == ["shelter_link"]
    assert faults_of(tmp_path / "b", {"71/abri.md": through, "71/caf.md": service}) == []


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        ({"fr/a.md": page("page", "", "Mme Untel, anne.untel@example.org")}, ["person", "personal_email"]),
        ({"fr/a.md": page("page", "a_verifier: [Rappeler Julie Untel]\n")}, ["person"]),
        ({"fr/a.md": page("page", "sources: [{nom: Mme Untel, adresse: https://example.org}]\n")}, ["person"]),
        ({"fr/a.md": page("page", "sources: [{nom: Julie Untel, adresse: https://example.org}]\n")}, []),
        ({"fr/numeros/a.md": page("ligne", "nom: A\ncourriel: anne.untel@example.org\n")}, ["personal_email"]),
        ({"fr/numeros/a.md": page("ligne", 'nom: A\nnumero: "06 12 34 56 78"\n')}, ["mobile"]),
        (
            {"fr/a.md": page("page"), "ar/a.md": "---\ntitre: عنوان\nresume: جملة.\n---\n\nمع السيدة مارتان.\n"},
            ["person"],
        ),
    ],
)
def test_nobody_is_named_on_any_page(tmp_path: Path, files: dict[str, str], codes: list[str]) -> None:
    """In national pages as in local ones, in every field and language; who wrote a source may be named."""
    assert faults_of(tmp_path, files) == codes
