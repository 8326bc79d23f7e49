"""The texts whose lists are marked: statements that two may read, and a list by which somebody leaves."""

import re
from collections.abc import Iterator

import pytest

from eclaircie.content.tree import parse
from eclaircie.pages.site import Site
from tests.settings import PUBLISHED

STATEMENTS = ("pour-vous/attente", "pour-vous/debuts")
"""Pages of statements, each with a block that gathers what was marked."""
PLAN = "faire/liste"

LEAST, MOST, WORDS = 3, 5, 18
"""Statements of a theme, and words of a statement, which is read before a cursor on a phone."""
CALLED = {"17", "114"}


def lists(site: Site, path: str) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """Each list of a page until its answer, in every language: the language, its items, and the targets of each."""
    for language in PUBLISHED:
        words, written_in = site.library.documents[path].words(language)
        assert written_in is language
        for element in parse(words.body.partition("[](site:reperes)")[0]).root:
            if element.tag == "ul":
                items = list(element)
                texts = ["".join(item.itertext()) for item in items]
                yield language.tag, texts, [[link.get("href", "") for link in item.iter("a")] for item in items]


@pytest.mark.parametrize("path", STATEMENTS)
def test_statements_are_few_and_short_and_lead_nowhere(site: Site, path: str) -> None:
    """Three to five a theme, each read at a glance: a link in a statement would be touched instead of its cursor."""
    themes = list(lists(site, path))

    assert {tag for tag, _, _ in themes} == {language.tag for language in PUBLISHED}
    assert [texts for _, texts, _ in themes if not LEAST <= len(texts) <= MOST] == []
    assert [text for _, texts, _ in themes for text in texts if len(text.split()) > WORDS] == []
    assert [targets for _, _, each in themes for targets in each if targets] == []


@pytest.mark.parametrize("path", STATEMENTS)
def test_each_of_two_answers_for_oneself(site: Site, path: str) -> None:
    """In French no statement says he, she, or what the reader does: it is true for either of the two."""
    statements = [text for tag, texts, _ in lists(site, path) if tag == "fr" for text in texts]

    assert statements
    assert [
        text
        for text in statements
        if re.search(r"(?<!-)\b(il|elle|lui-même|elle-même|vous|ton|ta|tes|tu)\b", text.lower())
    ] == []


def test_each_line_of_the_plan_leads_to_its_page_or_to_help(site: Site) -> None:
    """Whoever stops at a line of the list of leaving finds what it is about, or whom to call."""
    lines = [(text, targets) for _, texts, each in lists(site, PLAN) for text, targets in zip(texts, each, strict=True)]

    assert lines
    assert [text for text, targets in lines if not targets and not set(re.findall(r"\d+", text)) >= CALLED] == []
