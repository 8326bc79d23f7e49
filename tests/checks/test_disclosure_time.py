"""No text keeps a rule on shelters and people busy for longer than its length deserves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eclaircie.checks.disclosure import nearness
from tests import adversarial

ROOT = Path(__file__).parents[2]


def in_a_process(signs: int, seconds: float) -> subprocess.CompletedProcess[str]:
    """Run `adversarial` by itself: whatever hangs there is stopped by the limit of its processor time."""
    command = [sys.executable, "-m", "tests.adversarial", str(signs), str(seconds)]
    paths = os.pathsep.join((str(ROOT / "site"), str(ROOT)))
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": paths}, text=True, capture_output=True, check=False
    )


def test_hard_texts_are_read_at_once() -> None:
    """Each rule, on texts of repeated signs, words, halves of what it looks for."""
    done = in_a_process(3_000, 1)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.exhaustive
def test_long_hard_texts_take_no_longer_than_their_length() -> None:
    """Ten times the length: a rule that compares all words with all others would need minutes."""
    done = in_a_process(30_000, 3)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_rule_that_takes_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """So a text that is hard for one of them is known."""
    monkeypatch.setattr(adversarial, "UNITS", ("- ",))

    assert (adversarial.main(100, -1) or "").startswith("street: ")


def test_a_line_of_dashes_between_a_house_and_a_town_is_read() -> None:
    """It once took longer than anyone waits."""
    text = f"Le foyer\n{'-' * 55}\nEntrée libre. Venez de Mâcon."

    assert nearness.town_beside_shelter(text, nearness.Place("71"), is_about_one=True) == "Macon"
