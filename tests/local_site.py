"""A small site with those who help in one département, for tests of what is exported."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from eclaircie.content.document import Document
from eclaircie.content.local import Structure
from eclaircie.exports.data_files import files_of, records_of
from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.rendering.application import create_app
from tests.small_site import BEFORE_REVIEW, CHECKED, write_small_content

HELPER = (
    "---\ntitre: {title}\nnom: {title}\nresume: {summary}\ngenre: {kind}\n{facts}\n{checked}\n---\nOn vous répond.\n"
)


def helper(kind: str, title: str, facts: str, summary: str = "On vous répond.") -> str:
    """The file of a network or a structure."""
    return HELPER.format(kind=kind, title=title, facts=facts, summary=summary, checked=CHECKED)


LOCAL_FILES = {
    "fr/reseaux/index.md": "---\ntitre: Près de chez vous\nonglet: Près\nresume: Ici.\ngenre: lieux\n---\nChoisissez.\n",
    "fr/reseaux/71/maconnais.md": helper(
        "reseau",
        "Réseau du Mâconnais",
        "communes: [Mâcon]\nporte_par: Ville de Mâcon\npartenaires: [La mairie, L'hôpital]",
    ),
    "fr/reseaux/71/cedre.md": helper("structure", "Le Cèdre", "type: hebergement\ncontacts: [ecoute]"),
    "fr/reseaux/71/droit.md": helper(
        "structure",
        "Maison du droit",
        "type: cidff\nnumero: 03 85 00 00 01\ncourriel: contact@droit.essai.test\nsite: https://droit.essai.test\n"
        "horaires: [{jours: lundi-vendredi, de: 09:00, a: 17:30}]\nadresse: 12 rue du Port, 71000 Mâcon\n"
        "communes: [Mâcon]\nreseaux: [maconnais]\npropose: [parler, plainte]\npour: [femmes]\nlangues: [fr, ar]\n"
        "acces_handicap: [fauteuil]\nsans_rendez_vous: non\ncout: gratuit\na_confirmer: [courriel, communes]",
    ),
    "fr/reseaux/71/parole.md": helper("structure", "Parole", "type: groupe_de_parole\nnumero: 03 85 00 00 02"),
}
"""A network, a shelter, an office and a support group of Saône-et-Loire."""

HIDDEN_TOWN = "Tournus"
"""The town of the shelter that a check is supposed to have let pass: in no export may it stand."""


def local_content(folder: Path, changes: dict[str, str] | None = None) -> Path:
    """Write the content of the small site with its local files, and return the folder."""
    return write_small_content(folder, {**LOCAL_FILES, **(changes or {})})


def local_site(folder: Path, changes: dict[str, str] | None = None) -> Site:
    """The small site with its local files."""
    return read_site(BEFORE_REVIEW, content=local_content(folder, changes))


def careless_shelter() -> Structure:
    """A shelter that says all it must not: where it is, whom to call there, who runs it and who wrote of it."""
    return Structure.model_construct(
        kind="structure",
        title=f"Le foyer de {HIDDEN_TOWN}",
        name=f"Foyer de {HIDDEN_TOWN}",
        summary=f"Un foyer au 3 rue des Lilas, à {HIDDEN_TOWN}.",
        type="hebergement",
        street_address=f"3 rue des Lilas, 71700 {HIDDEN_TOWN}",
        number="03 85 00 00 99",
        email=f"foyer@{HIDDEN_TOWN.lower()}.essai.test",
        website=f"https://{HIDDEN_TOWN.lower()}.essai.test",
        communes=(HIDDEN_TOWN,),
        intercommunalities=("CC Mâconnais-Tournugeois",),
        led_by=f"Ville de {HIDDEN_TOWN}",
        networks=("maconnais",),
        contacts=("ecoute", "71-droit"),
        sources=(),
        to_confirm=("numero", "adresse"),
        offers=("dormir",),
        within=None,
        checked_on=BEFORE_REVIEW,
    )


def with_careless_shelter(site: Site) -> Site:
    """The site, its shelter replaced by one that no check has seen."""
    library = site.library
    old = library.documents["reseaux/71/cedre"]
    careless = Document(old.path, old.file, old.parts, careless_shelter())
    documents = {**library.documents, old.path: careless}
    fiches = {**library.fiches, old.name: careless}
    return replace(site, library=replace(library, documents=documents, fiches=fiches))


TRACES_OF_THE_SHELTER = (
    HIDDEN_TOWN,
    HIDDEN_TOWN.lower(),
    "Lilas",
    "00 00 99",
    "0385000099",
    "71700",
    "Tournugeois",
    "Foyer",
)
"""What would lead to its door."""


def exported(site: Site) -> dict[str, bytes]:
    """The files for professionals of a site."""
    return files_of(records_of(site), create_app(site))


@contextmanager
def in_french(site: Site) -> Iterator[None]:
    """Where the words of the interface are French, as they are while the files are made."""
    with create_app(site).test_request_context("/fr/"):
        yield
