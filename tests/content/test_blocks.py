"""Markdown as people and their tools write it: one clear meaning is read so, and nothing becomes a run-on line unseen."""

from xml.etree.ElementTree import Element  # builds trees, parses none

import pytest

from eclaircie.checks.leftovers import leftovers
from eclaircie.content.tree import parse, passages

UL = "<ul><li>a</li><li>b</li></ul>"
OL = "<ol><li>a</li><li>b</li></ol>"
NESTED = "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"
TABLE = "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"


def shape(text: str) -> str:
    """The blocks of a text and their words, as short HTML."""
    return "".join(map(_shape, parse(text).root))


def _shape(element: Element) -> str:
    inner = (element.text or "") + "".join(_shape(child) + (child.tail or "") for child in element)
    return inner if element.tag in ("thead", "tbody") else f"<{element.tag}>{inner}</{element.tag}>"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "- a\n- b",
            "* a\n* b",
            "+ a\n+ b",
            "  - a\n  - b",
            "\t- a\n\t- b",
            "-   a\n-   b",
            "-\ta\n-\tb",
            "-\u00a0a\n-\u00a0b",
        ),
        *(
            "\u00a0- a\n\u00a0- b",
            "• a\n• b",
            "•\ta\n•\tb",
            "•a\n•b",
            "◦ a\n◦ b",
            "▪ a\n▪ b",
            "· a\n· b",
            "\uf0b7\ta\n\uf0b7\tb",
        ),
        *(
            "– a\n– b",
            "— a\n— b",
            "−\u00a0a\n−\u00a0b",
            "‐ a\n‐ b",
            "o a\no b",
            "o\ta\no\tb",
            "-a\n-b",
            "➢ a\n➢ b",
            "- a\n* b",
        ),
        *(
            " - a\n- b",
            "- a\n - b",
            "‣ a\n‣ b",
            "● a\n● b",
            "§ a\n§ b".replace("§", "\uf0a7"),
            "- a  \n- b  ",
            "\u200b- a\n\ufeff- b",
        ),
    ],
)
def test_a_list_may_begin_with_any_usual_sign(text: str) -> None:
    """GitHub's signs, Word's bullets and dashes, behind and before any kind of blank, make the same list."""
    assert shape(text) == UL


@pytest.mark.parametrize(
    "text",
    ["1. a\n2. b", "1) a\n2) b", "1. a\n1. b", " 1. a\n 2. b", "1.a\n2.b", "1.\ta\n2.\tb", "1.\u00a0a\n2.\u00a0b"],
)
def test_a_list_may_be_numbered_in_any_usual_way(text: str) -> None:
    """With a full stop or a bracket, a blank or none."""
    assert shape(text) == OL


@pytest.mark.parametrize(
    "text",
    [
        *(
            "- a\n  - b\n- c",
            "- a\n    - b\n- c",
            "- a\n\t- b\n- c",
            "- a\n   - b\n- c",
            "- a\n      - b\n- c",
            "• a\no b\n• c",
        ),
        *(
            "•\ta\no\tb\n•\tc",
            "- a\n  * b\n- c",
            "* a\n    + b\n* c",
            "- a\n\u00a0\u00a0- b\n- c",
            "- a\n  • b\n- c",
            "• a\n    o b\n• c",
        ),
    ],
)
def test_a_list_nests_by_two_blanks_or_more(text: str) -> None:
    """Two, three, four or six blanks, a tab, or Word's second sign."""
    assert shape(text) == NESTED


def test_lists_of_both_kinds_nest_in_each_other() -> None:
    """Steps may hold points, and points steps, by two blanks as well."""
    assert shape("1. a\n  - b\n2. c\n    - d") == (
        "<ol><li>a<ul><li>b</li></ul></li><li>c<ul><li>d</li></ul></li></ol>"
    )
    assert shape("- a\n  1. b\n  2. c\n    - d\n- e") == (
        "<ul><li>a<ol><li>b</li><li>c<ul><li>d</li></ul></li></ol></li><li>e</li></ul>"
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        *((f"Vous pouvez :\n{sign} a\n{sign} b", f"<p>Vous pouvez :</p>{UL}") for sign in "-*+•–—·o"),
        ("Vous pouvez :\n– a", "<p>Vous pouvez :</p><ul><li>a</li></ul>"),
        ("Vous pouvez :\n1. a\n2. b", f"<p>Vous pouvez :</p>{OL}"),
        ("Vous pouvez :\n1) a\n2) b", f"<p>Vous pouvez :</p>{OL}"),
        ("Un.\nVous pouvez :\n  - a\n  - b", f"<p>Un.\nVous pouvez :</p>{UL}"),
        ("## Titre\n- a\n- b", f"<h2>Titre</h2>{UL}"),
        ("Voici :\n| a | b |\n|---|---|\n| c | d |", f"<p>Voici :</p>{TABLE}"),
        ("Voici :\na | b\n--|--\nc | d", f"<p>Voici :</p>{TABLE}"),
        ("- a\n- b\n\nUn.", f"{UL}<p>Un.</p>"),
        ("- a\n- b\n## Titre", f"{UL}<h2>Titre</h2>"),
        ("> Voici :\n> - a\n> - b", f"<blockquote><p>Voici :</p>{UL}</blockquote>"),
        ("Un.\n> Deux.", "<p>Un.</p><blockquote><p>Deux.</p></blockquote>"),
    ],
)
def test_a_block_may_begin_below_a_sentence(text: str, read: str) -> None:
    """No empty line is needed before a list, a table, a quote or a subtitle, nor between a subtitle and what follows."""
    assert shape(text) == read


