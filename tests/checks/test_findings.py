"""What is kept of a check changes nothing of what the next one tells."""

import datetime
import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eclaircie.checks import suite
from eclaircie.checks.findings import Findings, Rule
from eclaircie.checks.site_facts import SiteFacts
from eclaircie.content.document import Document
from eclaircie.content.library import Library
from eclaircie.kept.store import Store
from eclaircie.loading import ContentError, read_site
from eclaircie.messages.faults import Fault, Faults
from eclaircie.project import CONTENT
from tests.conftest import TODAY
from tests.local_files import BASE, department, landmark, network, news, page, shelter, structure, write

TRANSLATED = "---\ntitre: A title\nresume: A sentence.\ntraduit_de: 000000000000\n---\n\nCall [](fiche:ecoute).\n"

FILES = {
    **BASE,
    "fr/a.md": page("page", "onglet: A\n", "Appelez [](fiche:ecoute), puis [la suite](page:b/c).\n\n## Titre\n\n- un"),
    "fr/b/index.md": page("page", "onglet: B\n"),
    "fr/b/c.md": page("page", "", "Le foyer Les Lilas est ici. Écrivez au [39 19](fiche:ecoute)."),
    "71/index.md": department(),
    "71/service.md": structure("reseaux: [reseau]\n"),
    "71/lilas.md": shelter(),
    "71/reseau.md": network(),
    "71/fete.md": news(),
    "trouver/caf.md": landmark(),
    "en/a.md": TRANSLATED,
    "ar/b/c.md": TRANSLATED,
}
"""A site in which each file says something of another."""

TEXTS = (
    *("Voir [](fiche:absente).", "Voir [](page:b/c).", "Appelez le 08 00 00 00 01.", "Un foyer à Mâcon.", "Mme Untel"),
    *("Voir example.org.", "[](fiche:71-service)", "[](fiche:71-lilas)", "## Ce que l'autre personne peut apprendre"),
    *("Écrivez à sophie.untel@essai.test", "[le 39 19](fiche:71-service)", "![](x)", "Les Lilas, 12 rue Haute."),
)
HEADERS = (
    *("ordre: 5\n", "onglet: Violence\n", "onglet: Court\n", "ligne: absente\n", "demarche: oui\n", "site: x\n"),
    *("verifie_le: 2027-01-01\n", "a_verifier: [Une phrase]\n", "contacts: [71-lilas]\n", "reseaux: [autre]\n"),
    *('numero: "08 00 00 00 01"\n', "communes: [Macon]\n", "barre: [secours, absente]\n", "type: hebergement\n"),
)

Edit = Callable[[Path, random.Random], None]


def pages_of(content: Path) -> list[Path]:
    """The files of all pages."""
    return sorted(content.rglob("*.md"))


def add_text(content: Path, chance: random.Random) -> None:
    """Some words at the end of a file."""
    with chance.choice(pages_of(content)).open("a", encoding="utf-8") as opened:
        opened.write(f"\n{chance.choice(TEXTS)}\n")


def add_key(content: Path, chance: random.Random) -> None:
    """A key more in a header, or once more."""
    file = chance.choice(pages_of(content))
    file.write_text(file.read_text("utf-8").replace("\n---\n", f"\n{chance.choice(HEADERS)}---\n", 1), "utf-8")


def drop_line(content: Path, chance: random.Random) -> None:
    """A line less."""
    file = chance.choice(pages_of(content))
    lines = file.read_text("utf-8").split("\n")
    del lines[chance.randrange(len(lines))]
    file.write_text("\n".join(lines), "utf-8")


def drop_file(content: Path, chance: random.Random) -> None:
    """A file less."""
    if len(pages_of(content)) > 5:
        chance.choice(pages_of(content)).unlink()


def rename(content: Path, chance: random.Random) -> None:
    """A file under another name."""
    file = chance.choice(pages_of(content))
    file.rename(file.with_name(f"{file.stem}-x.md"))


def restore(content: Path, chance: random.Random) -> None:
    """A file as it was at first."""
    name = chance.choice(sorted(FILES))
    write(content, {name: FILES[name]})


EDITS: tuple[Edit, ...] = (add_text, add_text, add_key, add_key, drop_line, drop_file, rename, restore)


def told(content: Path, day: datetime.date, kept: Path | None) -> list[Fault]:
    """All faults and remarks of a site, in order."""
    try:
        return list(read_site(day, content=content, kept=Store(kept)).remarks)
    except ContentError as error:
        return list(error.faults)


