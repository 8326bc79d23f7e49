"""`bareme`: a scale is written by its formula, and nothing else changes."""

from pathlib import Path

import pytest

from tests.conftest import faults_of
from tests.small_site import CHECKED
from tests.writing.conftest import Run, held

AID = f"""---
genre: aide
titre: Une aide
onglet: Aide
resume: Une phrase.
calcul:
  rsa: {{montant: "600,00", depuis: 2026-04-01, source: A}}
  majorations: [50, 30]
  age_limite: 21
  smic_net: {{montant: "1 000,00", depuis: 2026-01-01, source: A}}
  smic_brut: {{montant: "1 200,00", depuis: 2026-01-01, source: A}}
  tranches: [50]
  reductions: [0, 40]
  plafonds_don: [150, 200]
{CHECKED}
valable_jusqu_au: 2027-03-31
---

[](fiche:aide/bareme)
"""
WRITTEN = """bareme:
  plafonds: ["500,00"]
  lignes:
    - {enfants: 0, montants: ["600,00", "360,00"], don_jusqu_a: "1 500,00"}
    - {enfants: 1, montants: ["900,00", "540,00"], don_jusqu_a: "2 000,00"}
    - {enfants: 2, montants: ["1 080,00", "648,00"], don_jusqu_a: "2 000,00"}
    - {enfants: 3, montants: ["1 260,00", "756,00"], don_jusqu_a: "2 000,00"}
    - {enfants: 4, montants: ["1 440,00", "864,00"], don_jusqu_a: "2 000,00"}
  par_enfant_en_plus: 180,00
"""


@pytest.fixture
def aid(content: Path) -> Path:
    """An aid with a formula and without its scale."""
    file = content / "fr" / "aide.md"
    file.write_text(AID, "utf-8")
    return file


def test_a_scale_is_written_by_its_formula(content: Path, aid: Path, run: Run) -> None:
    """Its lines come into the header, the others stay, and the check has nothing to say any more."""
    before = held(content)
    result = run("bareme")
    text = aid.read_text("utf-8")

    assert (result.exit_code, "aide.md" in result.stdout) == (0, True)
    assert WRITTEN in text
    assert [line for line in text.splitlines() if line not in WRITTEN.splitlines()] == [
        line for line in AID.splitlines() if line not in WRITTEN.splitlines()
    ]
    assert {name for name, data in held(content).items() if before[name] != data} == {"fr/aide.md"}
    assert faults_of(content) == []


def test_the_new_amount_is_told_beside_the_former(content: Path, aid: Path, run: Run) -> None:
    """A mistyped digit is then seen, which nobody would see in a whole table."""
    assert "600,00 euros (avant : —)" in run("bareme").stdout

    aid.write_text(aid.read_text("utf-8").replace('montant: "600,00"', 'montant: "610,00"'), "utf-8")

    assert "610,00 euros (avant : 600,00)" in run("bareme").stdout


def test_a_scale_that_is_right_stays_as_it_is(content: Path, aid: Path, run: Run) -> None:
    """Nothing is written, however its lines stand."""
    run("bareme")
    aid.write_text(aid.read_text("utf-8").replace('"500,00"', "'500,00'"), "utf-8")
    before = held(content)
    result = run("bareme")

    assert "Barèmes déjà justes : 1." in result.stdout
    assert held(content) == before


def test_a_formula_that_cannot_be_read_changes_nothing(content: Path, aid: Path, run: Run) -> None:
    """The command says of which file."""
    aid.write_text(AID.replace('"600,00"', '"600"'), "utf-8")
    before = held(content)
    result = run("bareme")

    assert (result.exit_code, "content/fr/aide.md" in result.stderr) == (1, True)
    assert str(content) not in result.stderr
    assert "make check" in result.stderr
    assert held(content) == before
