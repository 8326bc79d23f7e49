"""Translations: when they are behind the French, what they must share with it, and when a review holds."""

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import freeze
from eclaircie.checks import reviewers
from eclaircie.checks import translations as translation_checks
from eclaircie.checks.translations import differences
from eclaircie.cli.header_lines import write_lines
from eclaircie.cli.voice import Voice
from eclaircie.content.document import Document, Translated, Words
from eclaircie.content.library import load
from eclaircie.content.translation import fingerprint_of_review, is_behind, is_reviewed
from eclaircie.languages import BY_TAG, ENGLISH, SOURCE
from eclaircie.loading import ContentError, read_site
from eclaircie.messages.faults import Faults
from eclaircie.pages.site import Site
from tests.local_site import LOCAL_FILES
from tests.pages.test_pages import GUIDES, only, shown, words
from tests.small_site import BEFORE_REVIEW, CHECKED, write_small_content

LINE = {"en": "This translation is a little behind.", "ar": "هذه الترجمة متأخرة قليلًا."}
UNREVIEWED = {"en": "has not been reviewed by a native speaker", "ar": "لم يراجعها بعد شخص لغته الأم هي العربية"}
COMPARED = {"en": "Compared with its sources", "ar": "قورن هذا"}
SOURCES = CHECKED + "\n"
FRENCH = f"""\
---
titre: Quoi faire
onglet: Quoi
resume: Ce qu'il faut faire.
{SOURCES}---

Restez près d'une sortie.

[](fiche:conseils)

## Ensuite

1. Appelez [](fiche:secours/numero).
2. Partez.

| Jour | Heure |
|---|---|
| lundi | 9 h |
"""
OWN = {
    "en": """\
---
titre: What to do
onglet: What
resume: What is to be done.
---

Stay near a way out.

[](fiche:conseils)

## Then

1. Call [](fiche:secours/numero).
2. Leave.

| Day | Hour |
|---|---|
| Monday | 9 |
""",
    "ar": """\
---
titre: ما العمل
onglet: ماذا
resume: ما يجب فعله.
---

ابقي قرب مخرج.

[](fiche:conseils)

## بعد ذلك

1. اتصلي بالرقم [](fiche:secours/numero).
2. غادري.

| اليوم | الساعة |
|---|---|
| الاثنين | 9 |
""",
}
PATH = "aider/quoi"


PATH = "aider/quoi"


def write(
    folder: Path, files: dict[str, str] | None = None, *, french: str = FRENCH, own: str = "", tag: str = "en"
) -> Path:
    """Write the small site with a page that has a translation, and return the folder of the content."""
    pair = {f"fr/{PATH}.md": french, f"{tag}/{PATH}.md": own or OWN[tag]}
    return write_small_content(folder / "content", {**pair, **(files or {})})


def mark(content: Path, path: str = PATH, tag: str = "en", *, reviewed: bool = True) -> Path:
    """Note that a translation follows today's French, and that it was reviewed. Returns its file."""
    document = load(content, Faults()).documents[path]
    translated = document.translations[tag]
    write_lines(translated.file, {"traduit_de": document.fingerprint}, Voice())
    if reviewed:
        review = fingerprint_of_review(document.words(SOURCE)[0], translated.words)
        write_lines(
            translated.file, {"relu_par": "Association Essai", "relu_le": "2026-11-02", "relu_de": review}, Voice()
        )
    return translated.file


def state(content: Path, path: str = PATH, tag: str = "en") -> tuple[bool, bool]:
    """Whether a translation is behind, and whether it counts as reviewed."""
    document = load(content, Faults()).documents[path]
    return is_behind(document, BY_TAG[tag]), is_reviewed(document, BY_TAG[tag])


def page(content: Path, address: str) -> ElementTree.Element:
    """What a page shows, as a browser reads it."""
    return only(shown(read_site(BEFORE_REVIEW, content=content), address), ".//main")


def notes(main: ElementTree.Element) -> list[str]:
    """The lines that say that a page is behind."""
    return [words(note) for note in main.findall(".//p[@class='note behind']")]


