"""What the words of a text tell: where a shelter is, how many it takes in, who works there."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from eclaircie.checks.disclosure import nearness, people, sizes, sounds, vocabulary, where
from eclaircie.checks.disclosure.nearness import Place
from eclaircie.checks.disclosure.text import flat
from eclaircie.messages.faults import Faults
from eclaircie.places import commune_names, communes, territories
from tests.local_files import check_local, library_of, network, news, page, structure


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
        *("71000", "75011", "71000 Mâcon", "71 000 Mâcon", "71000 **Mâcon**", "BP 40012", "CS 10023", "Untel cedex 9"),
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
    assert where.street_in(text)


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
    assert where.street_in(text) is None


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
    assert sizes.size_in(text)


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
    assert sizes.size_in(text) is None


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
            "le Grand Chalon",
            "à Vers",
        ),
    ],
)
def test_a_town_is_found_as_people_write_it(text: str) -> None:
    """Capitals, accents, hyphens, articles and short forms do not hide a town."""
    assert nearness.town_in(text, Place("71"))


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
    ],
)
def test_what_is_no_town_of_the_departement_is_let_through(text: str) -> None:
    """A region, a newspaper, an ordinary word or a town elsewhere is none."""
    assert nearness.town_in(text, Place("71")) is None


@pytest.mark.parametrize("territory", ["01", "2a", "38", "71", "80", "971", "987"])
def test_every_commune_of_a_territory_is_found(territory: str) -> None:
    """Behind « à », no official name is missed, be it a single letter."""
    assert [c.name for c in communes(territory) if not nearness.town_in(f"à {c.name}", Place(territory))] == []


@pytest.mark.parametrize("territory", territories())
def test_a_territory_may_be_named(territory: str) -> None:
    """Mayenne and Vienne are towns too, and Saint-Denis stands in Seine-Saint-Denis."""
    names = (territories()[territory].name, territories()[territory].region)
    texts = [f"{before}{name}." for before in ("", "à ", "de ", "en ", "dans la région ") for name in names]

    assert [text for text in texts if nearness.town_in(text, Place(territory))] == []


@pytest.mark.parametrize(
    ("territory", "text"),
    [
        ("33", "à Gironde-sur-Dropt"),
        ("93", "à Saint-Denis"),
        ("975", "à Saint-Pierre"),
        ("62", "à Calais"),
    ],
)
def test_a_town_that_resembles_its_territory_is_found(territory: str, text: str) -> None:
    """Only the name of the territory itself tells nothing."""
    assert nearness.town_in(text, Place(territory))


@pytest.mark.parametrize("slug", ["71", "974", None])
@pytest.mark.parametrize("text", ["Lyon", "à Villefranche-sur-Saône", "de Sète", "in Dijon", "near bayonne", "à Nice"])
def test_a_town_is_found_from_anywhere(text: str, slug: str | None) -> None:
    """In the folder of another département, and in no folder."""
    assert nearness.town_in(text, Place(slug))


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
        *(
            "Une maison relais à Dole",
            "Un appartement sécurisé, Nevers",
            "Des nuits à l'hôtel à Beaune",
            "Un gîte à Sète",
        ),
        *("La mise à l'abri se fait à Oyonnax", "Le foyer est discret. Il se trouve à Lyon.", "Le foyer ? À Mâcon."),
        *(
            "On trouve un hébergement à Mâcon",
            "L'hébergement au centre social de Mâcon",
            "Vous dormirez au foyer, à Us",
        ),
        *(
            "A safe flat in Lyon",
            "The hostel is near Dijon",
            "In Macon, a shelter takes women in",
            "HÉBERGEMENT À MÂCON",
        ),
        *("On vous héberge à Cluny", "Le refuge de Saint Gengoux le National", "Un hébergement dans le Grand Chalon"),
    ],
)
def test_a_town_beside_a_shelter_is_found(text: str) -> None:
    """Few words between a house and a town tell that it stands there."""
    assert nearness.town_beside_shelter(text, Place("71"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Pour un hébergement, demandez à la mairie de Mâcon.",
            "Réseau de Mâcon : hébergement d'urgence, droits, santé.",
        ),
        *("À Mâcon, l'hébergement se demande au 115.", "À Mâcon, on vous parle d'un hébergement."),
        *("Le commissariat de Chalon cherche un abri.", "Le 115 cherche un hébergement partout."),
        *("L'Hôtel de ville de Mâcon", "Un refuge pour animaux à Mâcon", "Des hébergements en Saône-et-Loire."),
        *("On cherche un abri. Mâcon a aussi une permanence."),
        *("Le foyer fiscal de Mâcon", "Une mère au foyer de Mâcon", "Mâcon"),
    ],
)
def test_a_town_that_is_not_that_of_a_shelter_is_let_through(text: str) -> None:
    """A network names its town, and the town hall where one asks."""
    assert nearness.town_beside_shelter(text, Place("71")) is None


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
    assert people.person_in(text)


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
    assert people.person_in(text) is None


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
    assert people.mobile_in(f"Le {text}.")


@pytest.mark.parametrize(
    "text", ["03 85 12 34 56", "01 06 12 34 56", "+33 1 06 12 34 56", "06/07/2026", "06.07.2026", "39 19"]
)
def test_a_fixed_number_is_no_mobile(text: str) -> None:
    """What rings in an office may be published."""
    assert people.mobile_in(text) is None


@pytest.mark.parametrize(
    "name",
    [
        *("anne.untel", "a.untel", "anne_untel", "anne-untel71", "ANNE.UNTEL", "a.b.untel", "sophie", "sophie71"),
        *("martine.cassou", "anne.caffin", "untel.anne"),
    ],
)
def test_an_email_address_of_a_person_is_found(name: str) -> None:
    """Two words, or a first name; a service's word within a surname does not hide it."""
    assert people.personal_email_in(f"Écrivez à {name}@example.org.") == f"{name}@example.org"


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
    assert people.personal_email_in(f"{name}@example.org") is None


