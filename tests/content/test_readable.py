"""The texts of a file as people read them: what the rules on what may be told are given."""

from pathlib import Path

import pytest

from eclaircie.content.parts import Parts
from eclaircie.content.readable import in_body, readables_of

FILE = Path("a.md")


def body(text: str, line: int = 1) -> list[tuple[int, str]]:
    """The lines and texts of a body."""
    return [(readable.line, readable.text) for readable in in_body(FILE, Parts(body=text, body_line=line))]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Un **foyer** &agrave; M\\*con", "Un foyer à M*con"),
        ("Un [foyer](page:a) ici", "Un foyer ici"),
        ("Un foy[er](page:a)", "Un foyer"),
        ("Un [foyer\nd'accueil](page:a)", "Un foyer\nd'accueil"),
        ("Un `foyer`", "Un foyer"),
        ("## Un *foyer* ##", "Un foyer"),
        ("> - Un foyer", "Un foyer"),
        ("Un foyer  \nici", "Un foyer\nici"),
        ("Un foyer\\\nici", "Un foyer\nici"),
    ],
)
def test_words_are_read_as_they_are_shown(text: str, read: str) -> None:
    """Markup is taken away, and what it surrounds stays in place."""
    assert body(text) == [(1, read)]


def test_each_text_knows_its_line_in_the_file() -> None:
    """Paragraphs, items, subtitles and rows begin where an editor sees them begin."""
    text = "Un.\nDeux.\n\n## Trois\n- quatre\n  - cinq\n\n| six | sept |\n|---|---|\n| huit | neuf |"

    assert body(text, 10) == [
        (10, "Un.\nDeux."),
        (13, "Trois"),
        (14, "quatre"),
        (15, "cinq"),
        (17, "six | sept"),
        (19, "huit | neuf"),
    ]


def test_a_text_knows_what_announces_it() -> None:
    """Below a subtitle or an opening sentence stands what it is about, until another one follows."""
    found = in_body(FILE, Parts(body="## Un foyer\n\nUne phrase.\n\n- Mâcon\n\nDeux :\n\n- trois"))

    assert [(readable.text, readable.above) for readable in found] == [
        ("Un foyer", ""),
        ("Une phrase.", "Un foyer"),
        ("Mâcon", "Un foyer"),
        ("Deux :", "Mâcon"),
        ("trois", "Deux :"),
    ]


def test_every_value_of_a_header_is_read() -> None:
    """Names, lists and sources are texts too; the address of a source, and who has reviewed a translation, are not."""
    data = {
        "titre": "Un titre",
        "partenaires": ["Un", "Deux"],
        "sources": [{"nom": "Trois", "adresse": "https://example.org"}],
        "relu_par": "Quatre",
    }
    parts = Parts(data=data, lines={(): 2, ("titre",): 2, ("partenaires", 1): 4}, body="Un texte.")

    found = [(readable.keys, readable.key, readable.text) for readable in readables_of(FILE, parts, but=("titre",))]

    assert found == [
        (("partenaires", 0), "partenaires", "Un"),
        (("partenaires", 1), "partenaires", "Deux"),
        (("sources", 0, "nom"), "sources", "Trois"),
        ((), "", "Un texte."),
    ]