def change(file: Path, old: str, new: str) -> None:
    """Change some words of a file."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


# On the page


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_translation_of_todays_french_says_nothing(tmp_path: Path, tag: str) -> None:
    """Where nothing is behind there is no line, the day of comparison stands, and a review counts."""
    content = write(tmp_path, tag=tag)
    mark(content, tag=tag)
    main = page(content, f"/{tag}/{PATH}/")

    assert notes(main) == []
    assert COMPARED[tag] in words(main)
    assert UNREVIEWED[tag] not in words(main)


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(("Restez près", "Restez loin"), ("titre: Quoi faire", "titre: Que faire"), ("qu'il faut", "qu'on doit")),
        *(("onglet: Quoi", "onglet: Que"), ("lundi | 9 h", "mardi | 9 h"), ("2. Partez.", "2. Partez.\n3. Restez.")),
    ],
)
def test_a_translation_that_is_behind_says_so(tmp_path: Path, tag: str, old: str, new: str) -> None:
    """One line in the reader's language with a link to the French page; no review and no day of comparison any more."""
    content = write(tmp_path, tag=tag)
    mark(content, tag=tag)
    change(content / "fr" / f"{PATH}.md", old, new)
    main = page(content, f"/{tag}/{PATH}/")

    assert [line.startswith(LINE[tag]) for line in notes(main)] == [True]
    link = only(main, ".//p[@class='note behind']/a")
    assert (link.get("href"), link.get("hreflang")) == (f"/fr/{PATH}/", "fr")
    assert COMPARED[tag] not in words(main)
    assert UNREVIEWED[tag] in words(main)


@pytest.mark.parametrize("address", [f"/fr/{PATH}/", f"/ar/{PATH}/"])
def test_french_words_are_never_behind(tmp_path: Path, address: str) -> None:
    """The French page says nothing, nor does one that is shown in French for want of a translation."""
    content = write(tmp_path)

    assert notes(page(content, address)) == []


def test_a_translation_that_names_no_french_is_behind(tmp_path: Path) -> None:
    """Nobody knows which text it follows."""
    assert len(notes(page(write(tmp_path), f"/en/{PATH}/"))) == 1


def test_the_home_page_says_it_too(tmp_path: Path) -> None:
    """The home page has a template of its own."""
    content = write(tmp_path, {"en/index.md": "---\ntitre: Home\nonglet: Home\nresume: First.\n---\nHello.\n"})

    main = page(content, "/en/")
    assert len(notes(main)) == 1
    assert UNREVIEWED["en"] in words(main)


def test_a_page_says_when_a_guide_in_it_is_behind(tmp_path: Path) -> None:
    """Guides have no page of their own: the page that shows one says so, and counts as reviewed only where it is, too."""
    own = "---\ntitre: Traces\nonglet: Traces\nresume: The traces.\n---\n[](site:navigateurs)\n"
    content = write(tmp_path, {**GUIDES, "en/traces/index.md": own})
    mark(content, "traces")
    before = page(content, "/en/traces/")
    mark(content, "traces/b")
    after = page(content, "/en/traces/")
    change(content / "en/traces/b.md", "Line of", "The line of")

    assert (len(notes(before)), UNREVIEWED["en"] in words(before)) == (1, True)
    assert (len(notes(after)), UNREVIEWED["en"] in words(after)) == (0, False)
    assert UNREVIEWED["en"] in words(page(content, "/en/traces/"))


def test_a_card_whose_words_are_behind_shows_no_day(tmp_path: Path) -> None:
    """On the page of a département, the day on which French facts were checked stands beside no older words."""
    own = "---\ntitre: Law\nresume: Answers.\n---\nSomeone answers.\n"
    content = write(tmp_path, {**LOCAL_FILES, "en/reseaux/71/droit.md": own})
    change(content / "fr/reseaux/71/droit.md", "verifie_le: 2026-11-01", "verifie_le: 2026-11-15")
    mark(content, "reseaux/71/droit", reviewed=False)
    assert "Checked between" in words(page(content, "/en/reseaux/71/"))
    change(content / "fr/reseaux/71/droit.md", "---\nOn vous répond.", "---\nOn vous répond mieux.")

    assert "Checked on" in words(page(content, "/en/reseaux/71/"))


# The French beside it

BESIDE = FRENCH.replace("resume:", "francais_a_cote: oui\nresume:", 1)


