"""What the words of a text tell: where a shelter is, how many it takes in, who works there."""

import pytest

from eclaircie.content import telling
from eclaircie.places import communes, territories


@pytest.mark.parametrize(
    "text",
    [
        *("12 rue des Lilas", "12, rue des lilas", "12 RUE DES LILAS", "12bis rue des Lilas", "12 bis, rue des Lilas"),
        *(
            "12 **rue** des Lilas",
            "*12* rue des Lilas",
            "12\u00a0rue des Lilas",
            "12&nbsp;rue des Lilas",
            "12 _rue_ haute",
        ),
        *(
            "12\\ rue des Lilas",
            "> 12 rue des Lilas",
            "12\u202frue",
            "12 r\u00adue des Lilas",
            "[12 rue](page:aider) des Lilas",
        ),
        *(
            "12-14 rue des Lilas",
            "au 12 de la rue des Lilas",
            "12 r. des Lilas",
            "12 av. Foch",
            "12 bd Foch",
            "12 pl. Carnot",
        ),
        *(
            "3 place de la mairie",
            "3 Place Carnot",
            "2 cours Moreau",
            "4 allée A",
            "1 résidence du Lac",
            "5 lotissement",
        ),
        *("rue des Lilas", "avenue Foch", "la résidence Les Tilleuls", "quai de l'Ouest", "rue de l’Église"),
        *("71000 Mâcon", "71 000 Mâcon", "71000 **Mâcon**", "BP 40012", "CS 10023", "Untel cedex 9"),
        *(
            "46.3069, 4.8286",
            "46,30690",
            "46° 18′ 25″ N",
            "[le plan](https://maps.example.org/abc)",
            "openstreetmap.org",
        ),
        *("12 Lilac Street", "12, Old Mill Road", "شارع السلام", "12 شارع السلام"),
    ],
)
def test_a_street_or_a_point_on_a_map_is_found(text: str) -> None:
    """However it is written, an address leads to a door."""
    assert telling.street_in(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "dormir à la rue",
            "à la rue. Le 115 répond.",
            "la route est longue",
            "en route vers autre chose",
            "sur place",
        ),
        *("24 heures sur 24", "le 115, jour et nuit", "En 2026, place à la relève", "2 places", "40 % de 651,69 €"),
        *(
            "10 000 euros",
            "le 25 novembre 2026",
            "trois cours de français",
            "à la place de la CAF",
            "de 9 h 30 à 12 h 45",
        ),
        *(
            "la loi 2023-140",
            "le 39 19, le 17 et le 114",
            "n° 12",
            "24 hours a day on the road",
            "في الشارع",
            "عن طريق",
        ),
    ],
)
def test_what_is_no_address_is_let_through(text: str) -> None:
    """Hours, dates, amounts, known numbers and being in the street lead nowhere."""
    assert telling.street_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "douze places",
            "12 places",
            "**12** places",
            "12\u00a0lits",
            "vingt-cinq chambres",
            "DEUX STUDIOS",
            "12 (douze) lits",
        ),
        *("une vingtaine de places", "une dizaine de lits", "deux petits appartements", "trente nouvelles places"),
        *("places : 12", "capacité : 12", "capacité d'accueil : douze", "une capacité de 12 personnes", "lits (12)"),
        *("accueille jusqu'à douze femmes", "héberge 12 familles", "peut recevoir en même temps huit femmes"),
        *("twelve beds", "a 12-bed house", "takes in 12 women", "houses up to ten families", "a capacity of 12"),
        *("12 سريرا", "١٢ سريرا", "خمس غرف", "عشرة أماكن", "غرفتان"),
    ],
)
def test_a_size_is_found(text: str) -> None:
    """In figures or in words, how many a house takes in helps to know it."""
    assert telling.size_in(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "un logement durable",
            "deux conseillères",
            "une place se libère",
            "aucune place",
            "le 115",
            "un ou deux enfants",
        ),
        *(
            "la capacité à décider",
            "accueille trois jours par semaine",
            "deux femmes sur dix",
            "le 2 novembre",
            "six agences",
        ),
        *("En 2026, places limitées.", "Appelez le 115 : places et conseils.", "one place", "a room", "17, lits"),
    ],
)
def test_what_is_no_size_is_let_through(text: str) -> None:
    """Other counts, numbers to call and single things tell no size."""
    assert telling.size_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("Mâcon", "MÂCON", "Macon", "Ma\u0302con", "- **Mâcon**", "à mâcon", "près de macon", "(Mâcon)", "Mâcon,"),
        *(
            "au Creusot",
            "du Creusot",
            "Le Creusot",
            "Chalon-sur-Saône",
            "Chalon sur Saone",
            "Chalon\u2011sur\u2011Saône",
        ),
        *("à Chalon", "de Montceau", "vers Paray", "à chalon", "L’Abergement-de-Cuisery", "L'Abergement de Cuisery"),
        *(
            "Saint-Gengoux-le-National",
            "St Gengoux le National",
            "à Saint-Martin",
            "71000",
            "le Grand Chalon",
            "à Vers",
        ),
    ],
)
def test_a_town_is_found_as_people_write_it(text: str) -> None:
    """Capitals, accents, hyphens, articles and short forms do not hide a town."""
    assert telling.town_in(text, "71")