@pytest.mark.parametrize(
    "text", ["Un foyer à CHALON-SUR-SAÔNE", "Un foyer à Dıgoin", "Un foyer à St Rémy", "à Chalon s/ Saône"]
)
def test_a_town_is_found_in_unusual_letters(text: str) -> None:
    """Capitals, an i without its dot, « Saint » and « sur » shortened."""
    assert nearness.town_in(text, Place("71"))


@pytest.mark.parametrize(
    "text",
    [
        *("الملجأ في ماكون", "ملجأ مرسيليا", "إيواء في ليون", "مأوى في مونبلييه", "إيواء بشالون", "شقة آمنة في ديجون"),
        *("إيواء في بورغ", "يقع الملجأ في فيلوربان", "بيت آمن في كلوني", "إيواء في سانت إتيان", "الملجأ في لو كروزو"),
        *("إيواء في مدينة نيس", "فندق في بيزانسون", "ملجأ في بوردو", "إيواء في ستراسبورغ", "الملجأ في Villefranche"),
    ],
)
def test_a_town_is_known_again_in_arabic(text: str) -> None:
    """By its sound, as people write it who hear its name."""
    assert nearness.town_beside_shelter(text, Place("71"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "إيواء من أجل النساء",
            "الإيواء في الليل من دون شكوى",
            "ملجأ لكل امرأة",
            "مأوى عند الحاجة",
            "إيواء في بيت آمن",
        ),
        *("تبحث الشبكة عن مأوى في المقاطعة", "إيواء ليلًا ونهارًا", "شبكة ماكون تبحث عن مأوى"),
    ],
)
def test_ordinary_arabic_is_no_town(text: str) -> None:
    """Words that sound like a village are words, and a network may bear the name of its town."""
    assert nearness.town_beside_shelter(text, Place("71")) is None


