"""`checked`: facts are compared with their sources, one after the other, and the day is noted."""

from pathlib import Path

import pytest

from tests.conftest import faults_of
from tests.writing.conftest import Run, held
from tests.writing.typing_at import Typed

TODAY = "verifie_le: 2026-11-21"
BEFORE = "verifie_le: 2026-11-01"


def changed(content: Path, before: dict[str, bytes]) -> set[str]:
    """The files that are not as they were."""
    return {name for name, text in held(content).items() if before.get(name) != text}


def test_a_file_is_noted_as_checked_today(content: Path, run: Run) -> None:
    """Its line changes and nothing else."""
    file = content / "fr/numeros/conseils.md"
    before = file.read_text("utf-8")
    result = run("checked", file, "--tous")

    assert result.exit_code == 0
    assert file.read_text("utf-8") == before.replace(BEFORE, TODAY)
    assert faults_of(content) == []


def test_a_departement_is_noted_as_a_whole(content: Path, run: Run) -> None:
    """Its number or its name means all of its files that have sources, and no other."""
    before = held(content)
    assert run("checked", "71", "--tous").exit_code == 0
    by_number = changed(content, before)
    assert run("checked", "saone et loire", "--tous", "--le", "2026-11-20").exit_code == 0

    assert by_number == {"fr/reseaux/71/cidff.md", "fr/reseaux/71/clunisois.md"} == changed(content, before)


def test_a_folder_is_noted_as_a_whole(content: Path, run: Run) -> None:
    """Pages without sources in it stay as they are; so do translations, which have no facts."""
    before = held(content)
    run("checked", content / "fr/numeros", "--tous")

    assert changed(content, before) == {f"fr/numeros/{name}.md" for name in ("conseils", "ecoute", "secours", "sms")}


def test_each_fact_is_shown_with_its_source_before_it_is_asked(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number, the hours and where they were read stand above the question."""
    monkeypatch.setattr("sys.stdin", Typed("o"))
    told = run("checked", "numeros/conseils").stdout

    question = told.index("Toujours juste ?")
    assert 0 < told.index("0 800 00 00 01") < question
    assert 0 < told.index("lundi-vendredi 09:00 17:30") < question
    assert 0 < told.index("Essai, https://essai.test/") < question


def test_what_is_wrong_or_left_open_is_not_noted(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of four lines, one is right, one is wrong, one is passed, and an unclear answer is asked again."""
    before = held(content)
    monkeypatch.setattr("sys.stdin", Typed("o", "n", "peut-être", "p", "OUI"))
    result = run("checked", "numeros")

    assert changed(content, before) == {"fr/numeros/conseils.md", "fr/numeros/sms.md"}
    assert "Répondez o (oui), n (non) ou p (passer)." in result.output
    assert "2 fichier(s) noté(s), 2 laissé(s)." in result.output


def test_what_was_answered_before_stopping_is_kept(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an hour of calls is not lost by one key."""
    before = held(content)
    monkeypatch.setattr("sys.stdin", Typed("o"))
    result = run("checked", "numeros")

    assert result.exit_code == 130
    assert changed(content, before) == {"fr/numeros/conseils.md"}


DOUBTFUL = "a_confirmer: [horaires]\n"


@pytest.mark.parametrize(
    ("typed", "options", "kept"),
    [
        (("o", "n"), (), True),
        (("o", ""), (), True),
        (("o", "o"), (), False),
        ((), ("--tous",), True),
        ((), ("--tous", "--confirme"), False),
    ],
)
def test_a_doubt_goes_only_when_somebody_says_so(
    content: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    typed: tuple[str, ...],
    options: tuple[str, ...],
    kept: bool,
) -> None:
    """Whoever says that all is right is asked for the doubt too; Enter keeps it."""
    file = content / "fr/numeros/conseils.md"
    file.write_text(file.read_text("utf-8").replace(f"{BEFORE}\n", f"{BEFORE}\n{DOUBTFUL}"), "utf-8")
    monkeypatch.setattr("sys.stdin", Typed(*typed))
    run("checked", file, *options)

    text = file.read_text("utf-8")
    assert (DOUBTFUL in text, TODAY in text) == (kept, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("aider/voisin",), "ne nomme de source"),
        (("nulle-part",), "n'existe pas en français"),
        (("numeros", "--le", "hier"), "n'est pas une date"),
        (("numeros", "--le", "2027-01-01"), "dans le futur"),
    ],
)
def test_what_cannot_be_noted_is_said(content: Path, run: Run, words: tuple[str, ...], told: str) -> None:
    """Nothing changes, and the sentence says why."""
    before = held(content)
    result = run("checked", *words, "--tous")

    assert result.exit_code != 0
    assert told in result.stderr
    assert held(content) == before


def test_nobody_is_asked_where_nobody_can_answer(run: Run) -> None:
    """In a workflow, the command says which option does without questions."""
    result = run("checked", "numeros")

    assert (result.exit_code, "--tous" in result.stderr) == (2, True)


def test_a_file_that_cannot_be_read_is_named(content: Path, run: Run) -> None:
    """It is neither noted nor passed over in silence."""
    (content / "fr/numeros/sms.md").write_text("---\ntitre: [\n---\nx\n", "utf-8")
    result = run("checked", "numeros", "--tous")

    assert result.exit_code == 1
    assert "sms.md" in result.stderr