@pytest.mark.parametrize(
    "text",
    [
        "Mâconnais",
        "la salle",
        "Vers le soir",
        "vers le soir",
        "Info Chalon",
        "macon",
        "le change",
        "71",
        "Abbé Pierre",
        "Lyon",
    ],
)
def test_what_is_no_town_of_the_departement_is_let_through(text: str) -> None:
    """A region, a newspaper, an ordinary word or a town elsewhere is none."""
    assert telling.town_in(text, "71") is None


@pytest.mark.parametrize("territory", ["01", "2a", "38", "71", "80", "971", "987"])
def test_every_commune_of_a_territory_is_found(territory: str) -> None:
    """Behind « à », no official name is missed, be it a single letter."""
    assert [c.name for c in communes(territory) if not telling.town_in(f"à {c.name}", territory)] == []


@pytest.mark.parametrize("territory", territories())
def test_a_territory_may_be_named(territory: str) -> None:
    """Mayenne and Vienne are towns too, and Saint-Denis stands in Seine-Saint-Denis."""
    names = (territories()[territory].name, territories()[territory].region)
    texts = [f"{before}{name}." for before in ("", "à ", "de ", "en ", "dans la région ") for name in names]

    assert [text for text in texts if telling.town_in(text, territory)] == []


@pytest.mark.parametrize(
    ("territory", "text"),
    [
        ("33", "à Gironde-sur-Dropt"),
        ("93", "à Saint-Denis"),
        ("975", "à Saint-Pierre"),
        ("75", "75011"),
        ("62", "à Calais"),
    ],
)
def test_a_town_that_resembles_its_territory_is_found(territory: str, text: str) -> None:
    """Only the name of the territory itself tells nothing."""
    assert telling.town_in(text, territory)


def test_no_town_is_looked_for_outside_the_territories() -> None:
    """A page for the whole country may name a town."""
    assert telling.town_in("Mâcon", None) is None
    assert len(territories()) > 100