def beside(main: ElementTree.Element) -> list[ElementTree.Element]:
    """The pieces of the French text that stands beside a translation, in order."""
    pieces = list(main)
    [heading] = [piece for piece in pieces if piece.get("class") == "beside"]
    found = [piece for piece in pieces[pieces.index(heading) + 1 :] if piece.get("class") != "sources"]
    return found


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_where_it_is_asked_for_the_french_stands_beside_what_is_behind(tmp_path: Path, tag: str) -> None:
    """Title, paragraphs, steps, table and card, in French throughout and marked so, each id still once."""
    content = write(tmp_path, french=BESIDE, tag=tag)
    main = page(content, f"/{tag}/{PATH}/")
    french = beside(main)
    text = " ".join(words(piece) for piece in french)

    french = [piece[0] if piece.tag == "div" else piece for piece in french]  # a table has a box of its own
    assert [piece.tag for piece in french] == ["p", "p", "ul", "h2", "ol", "table"]
    assert {(piece.get("lang"), piece.get("dir")) for piece in french} == {("fr", "ltr")}
    for part in ("Quoi faire", "Restez près d’une sortie.", "Ensuite", "Appelez 17.", "Partez.", "lundi", "Vos droits"):
        assert part in text
    assert "L’appel reste dans la liste d’appels du téléphone." in text
    assert not re.search("[\u0600-\u06ff]|The call", text)
    ids = [element.get("id") for element in main.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_the_line_says_that_the_french_is_there_and_leads_to_it(tmp_path: Path) -> None:
    """Two sentences and a link, each apart from the next."""
    content = write(tmp_path, french=BESIDE)

    assert notes(page(content, f"/en/{PATH}/")) == [
        "This translation is a little behind. The French text is more recent. "
        "It is also on this page, beside this text or below it. Read the page in French"
    ]


def test_its_links_stay_in_the_language_of_the_reader(tmp_path: Path) -> None:
    """Whoever follows a link of the French text comes to the page in their own language."""
    content = write(tmp_path, french=BESIDE, tag="ar")
    links = [
        link.get("href") or "" for piece in beside(page(content, f"/ar/{PATH}/")) for link in piece.findall(".//a")
    ]

    assert [link for link in links if not link.startswith("tel:")] == ["/ar/numeros/conseils/"]


@pytest.mark.parametrize("block", ["[](site:contact)", "[](site:ligne)", "[](fiche:sms/sms)"])
def test_what_a_page_can_show_once_or_alone_does_no_harm_beside(tmp_path: Path, block: str) -> None:
    """A block of the site stands with the translation; a message to write stands in both."""
    content = write(tmp_path, french=f"{BESIDE}\n{block}\n", own=f"{OWN['en']}\n{block}\n")
    main = page(content, f"/en/{PATH}/")
    links = [link.get("href") for piece in beside(main) for link in piece.iter("a")]

    assert "<" not in words(main)
    assert ("sms:114" in links) == (block == "[](fiche:sms/sms)")


@pytest.mark.parametrize(("french", "fresh"), [(FRENCH, False), (BESIDE, True)])
def test_elsewhere_the_french_does_not_stand_beside(tmp_path: Path, french: str, fresh: bool) -> None:
    """Neither on other pages nor where the translation follows today's French."""
    content = write(tmp_path, french=french)
    if fresh:
        mark(content)

    assert page(content, f"/en/{PATH}/").findall(".//h2[@class='beside']") == []


@pytest.mark.parametrize(
    "path", ["faire/maintenant", "faire/silence", "faire/declarer", "faire/ordonnance", "numeros/secours"]
)
def test_the_pages_on_which_an_error_hurts_most_ask_for_it(site: Site, path: str) -> None:
    """Danger, complaint and order of protection."""
    assert site.library.documents[path].entry.keeps_french


# What a translation shares with the French

LOST = [
    ("[](fiche:conseils)\n\n", "", "missing_link"),
    ("[](fiche:conseils)", "See [](fiche:conseils).", "lost_card"),
    ("[](fiche:conseils)", "[](fiche:ecoute)", "missing_link"),
    ("[](fiche:conseils)", "[](fiche:conseils)\n\n[](fiche:conseils)", "extra_link"),
    ("[](fiche:secours/numero)", "17", "missing_link"),
    ("[](fiche:secours/numero)", "[](fiche:conseils/numero)", "missing_link"),
    ("[](fiche:secours/numero)", "[](fiche:secours/nom)", "missing_link"),
    ("Stay near", "[Stay](https://essai.test/) near", "extra_link"),
    ("Stay near", "[Stay](page:aider) near", "extra_link"),
    ("## Then", "Then", "missing_heading"),
    ("## Then", "**Then**", "missing_heading"),
    ("## Then", "### Then", "other_level"),
    ("## Then", "## First\n\nOne.\n\n## Then", "extra_heading"),
    ("Stay near a way out.", "Stay near a way out\n---", "extra_heading"),
    ("2. Leave.", "Leave.", "lost_items"),
    ("2. Leave.\n", "", "lost_items"),
    ("2. Leave.", "2. Leave.\n3. Run.", "lost_items"),
    ("| Monday | 9 |\n", "", "other_tables"),
    ("| Monday | 9 |", "| Monday | 9 |\n| Tuesday | 9 |", "other_tables"),
    ("| Day | Hour |\n|---|---|\n| Monday | 9 |", "Monday at 9.", "other_tables"),
    ("| Day | Hour |\n|---|---|\n| Monday | 9 |", "| Day |\n|---|\n| Monday |", "other_tables"),
]


def codes(content: Path) -> set[str]:
    """The kinds of differences between the page and its English words."""
    document = load(content, Faults()).documents[PATH]
    return {difference.code for difference in differences(document, document.translations["en"])}


@pytest.mark.parametrize(("old", "new", "code"), LOST)
def test_a_translation_that_lost_a_part_is_named(tmp_path: Path, old: str, new: str, code: str) -> None:
    """A heading, a card, a link, a step or a row that is missing, or that the French does not have."""
    assert OWN["en"].count(old) == 1
    content = write(tmp_path, own=OWN["en"].replace(old, new))

    assert code in codes(content)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Stay near a way out.", "Stay near a way out.\n\nYou can say:\n\n- Aidez-moi.\n- Appelez."),
        ("Stay near a way out.", "Stay near a way out.\nAnd breathe.\n\nGo on."),
        ("1. Call [](fiche:secours/numero).", "1. Call [the police](fiche:secours/numero)."),
        ("Monday", "On Monday morning, if one can"),
        ("## Then", "Then\n---"),
        ("[](fiche:conseils)", "[](fiche:conseils/)"),
    ],
)
def test_a_translation_may_say_it_in_its_own_way(tmp_path: Path, old: str, new: str) -> None:
    """More sentences, French phrases with what they mean, other ways to mark the same thing."""
    assert old in OWN["en"]
    content = write(tmp_path, own=OWN["en"].replace(old, new))

    assert codes(content) == set()


