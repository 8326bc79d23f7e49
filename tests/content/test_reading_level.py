"""How easy the French is to read: a reader reads at B1, is afraid, and may have learnt French late."""

import re
from collections.abc import Iterator

from eclaircie.content.readable import in_body
from eclaircie.pages.site import Site

LONG, TOO_LONG = 20, 25
"""Words in a sentence. At most one sentence in twenty may be long, and none too long."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_WORD = re.compile(r"\w[\w’'-]*")


def sentences(site: Site) -> Iterator[tuple[str, int, str]]:
    """Each French sentence of a text: the page, how many words it has, and the sentence."""
    for document in site.library.documents.values():
        if document.is_written:
            for readable in in_body(document.file, document.parts):
                for cell in readable.text.split(" | "):
                    for sentence in _SENTENCE_END.split(cell):
                        yield document.path, len(_WORD.findall(sentence)), sentence


def test_no_french_sentence_is_too_long_to_be_read_at_once(site: Site) -> None:
    """More than twenty-five words hold more than one idea."""
    assert [found for found in sentences(site) if found[1] > TOO_LONG] == []


def test_few_french_sentences_are_long(site: Site) -> None:
    """At most one in twenty has more than twenty words."""
    lengths = [length for _, length, _ in sentences(site) if length]

    assert sum(length > LONG for length in lengths) <= len(lengths) / 20