def check_rounds(seed: int, rounds: int) -> None:
    """Edit, then check with what was kept and without, some times over."""
    chance, day = random.Random(seed), TODAY
    with tempfile.TemporaryDirectory() as folder:
        content, kept = Path(folder) / "content", Path(folder) / "kept"
        write(content, FILES)
        shutil.copy(CONTENT / "site.yaml", content)
        for _ in range(rounds):
            assert told(content, day, kept) == told(content, day, None)
            for _ in range(chance.randrange(1, 3)):
                chance.choice(EDITS)(content, chance)
            day += datetime.timedelta(days=chance.choice((0, 0, 1, 400)))
            harm = chance.choice((None, None, None, b"", b"{}"))
            if harm is not None:
                (kept / chance.choice(("findings", "headers"))).write_bytes(harm)


unhurried = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])


@given(st.integers(0, 10_000))
@settings(unhurried, max_examples=6, derandomize=True)
def test_a_check_with_what_was_kept_tells_the_same(seed: int) -> None:
    """The same faults in the same files, at the same lines, in the same order and words, after any edits."""
    check_rounds(seed, 6)


@pytest.mark.exhaustive
@pytest.mark.timeout(1200)  # seconds
@given(st.integers(0, 100_000))
@settings(unhurried, max_examples=120, derandomize=True)
def test_any_check_with_what_was_kept_tells_the_same(seed: int) -> None:
    """The same after many more edits."""
    check_rounds(seed, 10)


def rules_run(monkeypatch: pytest.MonkeyPatch, content: Path, kept: Path, day: datetime.date = TODAY) -> list[str]:
    """Check a site; gives each rule that was run, and on which page."""
    run: list[str] = []

    def noted(name: str, rule: Rule) -> Rule:
        def run_and_note(document: Document, facts: SiteFacts, faults: Faults) -> None:
            run.append(f"{name} {document.path}")
            rule(document, facts, faults)

        return run_and_note

    with monkeypatch.context() as patch:
        patch.setattr(suite, "RULES", {name: noted(name, rule) for name, rule in suite.RULES.items()})
        told(content, day, kept)
    return run


def site(folder: Path) -> tuple[Path, Path]:
    """A site that was checked once, and the folder of what is kept."""
    content, kept = folder / "content", folder / "kept"
    write(content, FILES)
    shutil.copy(CONTENT / "site.yaml", content)
    told(content, TODAY, kept)
    return content, kept


def test_a_changed_word_has_only_its_own_page_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What others say of it has not changed."""
    content, kept = site(tmp_path)
    assert rules_run(monkeypatch, content, kept) == []

    write(content, {"fr/b/index.md": FILES["fr/b/index.md"] + "\nUn mot.\n"})

    assert {ran.split()[1] for ran in rules_run(monkeypatch, content, kept)} == {"b"}


def test_a_shelter_that_is_renamed_has_the_files_of_its_territory_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name is what the others may not put beside a street."""
    content, kept = site(tmp_path)

    write(content, {"71/lilas.md": FILES["71/lilas.md"].replace("Un service", "La Clairière")})

    assert "disclosure reseaux/71/service" in rules_run(monkeypatch, content, kept)


def test_another_day_has_a_page_checked_only_where_it_decides_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is found on a day is found on the next, but where something is over, or due."""
    content, kept = site(tmp_path)

    assert rules_run(monkeypatch, content, kept, datetime.date(2026, 12, 2)) == ["local reseaux/71/fete"]


def test_what_another_page_says_is_asked_for_and_never_read(tmp_path: Path) -> None:
    """A rule is given no library: there is no way for it to know what is not noted."""
    content, _ = site(tmp_path)
    books = Library()
    facts = SiteFacts(books, content, TODAY, 12)

    assert not any(name for name in vars(facts) if isinstance(getattr(facts, name), Library) and name[0] != "_")
    with facts.noting() as noted:
        facts.fiche("ecoute")
    assert list(noted) == [("fiche", ("ecoute",))]


def test_nothing_is_kept_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """What is wrong with it is found each time."""
    content, kept = site(tmp_path)
    write(content, {"fr/a.md": "---\ntitre: [\n---\n"})

    assert told(content, TODAY, kept) == told(content, TODAY, kept) == told(content, TODAY, None)


def test_without_a_store_nothing_is_written(tmp_path: Path) -> None:
    """As in tests, and wherever nobody says where."""
    content, _ = site(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    Findings(content, Store()).save()
    told(content, TODAY, None)

    assert sorted(tmp_path.rglob("*")) == before
