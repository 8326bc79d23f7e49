"""Every sentence that is said at a terminal: in both languages, and each one used."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from eclaircie.messages.sentences import SENTENCES, sentence
from eclaircie.messages.tables import faults
from eclaircie.messages.tongues import Tongue
from eclaircie.project import PROJECT_ROOT

PACKAGE = PROJECT_ROOT / "site" / "eclaircie"
SPEAKS = (
    *sorted(PACKAGE.rglob("*.py")),
    # The pages of the editor and of the team ask for their sentences themselves.
    *(file for room in ("editing", "reports") for file in sorted((PACKAGE / room / "templates").glob("*.html"))),
    PROJECT_ROOT / "tests" / "look.py",
    PROJECT_ROOT / "ecrire" / "start.py",
)
CODE = "\n".join(file.read_text("utf-8") for file in SPEAKS)


def blanks(text: str) -> list[str]:
    """What a sentence names, each as often as it does."""
    return sorted(set(re.findall(r"(?<!\{)\{(\w+)\}", text)))


def codes_in(table: Path) -> list[str]:
    """The names in a table of sentences."""
    codes: list[str] = list(import_module(f"{faults.__name__}.{table.stem}").SENTENCES)
    return codes


def test_every_sentence_names_the_same_in_both_languages() -> None:
    """French and English have the same blanks."""
    assert [code for code, (french, english) in SENTENCES.items() if blanks(french) != blanks(english)] == []


@pytest.mark.parametrize("tongue", ["fr", "en"])
def test_every_sentence_can_be_said(tongue: Tongue) -> None:
    """With something in each of its blanks, each one is a text."""
    for code, texts in SENTENCES.items():
        assert sentence(code, tongue, **dict.fromkeys(blanks(texts[0]), "?")), code


def test_what_is_said_alike_in_both_languages_has_no_words_of_one() -> None:
    """Where French and English are the same text, it is a sign or a name, not a sentence that nobody translated."""
    assert {code for code, (french, english) in SENTENCES.items() if french == english} == {"helping.any_options"}


def test_no_sentence_stands_twice() -> None:
    """What is said in two places is said by one sentence."""
    texts = [french for french, _ in SENTENCES.values()]

    assert sorted({text for text in texts if texts.count(text) > 1}) == []


def test_no_two_tables_of_faults_have_the_same_name() -> None:
    """A name in two tables would leave one sentence that nobody ever reads."""
    names = [code for table in Path(faults.__file__).parent.glob("[a-z]*.py") for code in codes_in(table)]

    assert len(names) == len(set(names)) == len(faults.FAULTS | faults.REMARKS)


def is_said(code: str) -> bool:
    """Whether some line of the code names a sentence, by its whole name or by its own within its table."""
    return f'"{code}"' in CODE or bool(re.search(rf'"{re.escape(code.partition(".")[2])}"(?!: \()', CODE))


def test_every_sentence_is_said_somewhere() -> None:
    """A sentence that no line of the code names any more is no longer kept."""
    codes = [code for code in SENTENCES if code.partition(".")[0] not in ("helping", "faults", "importing")]

    assert codes
    assert [code for code in codes if not is_said(code)] == []


def test_what_is_quoted_gives_no_orders_to_a_terminal() -> None:
    """Every sign of a name is made visible, whoever chose it."""
    assert "\\u001b[2J" in sentence("options.no_file", "fr", value="\x1b[2J")
    assert "\\u001b[2J" in sentence("building.is_file", "en", folder=Path("\x1b[2J"))