@pytest.mark.parametrize("other", ["ماكان", "مكون", "ميكان", "بالون", "نيون"])
def test_a_name_that_sounds_otherwise_is_another(other: str) -> None:
    """Vowels count, not consonants alone."""
    ours = [*sounds.sounds_of("macon"), *sounds.sounds_of("lyon")]

    assert not any(sounds.agree(name, sounds.ARABIC.sound(other) or "") for name in ours if same(name, other))


def same(name: str, other: str) -> bool:
    """Whether two names have the same consonants, so that they are compared at all."""
    return sounds.skeleton(name) == sounds.skeleton(sounds.ARABIC.sound(other) or "")


def test_a_script_is_a_table() -> None:
    """Another one needs no other code: here a part of the Cyrillic one."""
    letters = dict(zip("лионмакр", ("L", "i", "o", "N", "M", "a", "K", "R"), strict=True))
    cyrillic = sounds.Script(letters, (("", False),), frozenset(("в",)), frozenset())

    assert [cyrillic.sound(word) for word in ("лион", "макон", "щи")] == ["LioN", "MaKoN", None]
    assert any(sounds.agree(name, "MaKoN") for name in sounds.sounds_of("macon"))


@pytest.mark.parametrize(
    "text",
    [
        *("derrière la gare", "à côté de l'église", "près du stade", "en face du lycée", "à deux pas de la mairie"),
        *(
            "à dix minutes à pied de la mairie",
            "au bout du chemin",
            "au-dessus de la boulangerie",
            "juste après le pont",
        ),
        *("le bus 4", "ligne de tram B", "arrêt République", "l'arrêt de bus Carnot", "la station Gare"),
        *("behind the station", "opposite the church", "ten minutes from the town hall", "قرب المحطة", "خلف الكنيسة"),
    ],
)
def test_what_stands_near_a_door_is_found(text: str) -> None:
    """A landmark or a bus stop shows the way as well as a street does."""
    assert where.surroundings_in(f"Le foyer, {text}.")


@pytest.mark.parametrize(
    "text",
    [
        *("Ce n'est pas un hôpital.", "Au bout de trois mois, l'école.", "Un proche, la mairie", "loin de la violence"),
        *("Vos proches vont à la mairie.", "près de chez vous", "à côté de vous", "la ligne 39 19", "après l'école"),
    ],
)
def test_what_is_no_landmark_is_let_through(text: str) -> None:
    """Nearness to people, « pas » as in « n'est pas », and helplines."""
    assert where.surroundings_in(text) is None


@pytest.mark.parametrize(
    "text", ["8FQ7+3X", "8FQ7JR2V+3X", "///table.chaise.lampe", "Google Maps", "12 r. Haute", "46.30691"]
)
def test_other_ways_to_tell_a_point_are_found(text: str) -> None:
    """Codes that maps give to places."""
    assert where.street_in(f"Le foyer : {text}")


@pytest.mark.parametrize(
    "text",
    [
        *("Contact : Inès Untel", "Demandez J. Untel.", "Référente : M.-C. Untel", "UNTEL Sophie", "Fatoumata Untel"),
        *("la brigadière-cheffe Untel", "Madame Le Goff", "M. d'Arcy", "Ms Smith", "Dr Karim Untel", "Maître Untel"),
        *("مع السيدة مارتان", "السيد Untel يستقبلك", "الدكتورة ليلى تستقبلك"),
    ],
)
def test_a_person_is_found_however_named(text: str) -> None:
    """By a label, an initial, a rank, in English and in Arabic."""
    assert people.person_in(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Le centre Hubertine-Auclert", "La loi Badinter", "L'hôpital Jean Verdier", "Le prix Simone de Beauvoir"),
        *(
            "Le lycée Marie Curie",
            "Contact : Croix-Rouge française",
            "Contact : France Victimes 71",
            "Institut Jean Lecanuet",
        ),
        *("Mme la procureure", "السيدة التي تستقبلك", "السيد المدير", "Fondation Abbé Pierre", "ADIL du Tarn"),
    ],
)
def test_who_gave_a_name_to_a_house_or_a_law_is_no_staff(text: str) -> None:
    """Nor is an office without a name."""
    assert people.person_in(text) is None


