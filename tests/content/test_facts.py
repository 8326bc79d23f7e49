"""What may never be wrong: the numbers, the amounts, and where they come from. Checked against the published content."""

from collections.abc import Iterator

import pytest

from eclaircie.checks.entry import KNOWLEDGE_PART
from eclaircie.content.document import Document
from eclaircie.content.models import Aid, Helpline, Home
from eclaircie.content.national_lines import LISTENING_LINE, NATIONAL_LINES, NationalLine
from eclaircie.content.references import references
from eclaircie.languages import SOURCE, Language
from eclaircie.pages.site import ENTRANCES, Site
from tests.settings import PUBLISHED

BY_HAND = {
    "secours": {"numero": "17"},
    "europe": {"numero": "112"},
    "sms": {"sms": "114"},
    "sante": {"numero": "15"},
    "pompiers": {"numero": "18"},
    "toit": {"numero": "115"},
    "enfance": {"numero": "119", "messagerie": "https://www.allo119.gouv.fr"},
    "ecoute": {"numero": "39 19"},
    "droits": {"numero": "116 006", "numero_outre_mer": "+33 1 80 52 33 76"},
    "numerique": {"numero": "30 18"},
    "soutien": {"numero": "0 800 05 95 95"},
    "handicap": {"numero": "01 40 47 06 06"},
    "changer": {"numero": "08 019 019 11"},
    "moral": {"numero": "31 14"},
    "aines": {"numero": "31 33"},
    "messagerie": {"messagerie": "https://arretonslesviolences.gouv.fr"},
}
"""The national lines, written by another hand than those that the check compares with."""

EMERGENCY = {"secours", "europe", "sms", "sante", "pompiers", "toit", "enfance", "ecoute"}
"""17, 112, 114, 15, 18, 115, 119 and 39 19."""


def helpline(site: Site, name: str) -> Helpline:
    """A line of the site, by the name of its file."""
    entry = site.library.fiches[name].entry
    assert isinstance(entry, Helpline)
    return entry


def in_each_language(document: Document) -> Iterator[tuple[Language, str]]:
    """The text of a page in each language it is written in."""
    for language in PUBLISHED:
        words, written_in = document.words(language)
        if written_in is language:
            yield language, words.body


def test_the_check_compares_with_the_right_numbers() -> None:
    """The table that every check, build and preview holds against the content has the numbers that answer."""
    assert {name: dict(line.facts) for name, line in NATIONAL_LINES.items()} == BY_HAND


def test_the_check_knows_the_emergency_lines() -> None:
    """17, 112, 114, 15, 18, 115, 119 and 39 19, and no other of the table."""
    assert {name for name, line in NATIONAL_LINES.items() if line.is_emergency} == EMERGENCY


@pytest.mark.parametrize("name", NATIONAL_LINES)
def test_a_national_line_is_on_the_site(site: Site, name: str) -> None:
    """Each line of the table is one that the site publishes, with that number."""
    facts = site.library.fiches[name].facts

    assert {key: facts[key] for key in BY_HAND[name]} == BY_HAND[name]


@pytest.mark.parametrize("line", NATIONAL_LINES.values(), ids=NATIONAL_LINES)
def test_a_national_number_can_be_read_again(line: NationalLine) -> None:
    """Whoever doubts a number is told of a public page that gives it."""
    assert line.confirmed_by.startswith("https://")


UNSURE = ("975", "986", "987", "988")
"""Territories where it is not known that 114 answers."""


def test_the_bar_of_every_page_calls_17_and_writes_to_114(site: Site) -> None:
    """On every page, in every language, danger is one tap away; 114 too, but where it may not answer."""
    bars = {address: [line["number"] for line in site.inputs(address)["bar"]] for address in site.addresses()}
    unsure = {address for address in bars if address.split("/")[2:3] == ["reseaux"] and address.split("/")[3] in UNSURE}

    assert {numbers[0] for numbers in bars.values()} == {"17"}
    assert {numbers[1] for address, numbers in bars.items() if address not in unsure} == {"114"}
    assert unsure


@pytest.mark.parametrize(
    ("territory", "numbers"),
    [
        ("975", ["17", "39 19"]),
        ("986", ["17", "18"]),
        ("987", ["17", "15", "18"]),
        ("988", ["17", "15", "18"]),
        ("974", ["17", "114", "39 19"]),
    ],
)
def test_the_bar_of_a_territory_offers_only_what_is_sure_to_answer(
    site: Site, territory: str, numbers: list[str]
) -> None:
    """On all pages of its folder, in every language, a number that the page doubts is not one tap away."""
    mine = [address for address in site.addresses() if f"/reseaux/{territory}/" in address]

    assert {tuple(line["number"] for line in site.inputs(address)["bar"]) for address in mine} == {tuple(numbers)}