def faults_of(content: Path) -> list[tuple[str, str]]:
    """The faults and remarks about translations: what and where."""
    try:
        found = read_site(BEFORE_REVIEW, content=content).remarks
    except ContentError as error:
        found = error.faults
    return [(f.code, f.where(content)) for f in found if f.file == content / "en" / f"{PATH}.md"]


def test_a_lost_part_stops_only_what_calls_itself_up_to_date(tmp_path: Path) -> None:
    """After a change of the French, nobody has to translate before the French can be published."""
    content = write(tmp_path)
    file = mark(content, reviewed=False)
    change(file, "## Then", "Then")
    lost = faults_of(content)
    change(file, "Then", "## Then")
    change(content / "fr" / f"{PATH}.md", "## Ensuite", "## Un titre de plus\n\nAvec [](fiche:ecoute).\n\n## Ensuite")

    assert lost == [("missing_heading", "en/aider/quoi.md:8")]
    assert faults_of(content) == [("stale_parts", "en/aider/quoi.md:5")]


def test_a_text_that_lost_half_of_itself_is_named(tmp_path: Path) -> None:
    """Also where no heading, link or list went with it."""
    sentence = "Une phrase assez longue pour que l'on compte ses lettres. "
    content = write(
        tmp_path,
        french=f"---\ntitre: A\nresume: A.\n---\n{sentence * 6}\n",
        own=f"---\ntitre: A\nresume: A.\n---\n{'A sentence long enough for its letters to be counted. ' * 3}\n",
    )
    mark(content, reviewed=False)

    assert faults_of(content) == [("much_shorter", "en/aider/quoi.md:6")]


