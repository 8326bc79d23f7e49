"""The words that no tab, address or name may show, and the lists in which translators keep them."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from eclaircie.checks import discretion
from eclaircie.checks.discretion import fold, mixed_word, revealing_in_any, revealing_word, revealing_words
from eclaircie.languages import ARABIC, BY_TAG, ENGLISH, FRENCH, LANGUAGES, Language
from eclaircie.messages.faults import Faults
from eclaircie.project import TRANSLATIONS


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        *(("Violences", "fr"), ("VICTIME", "fr"), ("Porter plainte", "fr"), ("Féminicides", "fr"), ("39 19", "fr")),
        *(("Se séparer", "fr"), ("Refuge", "fr"), ("Domestic life", "en"), ("Escape", "en"), ("Police report", "en")),
        *(("العنف", "ar"), ("الشرطة", "ar"), ("الطَّلاق", "ar")),
        # Whole phrases, and whom they speak of
        *(("Numéro d'urgence", "fr"), ("Solidarité Femmes", "fr"), ("Mon mari me fait peur", "fr"), ("Mon ex", "fr")),
        *(("Quand mon compagnon crie", "fr"), ("Mise à l'abri", "fr"), ("Main courante", "fr"), ("Au secours !", "fr")),
        *(("My wife is scared", "en"), ("When he hits me", "en"), ("Women's page", "en"), ("Run away", "en")),
        *(("زوجي يخيفني", "ar"), ("رقم الطوارئ", "ar"), ("مساعدة النساء", "ar"), ("حين يضربني", "ar")),
        *(("30 18", "fr"), ("116 000", "fr"), ("le 3133", "fr")),
    ],
)
def test_a_revealing_word_is_found(text: str, tag: str) -> None:
    """Case, accents, vowel marks and endings do not hide a word that tells what the site is about."""
    assert revealing_word(text, BY_TAG[tag])


@pytest.mark.parametrize(
    "text",
    [
        *("Vi\u00adolences", "Vio\u200blence", "Vіоlеnсе", "VIOLENCE", "Ѕоs", "𝐯𝐢𝐨𝐥𝐞𝐧𝐜𝐞", "ｖｉｏｌ", "vıol"),
        *("Solidarité-Femmes", "Solidarité_Femmes", "SolidaritéFemmes", "sépa-ration", "V I O L", "V.I.O.L"),
        *("3 9 1 9", "39-19", "39.19", "٣٩١٩", "39\u00a019", "１７", "L’urgence", "D'URGENCE", "Mon\u00a0mari"),
        *("عـنـف", "العُنف", "شکوی", "شكوى", "طلاق\u200f"),
    ],
)
def test_no_spelling_hides_a_revealing_word(text: str) -> None:
    """Neither signs that nobody sees, nor letters of another alphabet, nor hyphens, nor another way to write figures."""
    assert revealing_in_any(text)


@pytest.mark.parametrize("text", ["Violence", "Plainte", "3919", "Mari"])
def test_a_word_of_one_language_reveals_in_every_other(text: str) -> None:
    """Whoever looks over a shoulder may read another language than that of the page."""
    assert revealing_in_any(text)
    assert revealing_word(text, ARABIC) is None


@pytest.mark.parametrize(
    "text",
    [
        *("Numéros utiles", "Violette", "2017", "Logement", "Useful numbers", "Marie", "Marine", "Mardi", "Examen"),
        *("À propos", "Santé", "Enfants", "Un proche", "Aide de la CAF", "Réparation", "Coupe", "Hommes", "Banque"),
        *("Вода", "Καλημέρα", "أرقام مفيدة", "رسائل SMS", "الحياة اليومية", "مسكن", "Vie pratique", "Everyday life"),
        *("1 mois", "Le 16", "100 %", "Cabinet"),
    ],
)
def test_a_neutral_word_is_let_through(text: str) -> None:
    """A word that merely begins or ends like a revealing one is no fault, in any language."""
    assert (revealing_in_any(text), mixed_word(text)) == (None, None)


@pytest.mark.parametrize("text", ["Quоtidien", "Vie prаtique", "Εveryday", "Ваnque", "Ѕanté", "Lоgement d'été"])
def test_a_word_of_two_alphabets_is_found(text: str) -> None:
    """A letter that only looks like another is the work of someone who hides something."""
    assert mixed_word(text)


def test_some_words_count_in_titles_only() -> None:
    """The page of the urgent aid may keep its address, but no title says "urgence"."""
    assert revealing_word("aides urgence", FRENCH, is_path=True) is None
    assert revealing_word("Aides : urgence", FRENCH) == "urgence"


def test_words_compare_as_people_read_them() -> None:
    """Capitals and accents do not matter."""
    assert fold("ÉTÉ Œuvre ﬁn") == fold("ete œuvre fin")


def test_every_language_has_its_list_of_revealing_words() -> None:
    """No language is without words to keep out of titles and addresses."""
    assert all(len(revealing_words(language)) > 10 for language in (FRENCH, ENGLISH, ARABIC))


def test_the_lists_are_sound() -> None:
    """Each language has a list that can be read, without a word that would match nearly any title."""
    faults = Faults()
    discretion.check(faults)

    assert list(faults) == []


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of lists that a translator may spoil."""
    folder = tmp_path / "words"
    shutil.copytree(discretion.WORDS, folder)
    monkeypatch.setattr(discretion, "WORDS", folder)
    return folder