@pytest.mark.parametrize(
    "text",
    [
        *("un hébergement à Mâcon", "un hébergement d'urgence à Chalon", "Le refuge du Creusot", "des abris à Mâcon"),
        *(
            "le foyer Les Lilas, à Mâcon",
            "Mâcon : un foyer",
            "À Mâcon, un petit refuge",
            "un CHRS (Mâcon)",
            "Foyer de MACON",
        ),
    ],
)
def test_a_town_beside_a_shelter_is_found(text: str) -> None:
    """Few words between a house and a town tell that it stands there."""
    assert telling.sheltered_town_in(text, "71")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Pour un hébergement, demandez à la mairie de Mâcon.",
            "Réseau de Mâcon : hébergement d'urgence, droits, santé.",
        ),
        *("À Mâcon, l'hébergement se demande au 115.", "On cherche un abri. Mâcon a aussi une permanence."),
        *("Le foyer fiscal de Mâcon", "Une mère au foyer de Mâcon", "Mâcon"),
    ],
)
def test_a_town_that_is_not_that_of_a_shelter_is_let_through(text: str) -> None:
    """A network names its town, and the town hall where one asks."""
    assert telling.sheltered_town_in(text, "71") is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Mme Untel",
            "madame UNTEL",
            "Mme\u00a0Untel",
            "Mme **Untel**",
            "Mme de La Tour",
            "M. J. Untel",
            "M Untel",
            "Mme D'Arc",
        ),
        *("le docteur Untel", "Dre Untel", "Me Untel", "le major Untel", "l'adjudante-chef Untel", "Mrs Untel"),
        *("Sophie Untel", "Marie-Claude Untel, juriste", "Contact : Anne UNTEL", "Jean de Untel"),
    ],
)
def test_a_person_is_found(text: str) -> None:
    """A title, a rank or a usual first name before a proper name."""
    assert telling.person_in(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Monsieur le Maire",
            "Madame, Monsieur",
            "la gendarme. Elle écoute",
            "M. le préfet",
            "le médecin",
            "la commissaire",
        ),
        *(
            "12 rue Pierre Untel",
            "le centre hospitalier Marie Untel",
            "l'espace Anne Untel",
            "la CAF et France Victimes",
        ),
        *("Sainte Marie Haute", "Marie", "Me Too", "Les PEP 71", "CIDFF de Saône-et-Loire"),
    ],
)
def test_what_names_nobody_who_works_there_is_let_through(text: str) -> None:
    """Offices, streets and houses named after someone are no staff."""
    assert telling.person_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("06 12 34 56 78", "0612345678", "06.12.34.56.78", "06-12-34-56-78", "+33 6 12 34 56 78", "+33612345678"),
        *(
            "+33 (0)7 12 34 56 78",
            "07\u00a012\u00a034\u00a056\u00a078",
            "0690 12 34 56",
            "+590 690 12 34 56",
            "+262 692 12 34 56",
        ),
    ],
)
def test_a_mobile_is_found(text: str) -> None:
    """With or without spaces, by the national or the international form."""
    assert telling.mobile_in(f"Le {text}.")


@pytest.mark.parametrize(
    "text", ["03 85 12 34 56", "01 06 12 34 56", "+33 1 06 12 34 56", "06/07/2026", "06.07.2026", "39 19"]
)
def test_a_fixed_number_is_no_mobile(text: str) -> None:
    """What rings in an office may be published."""
    assert telling.mobile_in(text) is None


@pytest.mark.parametrize(
    "name",
    [
        *("anne.untel", "a.untel", "anne_untel", "anne-untel71", "ANNE.UNTEL", "a.b.untel", "sophie", "sophie71"),
        *("martine.cassou", "anne.caffin", "untel.anne"),
    ],
)
def test_an_email_address_of_a_person_is_found(name: str) -> None:
    """Two words, or a first name; a service's word within a surname does not hide it."""
    assert telling.personal_email_in(f"Écrivez à {name}@example.org.") == f"{name}@example.org"


@pytest.mark.parametrize(
    "name",
    [
        "contact",
        "accueil-jour",
        "vif.macon",
        "cidff71",
        "france.victimes71",
        "police.municipale",
        "lepont",
        "secretariat.direction",
    ],
)
def test_an_email_address_of_a_service_is_let_through(name: str) -> None:
    """What several people read may be published."""
    assert telling.personal_email_in(f"{name}@example.org") is None


@pytest.mark.parametrize("text", ["Un foyer à CHALON-SUR-SAÔNE", "Un foyer à Dıgoin", "Un foyer à St Rémy", "71100"])
def test_a_town_is_found_in_unusual_letters(text: str) -> None:
    """Capitals, an i without its dot, « Saint » shortened, a postcode alone."""
    assert telling.town_in(text, "71")


def test_letters_alone_tell_whether_a_text_may_speak_of_a_shelter() -> None:
    """What else `flat` changes would not be seen where a whole file is looked at."""
    assert [part for part in telling.PARTS_OF_SHELTER_WORDS if not part.isalpha() or telling.flat(part) != part] == []


@pytest.mark.parametrize("text", ["Un accord, [une aide](page:aides) (et d'autres).", "# Titre\n\n- un\n- deux", ""])
def test_a_text_that_speaks_of_no_shelter_is_let_through_whole(text: str) -> None:
    """Ordinary links are no reason to cut up a text."""
    assert not telling.may_speak_of_shelter(text)


def test_a_text_is_compared_as_it_is_read() -> None:
    """Markup, accents, invisible signs and kinds of spaces, hyphens and apostrophes make no difference."""
    assert telling.flat("**L’Été** : [deux\u00a0mots](page:a) &amp; `trois`\u2011_quatre_ d\u00e9\u00adjà") == (
        "L'Ete : deux mots & trois-quatre deja"
    )