def test_the_bar_offers_the_39_19_unless_a_page_needs_another(site: Site) -> None:
    """Only some pages, as those for children or for men, offer another ear: the 39 19 is what the others have."""
    documents = site.library.documents.values()
    other = [document.path for document in documents if document.entry.listening_line != LISTENING_LINE]

    assert LISTENING_LINE == "ecoute"
    assert len(other) < len(documents) / 10


@pytest.mark.parametrize("path", ["", "faire/maintenant", "faire/silence", "faire/preparer", "numeros", "traces"])
def test_the_bar_of_the_most_needed_pages_offers_the_39_19(site: Site, path: str) -> None:
    """Who is in danger, or prepares to leave, has the 39 19 at hand."""
    assert site.library.documents[path].entry.listening_line == "ecoute"


def test_a_fact_is_the_same_in_every_language(site: Site) -> None:
    """Nobody is given another number for reading another language."""
    differing = [
        address
        for address in site.addresses()
        if address not in ENTRANCES
        if site.inputs(address)["facts"] != site.inputs("/fr/" + address.split("/", 2)[2])["facts"]
    ]

    assert differing == []


@pytest.mark.parametrize("name", sorted(EMERGENCY))
def test_no_doubt_stands_beside_an_emergency_number(site: Site, name: str) -> None:
    """Nobody in danger reads that a number may be wrong."""
    assert helpline(site, name).to_confirm == ()


@pytest.mark.parametrize("name", sorted(EMERGENCY))
def test_an_emergency_line_answers_day_and_night_and_is_free(site: Site, name: str) -> None:
    """Every emergency line is open every day, from midnight to midnight, at no cost and on no bill."""
    line = helpline(site, name)

    assert [(row.days, row.start, row.end) for row in line.hours or ()] == [(tuple(range(7)), "00:00", "24:00")]
    assert (line.cost, line.bill) == ("gratuit", "n_apparait_pas")


def test_every_fact_says_where_it_comes_from(site: Site) -> None:
    """Every line and every aid names its sources and the day it was compared with them."""
    fiches = site.library.fiches.items()

    assert [name for name, fiche in fiches if not (fiche.entry.sources and fiche.entry.checked_on)] == []


def test_every_page_of_advice_says_where_it_comes_from(site: Site) -> None:
    """Advice that may hurt where it is wrong is published from a named source."""
    documents = site.library.documents.values()

    assert [d.path for d in documents if d.entry.needs_review and not d.entry.sources] == []


def test_every_procedure_tells_what_the_other_person_can_learn(site: Site) -> None:
    """Before a complaint or a claim, the reader knows who will be told, and when."""
    procedures = [document for document in site.library.documents.values() if document.entry.is_procedure]

    assert procedures
    assert [
        d.path for d in procedures if f"## {KNOWLEDGE_PART}" not in d.parts.body.replace("’", "'").split("\n")
    ] == []


@pytest.mark.parametrize(
    "path", ["faire/declarer", "faire/ordonnance", "faire/certificat", "aides/urgence", "aides/caf"]
)
def test_the_great_procedures_are_known_as_such(site: Site, path: str) -> None:
    """A complaint, an order of protection, a certificate, the CAF: each is marked as a procedure."""
    assert site.library.documents[path].entry.is_procedure


def test_pages_that_stand_apart_are_in_no_list(site: Site) -> None:
    """What is written for those who do harm is offered to nobody else."""
    apart = {document.path for document in site.library.documents.values() if document.entry.stands_apart}
    listed = {
        item["href"]
        for inputs in map(site.inputs, site.addresses())
        for items in (
            *(inputs.get(name, ()) for name in ("children", "shortcuts", "themes", "lines")),
            *(group["lines"] for group in inputs["line_groups"]),
        )
        for item in items
    }

    assert apart == {"autrement", "numeros/changer"}
    assert [href for href in listed if any(href.endswith(f"/{path}/") for path in apart)] == []


FOR_PROFESSIONALS = {"aider/professionnel", "aider/ensemble"}
"""Pages for those who receive people at work: some receive people who are violent."""


def test_only_pages_for_professionals_lead_to_pages_that_stand_apart(site: Site) -> None:
    """No page for victims leads to a page for those who do harm, in any language; a professional finds it."""
    documents = site.library.documents
    apart = {path for path, document in documents.items() if document.entry.stands_apart}
    fiches = {documents[path].name for path in apart} & set(site.library.fiches)
    leading = {
        (document.path, language.tag)
        for document in documents.values()
        for language, body in in_each_language(document)
        for link in references(body)
        if (link.scheme == "page" and link.path in apart) or (link.scheme == "fiche" and link.fiche in fiches)
    }

    assert {path for path, _ in leading} == apart | FOR_PROFESSIONALS


def test_the_home_page_shows_the_lines_of_danger_first(site: Site) -> None:
    """Of all lines, the home page begins with 17, 114 and 39 19."""
    home = site.library.home.entry
    assert isinstance(home, Home)

    assert home.lines[:3] == ("secours", "sms", "ecoute")


