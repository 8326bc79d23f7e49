"""What nobody thought of: invented files, values and texts never raise anything and never leave the allow-list.

The same examples each time, so that a build does not depend on chance; `-m exhaustive` tries many more.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from eclaircie.checks import discretion, suite
from eclaircie.checks.catalogues import check as check_catalogues
from eclaircie.checks.disclosure import nearness, people, sizes, vocabulary, where
from eclaircie.checks.disclosure.text import flat
from eclaircie.content import frontmatter, library, values
from eclaircie.content.references import Reference, references
from eclaircie.languages import LANGUAGES, Language
from eclaircie.messages.faults import Faults
from eclaircie.messages.tables.faults import FAULTS, REMARKS
from eclaircie.rendering import catalogues
from eclaircie.rendering.markdown import Link, render
from tests.hostile.corpus import PAYLOADS
from tests.settings import checked_settings
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content

PROFILES = [
    pytest.param(settings(derandomize=True, database=None, deadline=None, max_examples=120), id="quick"),
    pytest.param(
        settings(
            derandomize=True, deadline=None, database=None, max_examples=3_000, suppress_health_check=list(HealthCheck)
        ),
        id="thorough",
        marks=pytest.mark.exhaustive,
    ),
]
each_profile = pytest.mark.parametrize("profile", PROFILES)

LINES = st.sampled_from(
    [
        *(
            "---",
            "---\n",
            "titre: a",
            "resume: a",
            "onglet: a",
            "genre: ligne",
            "genre: accueil",
            "nom: a",
            "numero: 17",
        ),
        *(
            "sources: [{nom: a, adresse: https://example.org}]",
            "horaires:",
            "  - jours: lundi",
            "    de: 09:00",
            "a: &b c",
        ),
        *(
            "- x",
            "? y",
            ": z",
            "! t",
            "<<: *b",
            "...",
            "%YAML 1.2",
            "# c",
            "'",
            '"',
            "|",
            ">",
            "\t",
            "[",
            "]",
            "{",
            "}",
        ),
        *("", " ", "## a", "[](fiche:ecoute)", "[a](page:aider)", "> b", "| a | b |", "|---|--:|"),
        *('msgid ""', 'msgstr ""', 'msgid "a"', 'msgstr "b"', '"Plural-Forms: x"', "#, fuzzy", "msgctxt", '"\\n"'),
        *(
            "nom: {fr: a}",
            "sortie: {fr: https://example.org}",
            "adresse: https://example.org/",
            "entree: /a",
            "\0",
            "\u202e",
        ),
    ]
)
TEXTS = st.lists(LINES | st.text(max_size=12), max_size=16).map("\n".join)
SHORT = st.sampled_from([payload.text for payload in PAYLOADS if len(payload.text) < 400])
PROSE = st.lists(LINES | SHORT | st.text(max_size=20), max_size=10).map("\n".join) | st.text(max_size=80)
RAW = TEXTS.map(str.encode) | st.binary(max_size=80)


def try_all(profile: settings, strategy: st.SearchStrategy[Any], fact: Callable[[Any], None]) -> None:
    """Hold a fact against many examples."""

    @profile
    @given(strategy)
    def hold(example: Any) -> None:
        fact(example)

    hold()


def told(faults: Faults) -> None:
    """Every fault has a sentence in both languages and stands at a line."""
    for fault in faults:
        assert fault.code in FAULTS | REMARKS
        assert fault.line >= 1
        assert fault.sentence("fr")
        assert fault.sentence("en")


@each_profile
def test_no_file_whatever_breaks_the_reader(profile: settings, tmp_path: Path) -> None:
    """Any bytes are parts, or faults that can be told."""
    file = tmp_path / "a.md"

    def fact(raw: bytes) -> None:
        file.write_bytes(raw)
        faults = Faults()
        parts = frontmatter.read(file, faults)
        assert (parts is None) == bool(len(faults))
        told(faults)

    try_all(profile, RAW, fact)


@each_profile
def test_no_header_whatever_breaks_the_loader(profile: settings, tmp_path: Path) -> None:
    """Any header and any text, in French or as a translation, is a page or faults that can be told."""
    content = write_small_content(tmp_path)

    def fact(example: tuple[str, str, str]) -> None:
        kind, header, body = example
        for name in ("fr/reseaux/71/essai.md", "fr/aider/essai.md", "en/aider/index.md"):
            file = content / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(
                f"---\ntitre: a\nresume: b\ngenre: {kind}\n{header}\n---\n{body}\n", "utf-8", errors="replace"
            )
        faults = Faults()
        books = library.load(content, faults)
        suite.check(books, content, BEFORE_REVIEW, 12, faults)
        told(faults)

    kinds = st.sampled_from(["page", "ligne", "aide", "structure", "reseau", "actualite", "navigateur", "departement"])
    try_all(profile, st.tuples(kinds, TEXTS, PROSE), fact)


@each_profile
def test_no_settings_whatever_break_the_reader(profile: settings, tmp_path: Path) -> None:
    """Any `site.yaml` is settings, or faults that can be told."""

    def fact(raw: bytes) -> None:
        (tmp_path / "site.yaml").write_bytes(raw)
        faults = Faults()
        assert checked_settings(tmp_path, faults) or faults.errors
        told(faults)

    try_all(profile, RAW, fact)


@each_profile
def test_no_messages_whatever_break_the_reader(profile: settings, tmp_path: Path) -> None:
    """Any file of messages can be shown, or has faults that can be told."""

    def fact(raw: bytes) -> None:
        (tmp_path / "en.po").write_bytes(raw)
        faults = Faults()
        check_catalogues(tmp_path, faults)
        told(faults)
        if not [fault for fault in faults if fault.file.name == "en.po"]:
            catalogues.translations(tmp_path, LANGUAGES[1]).gettext("a")

    try_all(profile, RAW, fact)


TAGS = frozenset(
    {
        *("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "span", "bdi", "blockquote", "br", "hr"),
        *("table", "thead", "tbody", "tr", "th", "td", "code", "abbr", "div", "details", "summary"),
    }
)
ATTRIBUTES = frozenset({"href", "class", "rel", "lang", "dir", "id", "scope", "start", "translate", "tabindex"})


def follow_all(reference: Reference) -> Link:
    """Follow every link as it stands, as no view does: what remains is kept out by the last filter alone."""
    return Link(reference.text, reference.target)


@each_profile
def test_no_text_whatever_leaves_the_allow_list(profile: settings) -> None:
    """Whatever is written, even with every link followed, a browser finds only what texts may hold."""

    def fact(text: str) -> None:
        parts = render(text, follow_all, is_french=True).parts
        body: ElementTree.Element = html5lib.parseFragment(
            "".join(part for part in parts if isinstance(part, str)), namespaceHTMLElements=False
        )
        for element in list(body.iter())[1:]:
            assert element.tag in TAGS
            assert set(element.keys()) <= ATTRIBUTES
            address = element.get("href", "/").lower()
            seen = "".join(sign for sign in address if sign > " ")
            assert seen.startswith(("https://", "tel:", "sms:", "mailto:", "/"))
            assert not seen.startswith(("//", "/\\"))

    try_all(profile, PROSE, fact)


@each_profile
def test_every_reference_that_is_rendered_was_checked(profile: settings) -> None:
    """What Markdown finds to be a link to a page or a fiche was found by the checks too, or is left as it is."""

    def fact(text: str) -> None:
        seen = {reference.target for reference in references(text)}
        render(text, lambda reference: Link("" if reference.target in seen else reference.text), is_french=False)

    try_all(profile, PROSE, fact)


PIECES = st.sampled_from(
    [
        *(
            "foy",
            "er",
            "foyer",
            "Ref",
            "uge",
            "f",
            "r",
            "ab",
            "ri",
            "ملج",
            "ا",
            "é",
            " ",
            "\n",
            "\n",
            "\n\n",
            "- ",
            "|",
            ">",
        ),
        *(
            "[",
            "]",
            "](",
            "](a)",
            "](<a>",
            "(",
            ")",
            "<",
            "*",
            "_",
            "`",
            "\\",
            "&shy;",
            "&#91;",
            "&#10;",
            "&#121;",
            "&",
        ),
        *("\u00ad", "\u0301", "\u200d", "［", "＊", "＿", "ｆｏｙ"),
    ]
)


@each_profile
def test_no_text_that_speaks_of_a_shelter_is_let_through_unread(profile: settings) -> None:
    """The quick look, which spares most texts the search, never misses a word for a shelter.

    A line that has such a word spares no text the search, and no word goes from one line to the next.
    """

    def fact(text: str) -> None:
        searched = vocabulary.mentions(f"{text}\nfoyer")
        assert vocabulary.mentions(text) == searched[:-1]
        assert vocabulary.mentions("foyer") != ()

    try_all(profile, st.lists(PIECES, max_size=8).map("".join), fact)


@each_profile
def test_any_text_can_be_read_by_the_rules(profile: settings) -> None:
    """Whatever signs stand beside one another, each rule has an answer, and quotes what stands in the text."""

    def fact(text: str) -> None:
        place = nearness.Place("71")
        for found in (
            where.street_in(text),
            where.surroundings_in(text),
            sizes.size_in(text),
            people.person_in(text),
            nearness.town_in(text, place),
            nearness.town_beside_shelter(text, place, is_about_one=True),
        ):
            assert found is None or found in flat(text) or found in text

    clues = st.sampled_from(
        ["12 ", "rue ", "Mâcon", " à ", "de ", "Mme ", "A.", "Julie ", "près ", "gare", "dix ", "lits", "ماكون"]
    )
    try_all(profile, st.lists(PIECES | clues | st.characters(), max_size=12).map("".join), fact)


@each_profile
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_any_text_can_be_searched_for_revealing_words(profile: settings, language: Language) -> None:
    """A word that reveals is found in a text that has signs between its letters that nobody sees."""
    unseen = st.sampled_from(["\u00ad", "\u200b", "\u200c", "\u2060", "\ufeff"])

    def fact(example: tuple[str, list[str]]) -> None:
        text, signs = example
        discretion.revealing_word(text, language)
        word = discretion.revealing_words(language)[0].strip("*")
        hidden = "".join(letter + sign for letter, sign in zip(word, signs + [""] * len(word), strict=False))
        assert discretion.revealing_word(f"{hidden} x", language)

    try_all(profile, st.tuples(st.text(max_size=60), st.lists(unseen, max_size=6)), fact)


TYPES = {
    "date": values.Date,
    "count": values.Count,
    "yes": values.Yes,
    "cents": values.Cents,
    "phone": values.Phone,
    "local phone": values.LocalPhone,
    "time": values.Time,
    "days": values.Days,
    "tag": values.LanguageTag,
    "address": values.HttpsAddress,
    "email": values.Email,
    "text": values.Text,
}
FRAGMENTS = st.lists(
    st.sampled_from(
        [*"0123456789+-.,:/@ ", "lundi", "tous", "https://", "example.org", "oui", "fr", "\u0663", "\u00b2"]
    )
    | st.text(max_size=3),
    max_size=14,
).map("".join)


@each_profile
@pytest.mark.parametrize("kind", TYPES)
def test_any_value_is_read_or_refused_with_a_sentence(profile: settings, kind: str) -> None:
    """No value of a header raises anything but a fault that has a sentence."""
    adapter: TypeAdapter[Any] = TypeAdapter(TYPES[kind])

    def fact(text: str) -> None:
        try:
            adapter.validate_python(text)
        except ValidationError as error:
            assert {detail["type"] for detail in error.errors()} <= set(FAULTS)

    try_all(profile, FRAGMENTS, fact)


def test_the_small_site_is_sound_to_begin_with(tmp_path: Path) -> None:
    """The files that are changed above have no fault of their own."""
    faults = Faults()
    library.load(write_small_content(tmp_path), faults)

    assert (list(faults), bool(FILES)) == ([], True)
