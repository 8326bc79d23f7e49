"""A rendered text in its sections."""

from eclaircie.rendering.markdown import Block, Link, render
from eclaircie.rendering.sections import Section, sections


def sections_of(text: str) -> list[Section]:
    """The sections of a text in French."""
    return sections(render(text, lambda reference: Link(reference.text), is_french=True))


def test_each_subtitle_begins_a_section() -> None:
    """What stands before the first has none; smaller subtitles stay within theirs."""
    found = sections_of("Avant.\n\n## *Un*\n\nA.\n\n### Petit\n\nB.\n\n## Deux\n\nC.")

    assert [section.heading for section in found] == [None, "<em>Un</em>", "Deux"]
    assert ["".join(map(str, section.parts)).replace("\n", "") for section in found] == [
        *("<p>Avant.</p>", "<p>A.</p><h3>Petit</h3><p>B.</p>", "<p>C.</p>"),
    ]


def test_a_component_stays_in_its_section() -> None:
    """A card between two subtitles is told below the first."""
    [first, second] = sections_of("## Un\n\n[](fiche:ecoute)\n\n## Deux\n\nFin.")

    assert (first.heading, first.parts) == ("Un", [Block("fiche:ecoute")])
    assert second.heading == "Deux"


def test_an_empty_text_has_no_section() -> None:
    """So that a page shows nothing of it."""
    assert sections_of("") == []
