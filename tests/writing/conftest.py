"""What tests of writing share: a small site of their own, and commands that work on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eclaircie.cli.invocation import Folders
from tests.command_line import Result
from tests.command_line import run as run_command
from tests.small_site import CHECKED, MIDNIGHT, write_small_content

Run = Callable[..., Result]

MORE = {
    "fr/aider/index.md": "---\ntitre: Aider\nonglet: Aider\nresume: Pour aider.\n---\n"
    "Appelez [](fiche:conseils/numero).\n\nLisez [la page](page:aider/voisin), puis [](page:aider/voisin).\n",
    "ar/aider/index.md": "---\ntitre: المساعدة\ntraduit_de: 26b9e2e03147\nonglet: المساعدة\nresume: للمساعدة.\n---\n"
    "اتصلوا [](fiche:conseils/numero).\n\nاقرؤوا [الصفحة](page:aider/voisin)، ثم [](page:aider/voisin).\n",
    "fr/index.md": "---\n# Ce qui vient d'abord\ntitre: Accueil\nonglet: Accueil\nresume: La première page.\n"
    "genre: accueil\nraccourcis: [aider, aider/voisin]\nthemes: [aider]\nlignes: [ecoute, conseils]\n---\nBonjour.\n",
    "fr/reseaux/index.md": "---\ntitre: Près de chez vous\nonglet: Près de chez vous\nresume: Où.\ngenre: lieux\n---\nIci.\n",
    "fr/reseaux/71/clunisois.md": f"---\ntitre: Le réseau\nresume: Un réseau.\ngenre: reseau\nnom: Réseau du Clunisois\n"
    f'numero: "03 85 00 00 01"\n{CHECKED}\n---\nOn se parle.\n',
    "fr/reseaux/71/cidff.md": f"---\ntitre: Vos droits\nresume: Des juristes.\ngenre: structure\nnom: CIDFF\ntype: cidff\n"
    f"reseaux: [clunisois]\ncontacts: [conseils]\n{CHECKED}\n---\nOn vous répond.\n",
}
"""Pages that lead to others in every way that there is."""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site whose pages lead to each other."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    return write_small_content(tmp_path / "content", MORE)


@pytest.fixture
def run(content: Path) -> Run:
    """Runs a command on that site."""
    folders = Folders(root=content.parent, content=content)
    return lambda *arguments: run_command(*arguments, folders=folders)


def held(content: Path) -> dict[str, bytes]:
    """Every file of some content, by its path."""
    return {file.relative_to(content).as_posix(): file.read_bytes() for file in content.rglob("*") if file.is_file()}