# The emergency aid of the CAF: code de l'action sociale et des familles, articles D. 214-14 and R. 262-1.
# All amounts are in cents, so that nothing is rounded unseen.

RSA = 65169
"""The RSA of one person from 1 April 2026 (décret 2026-220)."""
NET_SMIC = 144311
"""The monthly SMIC, net, of 1 January 2026."""


def percent(amount: int, rate: int) -> int:
    """A share of an amount in tenths of a percent, rounded half up to the cent."""
    return (amount * rate + 500) // 1000


def base(rsa: int, children: int) -> int:
    """The amount before income counts: each child's share is rounded by itself."""
    shares = [500, 300, *[400] * max(0, children - 2)][:children]
    return rsa + sum(percent(rsa, share) for share in shares)


def amounts(rsa: int, children: int) -> list[int]:
    """The amount in each of the four bands of income."""
    return [percent(base(rsa, children), rate) for rate in (1000, 800, 600, 400)]


def gift_limit(net_smic: int, children: int) -> int:
    """The income up to which the aid is a gift."""
    return percent(net_smic, (1500, 2250, 2700, 3300)[min(children, 3)])


@pytest.mark.parametrize(
    ("rsa", "children", "most", "least"),
    [
        *((60775, 0, 60775, 24310), (60775, 2, 109396, 43758)),
        *((64652, 0, 64652, 25861), (64652, 3, 142235, 56894)),
    ],
)
def test_the_formula_gives_the_amounts_published_before(rsa: int, children: int, most: int, least: int) -> None:
    """The amounts published for 2023 and 2025 come out of the formula to the cent."""
    found = amounts(rsa, children)

    assert (found[0], found[-1]) == (most, least)


def test_the_formula_gives_the_most_published_for_three_children_in_2023() -> None:
    """1 337,06 €."""
    assert base(60775, 3) == 133706


def test_the_formula_gives_the_least_published_for_2024() -> None:
    """254,28 €."""
    assert amounts(63571, 0)[-1] == 25428


@pytest.mark.parametrize(("children", "limit"), [(0, 202959), (1, 304439), (2, 365326), (3, 446510), (4, 446510)])
def test_the_formula_gives_the_gift_limits_published_for_2023(children: int, limit: int) -> None:
    """With the net SMIC of January 2023, 1 353,06 €."""
    assert gift_limit(135306, children) == limit


def test_the_formula_gives_the_bands_published_for_2025() -> None:
    """713,15 € and 2 139,45 €."""
    assert (percent(142630, 500), percent(142630, 1500)) == (71315, 213945)


@pytest.fixture
def aid(site: Site) -> Aid:
    """The emergency aid as published."""
    entry = site.library.fiches["urgence"].entry
    assert isinstance(entry, Aid)
    return entry


def test_the_bands_of_income_follow_the_formula(aid: Aid) -> None:
    """Half the net SMIC, the whole, and one and a half."""
    assert aid.scale
    assert aid.scale.limits == tuple(percent(NET_SMIC, rate) for rate in (500, 1000, 1500))


def test_every_amount_of_the_table_follows_the_formula(aid: Aid) -> None:
    """For no child up to four, in each band of income."""
    assert aid.scale
    assert {row.children: list(row.amounts) for row in aid.scale.rows} == {
        children: amounts(RSA, children) for children in range(5)
    }


def test_every_gift_limit_of_the_table_follows_the_formula(aid: Aid) -> None:
    """For no child up to four."""
    assert aid.scale
    assert [row.gift_up_to for row in aid.scale.rows] == [gift_limit(NET_SMIC, children) for children in range(5)]


def test_each_further_child_adds_what_the_formula_says(aid: Aid) -> None:
    """From the fifth child on, as from the third, 40 % of the RSA."""
    assert aid.scale
    assert aid.scale.each_further_child == base(RSA, 5) - base(RSA, 4)


def test_the_amounts_end_with_their_year(aid: Aid) -> None:
    """The RSA changes every 1 April: no amount is shown after 31 March 2027."""
    assert aid.valid_until
    assert aid.valid_until.isoformat() == "2027-03-31"


def test_the_table_is_shown_as_an_estimate(aid: Aid) -> None:
    """No table for 2026 has been published: ours stands to be confirmed."""
    assert "bareme" in aid.to_confirm


def test_the_delays_of_the_aid_are_those_of_the_law(aid: Aid) -> None:
    """Paid within three working days, five at most, once in twelve months."""
    assert (aid.working_days, aid.most_working_days, aid.again_after_months) == (3, 5, 12)


def test_the_table_is_the_same_in_every_language(site: Site) -> None:
    """The amounts do not depend on the language of the reader."""
    tables = [site.inputs(f"/{language.tag}/aides/urgence/")["facts"]["bareme"] for language in PUBLISHED]

    assert [table == tables[PUBLISHED.index(SOURCE)] for table in tables] == [True] * len(PUBLISHED)
