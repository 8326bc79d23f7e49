"""Local files made up for tests: Saône-et-Loire, with whatever a test puts there."""

from pathlib import Path

from eclaircie.checks import suite
from eclaircie.checks.site_facts import SiteFacts
from eclaircie.content.library import Library, load
from eclaircie.messages.faults import Faults
from tests.conftest import TODAY

CHECKED = "sources: [{nom: Source, adresse: https://essai.test}]\nverifie_le: 2026-11-01\n"


def page(kind: str, header: str = "", body: str = "Un texte.", title: str = "Un essai") -> str:
    """A file of a kind: its title stands on line 2, its summary on line 3, `header` begins on line 5."""
    lines = f"titre: {title}\nresume: Une phrase.\ngenre: {kind}\n{header}"
    return f"---\n{lines}{'' if lines.endswith(chr(10)) else chr(10)}---\n\n{body}\n"


def structure(header: str = "", body: str = "Un texte.", kind: str = "association", title: str = "Un essai") -> str:
    """A structure with a name and a contact; `header` begins on line 10."""
    return page("structure", f"nom: Un service\ntype: {kind}\ncontacts: [ecoute]\n{CHECKED}{header}", body, title)


def shelter(header: str = "", body: str = "Un texte.", title: str = "Un essai") -> str:
    """A shelter with a contact."""
    return structure(header, body, "hebergement", title)


RECORD = "service-public:00000000-0000-4000-8000-000000000001"


def counter(kind: str = "commissariat") -> str:
    """A counter at Mâcon, with what a directory tells of one, as `tidy` writes it."""
    return f"""\
---
genre: guichet
nom: Commissariat de Mâcon
type: {kind}
numero: 03 85 00 00 01
courriel: accueil@essai.test
adresse: 36 rue de Lyon, 71000 Mâcon
commune: 71270
position: 46.306, 4.832
horaires:
  - {{jours: tous, de: 08:00, a: 18:00}}
horaires_note: Fermé en août
propose: [plainte]
verifie_le: 2026-11-01
annuaire: {RECORD}
sources:
  - nom: Annuaire de l'administration
    adresse: https://annuaire.test/71/commissariat
    date: 2026-11-01
---
"""


def network(header: str = "", body: str = "Un texte.", title: str = "Un essai") -> str:
    """A network with a name."""
    return page("reseau", f"nom: Un réseau\n{CHECKED}{header}", body, title)


def news(
    header: str = "debut: 2026-12-01", body: str = "Un texte.", kind: str = "rencontre", title: str = "Un essai"
) -> str:
    """A piece of news."""
    return page("actualite", f"type: {kind}\n{CHECKED}{header}", body, title)


def department(body: str = "Un texte.", title: str = "Saône-et-Loire") -> str:
    """The text of a département."""
    return page("departement", "", body, title)


def landmark(header: str = "", body: str = "Un texte.", title: str = "Un essai") -> str:
    """How to find a kind of help."""
    return page("repere", f"type: caf\n{header}", body, title)


def counters(count_of: dict[str, int]) -> dict[str, str]:
    """The files of as many counters of each type, without a note, each with a record of its own."""
    names = [
        (kind, f"{kind.replace('_', '-')}-{number}") for kind, count in count_of.items() for number in range(count)
    ]
    return {
        f"71/annuaire/{name}.md": counter(kind)
        .replace(RECORD, f"data-inclusion:essai--{name}")
        .replace("horaires_note: Fermé en août\n", "")
        for kind, name in names
    }


LINE = page("ligne", f'nom: Écoute\nnumero: "39 19"\n{CHECKED}')
HOME = page("accueil", "raccourcis: [a]\nthemes: [a]\nlignes: [ecoute]\n")
PLACES = page("lieux", "onglet: Près de vous\n")
BASE = {"fr/index.md": HOME, "fr/numeros/ecoute.md": LINE, "fr/reseaux/index.md": PLACES}


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below a content folder; those that begin with `71/` are of Saône-et-Loire, in French."""
    for name, text in files.items():
        file = folder / (f"fr/reseaux/{name}" if name.startswith(("71/", "trouver/")) else name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def library_of(folder: Path, files: dict[str, str]) -> Library:
    """The content with the files given, a home page, a line and the page of places; sound so far."""
    write(folder, {**BASE, **files})
    faults = Faults()
    library = load(folder, faults)
    assert list(faults) == []
    return library


def check_local(library: Library, faults: Faults, *rules: str) -> None:
    """Add the faults that some rules find in each written document; the rules of local files where none is named."""
    facts = SiteFacts(library, Path(), TODAY, 12)
    for rule in rules or ("local", "disclosure"):
        for document in library.documents.values():
            if document.is_written:
                suite.RULES[rule](document, facts, faults)
