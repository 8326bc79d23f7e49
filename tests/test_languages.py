"""The languages of the site."""

import re

import pytest
from babel import Locale

from eclaircie.checks.discretion import fold, revealing_word, revealing_words
from eclaircie.languages import ARABIC, BY_TAG, ENGLISH, FRENCH, LANGUAGES, SOURCE, Language, language_of
from eclaircie.pages.site import Site
from eclaircie.project import CONTENT, TRANSLATIONS
from tests.settings import PUBLISHED

each_language = pytest.mark.parametrize("language", LANGUAGES, ids=[language.tag for language in LANGUAGES])
each_published = pytest.mark.parametrize("language", PUBLISHED, ids=lambda language: language.tag)


@pytest.mark.parametrize(
    ("address", "language"),
    [
        *(("/fr/", FRENCH), ("/en/numeros/", ENGLISH), ("/ar/", ARABIC), ("/ar/aides/urgence/", ARABIC)),
        *(("/", FRENCH), ("/404.html", FRENCH), ("", FRENCH), ("/absente/", FRENCH), ("/AR/", FRENCH)),
        *(("/fr/en/", FRENCH), ("/arabe/", FRENCH), ("/en", ENGLISH)),
    ],
)
def test_the_address_alone_decides_the_language(address: str, language: Language) -> None:
    """The first part of an address is the language; anything else is in French."""
    assert language_of(address) is language


def test_french_is_the_source() -> None:
    """Content is first written in French, and every language falls back to it."""
    assert SOURCE is FRENCH


def test_no_two_languages_share_a_tag() -> None:
    """Each language has its own folder."""
    assert len(BY_TAG) == len(LANGUAGES)


@each_language
def test_a_language_has_a_tag_that_suits_an_address(language: Language) -> None:
    """A BCP 47 tag of plain letters and hyphens."""
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", language.tag)


@each_language
def test_babel_knows_the_language(language: Language) -> None:
    """Dates and amounts can be told in it."""
    assert str(Locale.parse(language.locale)) == language.locale


@each_language
def test_a_language_is_written_in_the_direction_of_its_script(language: Language) -> None:
    """The direction of a page is that of the script, right to left for Arabic."""
    assert Locale.parse(language.locale).text_direction == language.direction


@each_language
def test_a_language_names_itself(language: Language) -> None:
    """Someone who reads only this language recognises its name."""
    assert fold(str(Locale.parse(language.locale).get_language_name())) == fold(language.name)


@each_language
def test_every_pattern_finds_its_own_word(language: Language) -> None:
    """No pattern is written in a way that never matches."""
    assert [word for word in revealing_words(language) if not revealing_word(word.replace("*", ""), language)] == []


@each_language
def test_a_revealing_word_stands_once(language: Language) -> None:
    """The lists hold no word twice."""
    assert len(set(revealing_words(language))) == len(revealing_words(language))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (FRENCH, ("*violen*", "victim*", "viol", "plainte*", "protection*", "refuge*", "preuve*", "police", "avocat*")),
        (FRENCH, ("partir", "3919", "17", "114", "conjugal*")),
        (ENGLISH, ("*violen*", "victim*", "abus*", "rape*", "shelter*", "police*", "lawyer*", "protection*")),
        (ARABIC, ("*عنف*", "*ضحي*", "*شرطة*", "*محامي*", "*حماية*")),
    ],
)
def test_the_plainest_words_are_on_the_list(language: Language, words: tuple[str, ...]) -> None:
    """The words that tell everything at a glance can never stand in a title or an address."""
    assert set(words) <= set(revealing_words(language))


@each_published
def test_a_language_has_its_files(language: Language) -> None:
    """Every language that is published has content, and the words of the interface where it is not French."""
    assert (CONTENT / language.tag).is_dir()
    assert language is SOURCE or (TRANSLATIONS / f"{language.tag}.po").is_file()


@each_published
def test_a_language_has_its_home_page(site: Site, language: Language) -> None:
    """The home page is translated into every language."""
    assert site.library.home.words(language)[1] is language


@each_published
def test_every_page_exists_in_every_language(site: Site, language: Language) -> None:
    """No link ends nowhere in a language: a page not yet translated is shown in French."""
    pages = [address for address in site.addresses() if address.startswith(f"/{language.tag}/")]

    assert len(pages) == len(site.library.pages)