def test_the_author_of_a_source_may_be_named() -> None:
    """But nobody is « Mme » there."""
    assert people.person_in("Julie Untel, avocate", is_citation=True) is None
    assert people.person_in("Mme Untel, entretien", is_citation=True)


@pytest.mark.exhaustive
def test_every_commune_of_the_country_is_found() -> None:
    """Behind « à », in the file of any département; three bear the name of a territory and are read as that."""
    names = commune_names() - {"La Creuse", "La Marne", "La Réunion", "Bors (Canton de Charente-Sud)"}

    assert [
        name for name in sorted(names) if not nearness.town_beside_shelter(f"Un foyer à {name}.", Place("71"))
    ] == []


# The one list of words


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of lists, to be changed by a test."""
    folder = tmp_path / "words"
    shutil.copytree(vocabulary.WORDS, folder)
    monkeypatch.setattr(vocabulary, "WORDS", folder)
    forget()
    yield folder
    monkeypatch.undo()
    forget()


def forget() -> None:
    """Have the list be read again."""
    for kept in vars(vocabulary).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()


@pytest.mark.parametrize("line", ["house tipi/tipis", "house grande* yourte*", "house *كوخ*", "bed tipi/tipis"])
def test_one_word_more_takes_effect_in_every_rule(words: Path, tmp_path: Path, line: str) -> None:
    """Whoever adds a line to the list need add nothing elsewhere."""
    word = {"house grande* yourte*": "grande yourte", "house *كوخ*": "الكوخ"}.get(line, "tipi")
    told = [
        f"Le {word} est à Lyon.",
        f"{word} au 12 rue Haute.",
        f"Un {word} de douze places.",
        f"{word}, derrière la gare.",
    ]
    files = [{"71/a.md": network(body=body)} for body in told]
    if line.startswith("house"):
        files += [{"fr/a.md": page("page", "", body)} for body in told]
        files += [{"71/a.md": structure("adresse: 12 rue Haute\n", title=f"Le {word}")}]
        files += [
            {"71/a.md": network(body=f"## Le {word}\n\nVenez à Lyon.")},
            {"71/a.md": news(title=word, body="À Lyon.")},
        ]
    before = [faults_of(tmp_path / f"before{number}", file) for number, file in enumerate(files)]
    with (words / "shelters.txt").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    forget()

    assert not any("shelter_told" in found for found in before)
    assert [
        found for found in (faults_of(tmp_path / f"{n}", f) for n, f in enumerate(files)) if "shelter_told" not in found
    ] == []


def faults_of(folder: Path, files: dict[str, str]) -> list[str]:
    """The codes of what files tell that none may tell."""
    faults, library = Faults(), library_of(folder, files)
    check_local(library, faults, "disclosure")
    return [fault.code for fault in faults]


def test_each_word_of_the_list_is_found() -> None:
    """As it stands there: with its first choices, and letters for each `*`."""
    lines = (line.split(" ") for line in vocabulary.word_list("shelters.txt"))
    texts = {(kind, " ".join(word.split("/")[0].replace("*", "") for word in words)) for kind, *words in lines}

    assert [text for kind, text in texts if kind != "other" and not vocabulary.mentions(f"Voici {text}.")] == []
    assert [text for kind, text in texts if kind == "other" and vocabulary.mentions(f"Voici {text}.")] == []


def test_a_text_is_compared_as_it_is_read() -> None:
    """Markup, accents, invisible signs and kinds of spaces, hyphens, apostrophes and digits make no difference."""
    assert (
        flat("**L’Été** : deux\u00a0mots  `trois`\u2011_quatre_ d\u00e9\u00adjà ١٢")
        == "L'Ete : deux mots trois- quatre deja 12"
    )