def told(lists: Path) -> list[tuple[str, str]]:
    """What is wrong with the lists, and where."""
    faults = Faults()
    discretion.check(faults)
    return [(fault.code, fault.where(lists)) for fault in faults]


@pytest.mark.parametrize("text", ["", "# rien\n\n", None])
def test_a_language_without_its_list_is_a_fault(lists: Path, text: str | None) -> None:
    """A list that is not there, or holds nothing, would let every title pass: the build says so."""
    (lists / "en.txt").unlink()
    if text is not None:
        (lists / "en.txt").write_text(text, "utf-8")

    assert told(lists) == [("no_words", "en.txt:1")]


def test_a_list_that_is_no_file_is_not_waited_for(lists: Path) -> None:
    """A pipe in the place of a list is told, and the check ends."""
    (lists / "ar.txt").unlink()
    os.mkfifo(lists / "ar.txt")

    assert told(lists) == [("no_words", "ar.txt:1")]


def test_a_list_that_is_no_text_is_a_fault(lists: Path) -> None:
    """A list saved in another encoding is told."""
    (lists / "fr.txt").write_bytes("détresse".encode("latin-1"))

    assert told(lists) == [("not_utf8", "fr.txt:1")]


@pytest.mark.parametrize("word", ["*", "a", "**", "x* *", "-", "titre: *", "mon *"])
def test_a_word_that_would_match_nearly_anything_is_a_fault(lists: Path, word: str) -> None:
    """A slip in a list must not have every title refused."""
    (lists / "fr.txt").write_text(f"# liste\nviolence\n{word}\n", "utf-8")

    assert told(lists) == [("wide_word", "fr.txt:3")]


def test_a_translator_extends_a_list_with_one_line(lists: Path) -> None:
    """A line added to the list of a language is enough: a word, a beginning, a phrase, with a comment or a capital."""
    with (lists / "fr.txt").open("a", encoding="utf-8") as file:
        file.write("Zèbre*  # une bête\nvie bien* tranquille\n")

    assert [revealing_word(text, FRENCH) for text in ("Les zébrés", "Une vie bien tranquille", "Une vie")] == [
        "zebres",
        "vie bien tranquille",
        None,
    ]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_a_list_says_how_to_extend_it(language: Language) -> None:
    """Whoever opens a list reads at its head what the star means."""
    head = discretion.words_file(language).read_text("utf-8")[:1500]

    assert head.startswith("#")
    assert "*" in head


def first_words(tag: str) -> list[str]:
    """The words with which the list of a language is to begin, as its glossary has them."""
    text = (TRANSLATIONS / "glossaires" / f"{tag}.md").read_text("utf-8")
    [line] = re.findall(rf"(?m)^Premiers mots de `words/{tag}.txt` .*\) : (.*)$", text)
    return re.findall(r"`([^`]+)`", line)


@pytest.fixture
def make_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Language]:
    """Makes a language whose list holds the first words of its glossary."""

    def make(tag: str) -> Language:
        (tmp_path / f"{tag}.txt").write_text("\n".join(first_words(tag)), "utf-8")
        monkeypatch.setattr(discretion, "WORDS", tmp_path)
        language = Language(tag, tag, tag, "ltr")
        monkeypatch.setattr(discretion, "LANGUAGES", (language,))
        return language

    return make


@pytest.mark.parametrize("tag", ["bn", "ta"])
def test_words_of_bengali_and_tamil_are_whole(make_language: Callable[[str], Language], tag: str) -> None:
    """Their vowels are signs that stand beside or over a letter: none of them ends a word, and no entry is too wide."""
    language, faults = make_language(tag), Faults()
    discretion.check(faults)

    assert list(faults) == []
    assert len(first_words(tag)) > 15
    for entry in first_words(tag):
        word = entry.strip("*")
        assert revealing_word(f"1 {word} 2", language) == fold(word)


@pytest.mark.parametrize(
    ("text", "tag", "found"),
    [
        # With an ending, in the middle of a sentence, with signs that nobody sees
        ("আমার নির্যাতনের কথা", "bn", True),
        ("পুলিশকে ফোন করুন", "bn", True),
        ("নির্‌যাতন", "bn", True),
        ("নির্যা​তন", "bn", True),
        ("வன்முறையை நிறுத்து", "ta", True),
        ("গলা টিপে ধরা", "bn", True),
        # Other words that begin with the same letters without their vowels
        ("পালিশ", "bn", False),
        ("দৈনন্দিন জীবন", "bn", False),
        ("থেনা", "bn", False),
        ("அடுத்த பக்கம்", "ta", False),
        ("அடி", "ta", True),
        ("பயனுள்ள எண்கள்", "ta", False),
    ],
)
def test_a_vowel_makes_another_word(make_language: Callable[[str], Language], text: str, tag: str, found: bool) -> None:
    """What begins a word with other vowels is no word of the list; what has the same ones is found with its endings."""
    assert (revealing_word(text, make_language(tag)) is not None) is found
