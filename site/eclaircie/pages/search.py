"""What the search box looks through, and the list of all subjects: for each language, from the words of its pages.

The index is one small file of a language, asked for when somebody touches the box; nothing that is typed is sent. Its
name says nothing, and programs are asked to leave its folder alone.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise, repeat

from ..canonical_json import Inputs
from ..content.base import Fiche
from ..content.departments import Department, FurtherContacts
from ..content.document import Document
from ..content.local import Local
from ..content.tree import passages
from ..content.word_forms import WordForms, word_forms
from ..kept.table import Table
from ..languages import LANGUAGES, Language
from ..places import territories
from . import downloads
from .cards import Listing, folder, lang_attributes

TOPICS = "sujets"
"""The page of all subjects, by its path; without one there is no search."""

BLOCK = "sujets"
"""The block of a text that shows the search box and all subjects."""

FILE_NAMES = frozenset(f"{language.tag}.json" for language in LANGUAGES)
"""Every name that an index can have, without its folder."""

WHOLE, TITLE, SAID, NEAR, TEXT = 9, 7, 6, 4, 1
"""What a word counts for: as all that people say, in a title, in what people say, in a summary or a subtitle, in the text.

Two words that follow each other in a title or in what people say count as a whole too: *ma femme me frappe* and *je frappe
ma femme* do not lead to the same page.
"""

FIRST_WORDS = 60
"""How many words of the text of a page are in the index."""


def file_of_index(language: Language) -> str:
    """The path of the index of a language, below the site."""
    return f"{downloads.FOLDER}/{language.tag}.json"


def has_search(listing: Listing) -> bool:
    """Whether the site has a page of all subjects, and so a search."""
    return TOPICS in listing.library.pages


def search_index(listing: Listing, language: Language, table: Table | None = None) -> Inputs:
    """What `static/js/search.js` reads.

    rules, spaced: how words are brought down to their stems. base: what stands before the address of each page.
    places: the parts of the site. pages: of each its title, its address, the number of its part, and the language of the
    title where it is another. terms: for each stem the pages that have it, each as its number times ten and what it counts;
    stems that follow each other, with a space between, are one of a kind.
    table: the counts of pages, as `_counts` gives them, of earlier builds.
    """
    forms = word_forms(language)
    places: dict[str, int] = {}
    pages: list[list[str | int]] = []
    terms: dict[str, list[int]] = defaultdict(list)
    for document in _documents(listing):
        words, words_language = document.words(language)
        place = places.setdefault(_place(document, language, listing), len(places))
        other = [] if words_language is language else [words_language.tag]
        for stem, count in _kept_counts(document, language, forms, table).items():
            terms[stem].append(len(pages) * 10 + count)
        pages.append([words.title, folder(document.path), place, *other])
    return {
        "rules": forms.rules,
        "spaced": forms.is_spaced,
        "base": listing.href(language, ""),
        "places": list(places),
        "pages": pages,
        "terms": dict(sorted(terms.items())),
    }


def _kept_counts(document: Document, language: Language, forms: WordForms, table: Table | None) -> dict[str, int]:
    """The counts of a page, from the table where its files are those that it knows."""
    digests = [parts.digest for _, parts in document.files()]
    if table is None or (document.is_written and not all(digests)):
        return _counts(document, language, forms)
    key = " ".join([language.tag, document.path, *digests])
    counts: dict[str, int] | None = table.get(key)
    if counts is None:
        counts = _counts(document, language, forms)
        table.put(key, counts)
    return counts


def _counts(document: Document, language: Language, forms: WordForms) -> dict[str, int]:
    """The stems by which a page is found, each with what it counts. They follow from its files and from the code."""
    counts: dict[str, int] = {}
    for text, count in _texts(document, language):
        stems = forms.stems(text)
        # For others than those it was written for, a page that stands apart must not come by a single word.
        apart = document.entry.stands_apart
        pairs = [f"{one} {next_one}" for one, next_one in pairwise(stems)] if count in (TITLE, SAID) else []
        whole = stems if count == SAID and len(stems) == 1 and not apart else pairs
        for stem, counted in (*zip(() if apart else stems, repeat(count)), *zip(whole, repeat(WHOLE))):
            counts[stem] = max(counts.get(stem, 0), counted)
    return counts


def subjects(listing: Listing, language: Language) -> list[Inputs]:
    """Every page that is for everybody, below the part of the site in which it stands, in the order of the site.

    Of each part its page and its short title. The alphabet would not do: titles that reveal nothing begin with words that
    say little, and not every language sorts its words by letters.
    """
    library = listing.library
    found: dict[str, list[Document]] = {}
    for document in library.children(""):
        if document.path != TOPICS:
            found[document.path] = []
    for document in sorted(_documents(listing), key=lambda each: (each.entry.order, each.path)):
        top = document.path.partition("/")[0]
        if top in found and top != document.path and not isinstance(document.entry, Department | Local):
            found[top].append(document)
    return [
        {
            **_named(library.pages[top], language, listing),
            "short": library.pages[top].words(language)[0].tab,
            "pages": [_named(page, language, listing) for page in pages if not page.entry.stands_apart],
        }
        for top, pages in found.items()
    ]


def _named(document: Document, language: Language, listing: Listing) -> Inputs:
    """A page as a list of titles shows it."""
    words, words_language = document.words(language)
    href = listing.href(language, document.path)
    return {"href": href, "title": words.title, **lang_attributes(words_language)}


def _documents(listing: Listing) -> Iterator[Document]:
    """The pages that a search may find, in the order of the site."""
    for path, document in sorted(listing.library.pages.items()):
        if path and path != TOPICS and not isinstance(document.entry, FurtherContacts):
            yield document


def _texts(document: Document, language: Language) -> Iterator[tuple[str, int]]:
    """The words by which a page is found, each with what it counts for. Of local pages only names: they are many."""
    entry, words = document.entry, document.words(language)[0]
    yield from ((said, SAID) for said in document.search_words(language))
    if entry.stands_apart:
        return
    yield words.title, TITLE
    if isinstance(entry, Department):
        yield territories()[document.territory or ""].code, TITLE
    if isinstance(entry, Fiche):
        yield from ((document.facts[key], TITLE) for key in ("nom", "numero", "sms") if document.facts.get(key))
    if isinstance(entry, Department | Local):
        return
    yield from ((text, NEAR) for text in (words.tab, words.summary) if text)
    left = FIRST_WORDS
    for passage in passages(words.body):
        if passage.tag in ("h2", "h3", "h4"):
            yield passage.text, NEAR
        elif left > 0:
            yield " ".join(passage.text.split()[:left]), TEXT
            left -= len(passage.text.split())


def _place(document: Document, language: Language, listing: Listing) -> str:
    """The part of the site in which a page stands, as its short title says it."""
    library = listing.library
    above = library.documents.get(document.section)
    words = (above if above is not None and above.is_page else library.home).words(language)[0]
    return words.tab or words.title
