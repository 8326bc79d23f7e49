"""What a page is made from: while it is the same, the page is not even looked at."""

import dataclasses
import datetime

from eclaircie.canonical_json import canonical_json
from eclaircie.content.document import Document
from eclaircie.content.library import Library
from eclaircie.pages.site import Site
from eclaircie.pages.sources import Sources


def with_sign(document: Document, sign: str) -> Document:
    """A page with a sign at the end of each of its texts."""
    translations = {
        tag: dataclasses.replace(one, words=dataclasses.replace(one.words, body=f"{one.words.body}\n\n{sign}\n"))
        for tag, one in document.translations.items()
    }
    parts = dataclasses.replace(document.parts, body=f"{document.parts.body}\n\n{sign}\n")
    return dataclasses.replace(document, parts=parts, translations=translations)


def test_no_page_shows_the_text_of_another(site: Site) -> None:
    """Of another page it shows the header: so a word that is changed in a text changes one page in each language."""
    signs = {path: f"SIGN{number}END" for number, path in enumerate(site.library.pages)}
    documents = {
        path: with_sign(document, signs[path]) if path in signs else document
        for path, document in site.library.documents.items()
    }
    by_file = {document.file: document for document in documents.values() if document.is_written}
    fiches = {name: by_file.get(document.file, document) for name, document in site.library.fiches.items()}
    signed = dataclasses.replace(site, library=Library(documents, fiches))

    for address in signed.addresses():
        own = signs[signed.find(address)[1].path]
        shown = canonical_json(signed.inputs(address))
        assert shown.count("SIGN") == shown.count(own), address


def test_the_sources_of_a_page_change_with_the_day_and_the_settings(site: Site) -> None:
    """Both decide what a page shows."""
    before = Sources(site).of("/fr/")
    next_day = dataclasses.replace(site, today=site.today + datetime.timedelta(days=1))
    other_place = dataclasses.replace(site, prefix="/ailleurs")

    assert Sources(site).of("/fr/") == before
    assert len({before, Sources(next_day).of("/fr/"), Sources(other_place).of("/fr/")}) == 3
    assert Sources(site).of("/fr/") != Sources(site).of("/")
