"""What tests of directories share: a small site with a département, and a directory that says what a test has it say."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from eclaircie.cli import annuaire
from eclaircie.cli.invocation import Folders
from eclaircie.content.library import Library, load
from eclaircie.importing.record import Record, Tally
from eclaircie.messages.faults import Faults
from tests.command_line import Result
from tests.command_line import run as run_command
from tests.small_site import CHECKED, MIDNIGHT, write_small_content

Say = Callable[..., None]
Take = Callable[..., Result]

HELPER = "---\ngenre: structure\ntitre: {title}\nnom: {title}\nresume: On vous répond.\n{facts}\n{checked}\n---\n\nOn vous répond.\n"

FILES = {
    "fr/reseaux/index.md": "---\ntitre: Près de chez vous\nonglet: Près\nresume: Ici.\ngenre: lieux\n---\nChoisissez.\n",
    "fr/reseaux/71/droits.md": HELPER.format(
        title="CIDFF de Saône-et-Loire",
        facts="type: cidff\nsite: https://droits.essai.test/",
        checked="verifie_le: 2026-11-01\nsources:\n  - nom: Essai\n    adresse: https://essai.test/",
    ),
    "fr/reseaux/71/maison.md": HELPER.format(
        title="Maison de justice et du droit de Chalon-sur-Saône",
        facts="type: point_justice\nnumero: 03 85 00 20 01\nadresse: 5 place de l'Obélisque, 71100 Chalon-sur-Saône",
        checked="verifie_le: 2025-01-10\nsources:\n  - nom: Essai\n    adresse: https://essai.test/",
    ),
    "fr/reseaux/71/cedre.md": HELPER.format(
        title="Le Cèdre", facts="type: hebergement\ncontacts: [ecoute]", checked=CHECKED
    ),
}
"""An office whose town nobody wrote, a house of justice in Chalon-sur-Saône, and a shelter."""

COUNTERS = "fr/reseaux/71/annuaire"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content of a small site that has files of Saône-et-Loire."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    return write_small_content(tmp_path / "content", FILES)


@pytest.fixture
def library(content: Path) -> Library:
    """That content, read."""
    return load(content, Faults())


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Say:
    """Has the directory say some records; town halls stand in Mâcon."""

    def have(*records: Record) -> None:
        def read(_files: Iterable[Path], _asked: Iterable[str], tally: Tally) -> Iterator[Record]:
            tally.towns["71270"] = (46.3068, 4.8287)
            for record in records:
                tally.seen += 1
                tally.note_taken(record)
                yield record

        monkeypatch.setattr(annuaire, "read", read)

    return have


@pytest.fixture
def take(content: Path) -> Take:
    """Runs `annuaire` on that site with a file, for Saône-et-Loire."""
    file = content.parent / "annuaire.json"
    file.write_text('{"service": []}', "utf-8")
    folders = Folders(root=content.parent, content=content)
    return lambda *words: run_command("annuaire", file, "--departement", "71", *words, folders=folders)
