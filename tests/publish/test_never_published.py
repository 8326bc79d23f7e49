"""Who cares for a file is written for the team, and stands in no file of the site."""

import textwrap
from pathlib import Path

from eclaircie.content.models import MODELS
from eclaircie.publish.freezer import freeze
from tests.local_files import counter
from tests.local_site import LOCAL_FILES, helper, local_site
from tests.small_site import CHECKED, FILES

CARED_FOR = "suivi_par: service Zwxqk\n"
MARKS = (b"zwxqk", b"suivi_par", b"cared_for_by")

OTHERS = {
    "fr/reseaux/71/index.md": "---\ntitre: Saône-et-Loire\nresume: Ici.\ngenre: departement\n---\nIci.\n",
    "fr/reseaux/71/fete.md": f"---\ntitre: Fête\nresume: Ici.\ngenre: actualite\ntype: rencontre\ndebut: 2026-12-01\n{CHECKED}\n---\nIci.\n",
    "fr/reseaux/71/annuaire/commissariat.md": counter(),
    "fr/reseaux/trouver/caf.md": "---\ntitre: La CAF\nresume: Ici.\ngenre: repere\ntype: caf\n---\nIci.\n",
    "fr/telephone/chrome.md": "---\ntitre: Chrome\nonglet: Chrome\nresume: Ici.\ngenre: navigateur\nnavigateur: chrome\nsystemes: [android]\n---\n## Une ligne\n\n1. Ici.\n\n## Une fenêtre\n\n1. Ici.\n",
    "fr/aides/index.md": "---\ntitre: Aides\nonglet: Aides\nresume: Ici.\n---\nIci.\n",
    "fr/aides/urgence.md": helper("aide", "Une aide", "delai_jours_ouvres: 3").replace("nom: Une aide\n", ""),
}
"""Files of the kinds that the small site has none of."""


def cared_for(text: str) -> str:
    """A French file that also says who cares for it."""
    return textwrap.dedent(text).replace("---\n", f"---\n{CARED_FOR}", 1)


def test_who_cares_for_a_file_is_in_no_published_file(tmp_path: Path) -> None:
    """Neither on a page, nor in the index of the search, nor in a file for professionals, whatever the kind of the file."""
    files = {**FILES, **LOCAL_FILES, **OTHERS}
    site = local_site(
        tmp_path / "content", {name: cared_for(text) for name, text in files.items() if name.startswith("fr/")}
    )

    freeze(site, tmp_path / "build")

    kinds = {
        type(document.entry).__name__ for document in site.library.documents.values() if document.entry.cared_for_by
    }
    assert kinds == {model.__name__ for model in MODELS.values()}
    published = [file for file in (tmp_path / "build").rglob("*") if file.is_file()]
    assert {file.suffix for file in published} >= {".html", ".json", ".csv"}
    assert [file for file in published if any(mark in file.read_bytes().lower() for mark in MARKS)] == []
