"""Every sheet, set once."""

import dataclasses
import os
from dataclasses import dataclass

import pypdfium2
import pytest

from eclaircie.canonical_json import Inputs
from eclaircie.pages.site import Site
from eclaircie.posters.poster_error import PosterError
from eclaircie.posters.printed import Entry
from eclaircie.posters.printing import printed_files, sheets
from eclaircie.posters.sheets import Order, facts_of
from eclaircie.rendering.application import create_app
from tests.settings import PUBLISHED

ENTRANCE = "https://example.org/i"

NEARBY = (
    Entry(
        "reseaux/71/a", "Association d'essai", "03 85 00 00 01", hours=({"jours": [0, 1], "de": "09:00", "a": "17:30"},)
    ),
    Entry("reseaux/71/b", "Une autre association, au nom plus long, de Chalon-sur-Saône", "03 85 00 00 02"),
    Entry("reseaux/71/c", "Une troisième", "39 19", is_line=True),
)
"""Those who help nearby, as if their numbers were sure."""


@dataclass(frozen=True)
class Sheets:
    """data: what each sheet shows, by the name of its file. files: its PDF."""

    data: dict[str, Inputs]
    files: dict[str, bytes]

    def pages(self, file: str) -> list[pypdfium2.PdfPage]:
        """The pages of a sheet."""
        return list(pypdfium2.PdfDocument(self.files[file]))


@pytest.fixture(scope="session")
def made(site: Site) -> Sheets:
    """All sheets, everywhere and for a département, in all languages."""
    app = create_app(site)
    data: dict[str, Inputs] = {}
    for slug in (None, "71", "986"):
        order = Order(site, slug, ENTRANCE)
        facts = facts_of(order, app)
        if slug == "71":
            facts = dataclasses.replace(
                facts, local=NEARBY, sources=("Annuaire d'essai (2026-11-01), Licence Ouverte 2.0",)
            )
        data |= sheets(order, PUBLISHED, facts, app)
    try:
        return Sheets(data, printed_files(data))
    except PosterError as error:
        if error.code != "no_font":
            raise
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no fonts: apt-get install fonts-noto-core")