@pytest.mark.exhaustive
@pytest.mark.parametrize("half", ["first", "second"])
def test_half_of_any_translation_of_the_site_is_named(site: Site, half: str) -> None:
    """Whichever half of its lines goes, of a text of some length; and no whole translation is named for nothing."""
    missed = []
    for document in site.library.documents.values():
        for tag, whole in document.translations.items():
            lines = whole.words.body.split("\n")
            kept = lines[: len(lines) // 2] if half == "first" else lines[len(lines) // 2 :]
            cut = replace(whole, words=replace(whole.words, body="\n".join(kept)))
            if len(document.parts.body) > 600 and not named(document, cut):
                missed.append(f"{tag}/{document.path}")

    assert missed == []
    assert [f.where() for f in site.remarks if f.code in ("much_shorter", "fewer_paragraphs")] == []


def named(document: Document, translated: Translated) -> bool:
    """Whether a translation is named for what it lost."""
    faults = Faults()
    translation_checks.check_length(document, translated, faults)
    return bool(faults) or any(differences(document, translated))


# Reviews


def test_a_review_holds_for_what_was_read(tmp_path: Path) -> None:
    """Facts and keys of the header are no words; nor are blanks at the end of a file."""
    content = write(tmp_path)
    file = mark(content)
    change(content / "fr" / f"{PATH}.md", "verifie_le: 2026-11-01", "verifie_le: 2026-11-02")
    file.write_text(file.read_text("utf-8") + "\n\n", "utf-8")

    assert state(content) == (False, True)


PLACES = [(f"fr/{PATH}.md", FRENCH), (f"en/{PATH}.md", OWN["en"])]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_word_changed_ends_a_review(data: st.DataObject, reviewed_site: Path) -> None:
    """A word that is changed, left out, added or moved, in the translation or in the French: nobody reviewed that."""
    name, _ = data.draw(st.sampled_from(PLACES))
    file = reviewed_site / name
    text = file.read_text("utf-8")
    places = [found.span() for found in re.finditer(r"[^\W_]+", text) if is_word(text, found.start())]
    begin, end = data.draw(st.sampled_from(places))
    other = data.draw(
        st.sampled_from(["", "autre", text[begin:end] * 2, f"{text[begin:end]} oui", text[begin:end].swapcase()])
    )
    if other == text[begin:end]:
        other += "x"
    try:
        file.write_text(text[:begin] + other + text[end:], "utf-8")
        documents = load(reviewed_site, Faults()).documents
        # A change after which the file can no longer be read publishes nothing.
        if PATH in documents and "en" in documents[PATH].translations:
            assert not is_reviewed(documents[PATH], ENGLISH)
    finally:
        file.write_text(text, "utf-8")


def is_word(text: str, place: int) -> bool:
    """Whether a word of a file is one that is read: in a title, a tab, a summary or the text, and not a key."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    in_body = text.index("\n---\n") < place
    return in_body or (re.match(r"(?:titre|onglet|resume): ", line + text[place]) is not None and ": " in line)


@pytest.fixture(scope="module")
def reviewed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a translation that is up to date and reviewed; what changes it puts it back."""
    content = write(tmp_path_factory.mktemp("reviewed"))
    mark(content)
    assert state(content) == (False, True)
    return content


def test_words_cannot_pass_from_one_text_to_the_next(tmp_path: Path) -> None:
    """The end of a summary that becomes the beginning of a text is a change."""
    french = Words("A", None, "B", "C")

    prints = {
        fingerprint_of_review(*pair)
        for pair in (
            *((french, Words("A", None, "B", "C D")), (french, Words("A", None, "B C", "D"))),
            *((french, Words("A B", None, "C", "D")), (french, Words("A", "B", "C", "D"))),
            *(
                (Words("A", "", "B", "C"), french),
                (Words("A", None, "B", "C"), french),
                (french, Words("A", "", "B", "C")),
            ),
        )
    }
    assert len(prints) == 7


def test_a_review_counts_only_where_the_translation_says_that_it_is_up_to_date(tmp_path: Path) -> None:
    """Both lines are looked at: a page can never be behind and reviewed."""
    content = write(tmp_path)
    file = mark(content)
    file.write_text(re.sub("traduit_de: .*", "traduit_de: 000000000000", file.read_text("utf-8")), "utf-8")

    assert state(content) == (True, False)


def test_a_review_of_one_page_is_none_of_another(tmp_path: Path) -> None:
    """Three lines copied into another file review nothing."""
    content = write(tmp_path, {"fr/aider/autre.md": FRENCH.replace("Quoi", "Autre"), "en/aider/autre.md": OWN["en"]})
    lines = re.findall(r"relu_.*\n", mark(content).read_text("utf-8"))
    mark(content, "aider/autre", reviewed=False)
    change(content / "en/aider/autre.md", "titre:", "".join(lines) + "titre:")

    assert state(content, "aider/autre") == (False, False)


@pytest.mark.parametrize("key", ["relu_par", "relu_le", "relu_de"])
def test_half_a_review_is_none(tmp_path: Path, key: str) -> None:
    """Who, when and what go together; otherwise the page counts as unreviewed, and the check stops."""
    content = write(tmp_path)
    file = mark(content)
    file.write_text(re.sub(rf"{key}: .*\n", "", file.read_text("utf-8")), "utf-8")

    assert state(content) == (False, False)
    assert [code for code, _ in faults_of(content)] == ["unproved_review"]


@pytest.mark.parametrize(
    "name",
    [
        *("Association Essai", "Women's Aid", "M. D.", "M.D.", "A.-B. C.", "CIDFF 71", "ISM", "جمعية نور", "م. ع."),
        *(
            "Solidarité Femmes",
            "Service d'interprétariat du CHU",
            "Collectif Nour",
            "Nour Foundation",
            "université Lyon 2",
        ),
    ],
)
def test_an_organisation_or_initials_may_be_named(name: str) -> None:
    """Whoever reviews may be told from others."""
    assert reviewers.is_allowed(name)


@pytest.mark.parametrize(
    "name",
    [
        *("Fatou Diallo", "Mme Untel", "Marie Dupont", "John Smith", "محمد علي", "Une lectrice", "Marie", "Dr House"),
        *("marie.dupont@example.org", "Marie Dupont, association Nour", "F. Diallo", "JEAN DUPONT", "Иван Петров", "x"),
    ],
)
def test_a_person_may_not(name: str) -> None:
    """Content is public, and whoever helps may be looked for."""
    assert not reviewers.is_allowed(name)


# Named by the check, by the build and beside the change


@pytest.fixture
def behind(content: Path) -> Path:
    """The small site, in which two translations are behind and one review is over."""
    pair = {f"fr/{PATH}.md": FRENCH, f"en/{PATH}.md": OWN["en"], f"ar/{PATH}.md": OWN["ar"]}
    write_small_content(content, pair)
    for path, tag in ((PATH, "en"), (PATH, "ar"), ("numeros/conseils", "en"), ("aider", "ar")):
        mark(content, path, tag, reviewed=tag == "en")
    change(content / "fr" / f"{PATH}.md", "Restez près", "Restez tout près")
    return content


@pytest.mark.parametrize("arguments", [["--check"], []])
def test_check_and_build_name_what_is_behind(
    behind: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """Each translation with its file and line, then how many there are."""
    status = freeze.main([*arguments, "--destination", str(tmp_path / "build")])

    said = capsys.readouterr()
    assert status == 0
    for tag, line in (("en", 5), ("ar", 5)):
        assert f"{behind / tag / PATH}.md:{line}  Le texte français a changé depuis cette traduction." in said.err
    assert f"{behind / 'en' / PATH}.md:6  Le texte a changé depuis sa relecture" in said.err
    assert said.err.count("droits.md") == 0
    assert "2 traduction(s) en retard sur le français. Leurs pages le disent." in said.out


def test_hosts_of_code_are_told_what_is_behind(
    behind: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a notice at its line on GitHub and Forgejo, and in the report of GitLab."""
    report = tmp_path / "report.json"
    freeze.main(["--check", "--format", "github"])
    github = capsys.readouterr().out
    freeze.main(["--check", "--format", "gitlab", "--report", str(report)])

    for tag in ("en", "ar"):
        assert re.search(rf"::notice file=\S*/{tag}/{PATH}\.md,line=5,[^\n]*::Le texte français a changé", github)
    found = {(issue["check_name"], issue["location"]["path"][-18:]) for issue in json.loads(report.read_text("utf-8"))}
    assert {("stale", "en/aider/quoi.md"[-18:]), ("stale", "ar/aider/quoi.md"[-18:])} <= {
        (code, name[-16:]) for code, name in found
    }