@pytest.mark.parametrize(
    "text",
    [
        *(
            "| a | b |\n|---|---|\n| c | d |",
            "a | b\n---|---\nc | d",
            "|a|b|\n|-|-|\n|c|d|",
            "| a | b |\n|:--|:-:|\n| c | d |",
        ),
        *("  | a | b |\n  |---|---|\n  | c | d |", "| a | b |\n| --- | --- |\n| c | d", "\ta | b\n\t-- | --\n\tc | d"),
        "\u00a0| a | b |\n\u00a0|---|---|\n\u00a0| c | d |",
    ],
)
def test_a_table_may_be_drawn_in_any_usual_way(text: str) -> None:
    """With or without its outer lines, with any number of hyphens, behind blanks."""
    assert shape(text) == TABLE


def test_a_sign_within_a_cell_can_be_written() -> None:
    """A `|` behind a `\\` is a sign of the cell."""
    assert shape(r"| a\|b | c |" "\n|---|---|") == "<table><tr><th>a|b</th><th>c</th></tr></table>"


@pytest.mark.parametrize("text", ["a\\\nb", "a  \nb", "a   \nb", "a \\\nb", "a\t\nb"])
def test_a_line_may_be_broken(text: str) -> None:
    """By two blanks or a `\\` at its end, as editors write it."""
    assert shape(text) == "<p>a<br></br>b</p>"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Appelez le\n17. Puis attendez.", "<p>Appelez le\n17. Puis attendez.</p>"),
        ("Il reste\n1 000 euros.", "<p>Il reste\n1 000 euros.</p>"),
        ("1 000 euros.", "<p>1 000 euros.</p>"),
        ("3919. Un numéro.", "<p>3919. Un numéro.</p>"),
        ("2026. Une année.", "<p>2026. Une année.</p>"),
        ("Du 3 mai – au 5 mai", "<p>Du 3 mai – au 5 mai</p>"),
        ("– Bonjour.", "<p>– Bonjour.</p>"),
        ("On se voit le 3\n– ou le 5.", "<p>On se voit le 3\n– ou le 5.</p>"),
        ("-5 °C dehors", "<p>-5 °C dehors</p>"),
        ("*Important* : lisez.", "<p><em>Important</em> : lisez.</p>"),
        ("**Important** : lisez.", "<p><strong>Important</strong> : lisez.</p>"),
        ("o", "<p>o</p>"),
        ("ou bien", "<p>ou bien</p>"),
        ("#NousToutes le dit", "<p>#NousToutes le dit</p>"),
        ("##Titre", "<h2>Titre</h2>"),
        ("## Titre ##", "<h2>Titre</h2>"),
        ("   ## Titre", "<h2>Titre</h2>"),
        ("* * *", "<hr></hr>"),
        ("- - -", "<hr></hr>"),
        ("12 €\\", "<p>12 €</p>"),
    ],
)
def test_what_only_looks_like_a_list_is_none(text: str, read: str) -> None:
    """Numbers, dates, dialogue and emphasis at the start of a line stay what they are."""
    assert shape(text) == read


@pytest.mark.parametrize("blanks", ["  ", "    ", "\t", "\u00a0\u00a0\u00a0\u00a0", "        "])
def test_what_is_indented_is_never_code(blanks: str) -> None:
    """A card behind blanks is a card, and a link stays a link."""
    [passage] = passages(f"Un.\n\n{blanks}[](fiche:ecoute)")[1:]

    assert [(link.target, link.alone) for link in passage.links] == [("fiche:ecoute", True)]
    assert "code" not in shape(f"Un.\n\n{blanks}Deux [lien](page:a)")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("- a\nb", "<ul><li>a\nb</li></ul>"),
        ("- a\n  b", "<ul><li>a\nb</li></ul>"),
        ("1. a\n\n   b\n\n2. c", "<ol><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>"),
        ("- a\n\nb", "<ul><li>a</li></ul><p>b</p>"),
        ("- a\n\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("1. a\n- b", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
        ("- a\n> b", "<ul><li>a</li></ul><blockquote><p>b</p></blockquote>"),
        ("> a\nb", "<blockquote><p>a\nb</p></blockquote>"),
        ("> a\n\n> b", "<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>"),
        ("- a\n\n  | a | b |\n  |---|---|\n  | c | d |", f"<ul><li><p>a</p>{TABLE}</li></ul>"),
        ("3. a\n4. b", OL),
    ],
)
def test_an_item_holds_what_stands_below_it(text: str, read: str) -> None:
    """Lines, paragraphs and tables that go on with an item belong to it; an empty line and no blank end the list."""
    assert shape(text) == read


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a) un\nb) deux",
            "A. un\nB. deux",
            "i) un\nii) deux",
            "1/ un\n2/ deux",
            "1° un\n2° deux",
            "→ un\n→ deux",
            "-> un\n-> deux",
        ),
        *(
            "✓ un\n✓ deux",
            "☐ un\n☐ deux",
            "✅ un\n✅ deux",
            "Voici :\na) un\nb) deux",
            "=> un\n=> deux",
            "-- un\n-- deux",
            "► un\n► deux",
        ),
    ],
)
def test_lines_that_would_run_on_are_named(text: str) -> None:
    """What looks like a list and is none in any preview is told to the writer."""
    assert [problem.code for problem in leftovers(text)] == ["lost_list"]


def test_no_word_is_lost() -> None:
    """Whatever the blocks, each word of a text is shown once."""
    text = "Un\n- deux\n  1. trois\n\n     quatre\n\n> cinq\nsix\n\n| sept | huit |\n|---|---|\n| neuf |\n\n## dix\n```\nonze\n```\ndouze\\\ntreize"

    words = " ".join(passage.text for passage in passages(text)).split()

    assert words == [
        "Un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
    ]
