"""Counters: what a directory tells of a public service, without a page of its own."""

from pathlib import Path

import pytest

from eclaircie.content.base import required_keys
from eclaircie.content.choices import STRUCTURE_TYPES
from eclaircie.content.counters import Counter
from eclaircie.content.document import Document
from eclaircie.content.facts import Choice, declared
from eclaircie.content.frontmatter import parts_of
from eclaircie.content.library import load
from eclaircie.content.local import Structure
from eclaircie.content.tidying import tidied
from eclaircie.languages import BY_TAG
from eclaircie.messages.faults import Faults
from tests.local_files import BASE, RECORD, counter, library_of, write

NAME = "71/annuaire/commissariat-macon.md"


def known(folder: Path, text: str = "") -> Document:
    """The counter of a content that is sound."""
    return library_of(folder, {NAME: text or counter()}).fiches["71-annuaire-commissariat-macon"]


def faults_of(folder: Path, text: str) -> list[tuple[str, int]]:
    """The code and the line of each fault in the file of a counter."""
    write(folder, {**BASE, NAME: text})
    faults = Faults()
    load(folder, faults)
    return [(fault.code, fault.line) for fault in faults]


def test_a_counter_is_a_structure_without_a_page(tmp_path: Path) -> None:
    """Whatever lists structures has it; whatever lists pages has not."""
    library = library_of(tmp_path, {NAME: counter()})
    [(document, entry)] = library.structures("71")

    assert isinstance(entry, Counter)
    assert not document.is_page
    assert document.path not in library.pages
    assert document.shown_at == "reseaux/71"


def test_nothing_is_asked_of_a_counter_that_only_a_page_needs() -> None:
    """Neither a title nor a summary nor a short title; its record and its commune are."""
    assert required_keys(Counter) == {"nom", "type", "commune", "annuaire"}
    assert not {"titre", "resume", "onglet", "mots", "ligne", "ordre", "demarche"} & set(declared(Counter))


def test_a_counter_has_every_key_of_a_structure_that_tells_of_a_service() -> None:
    """What one may correct in a structure, one may correct in a counter."""
    of_pages = set(declared(Structure)) - set(declared(Counter))

    assert of_pages == {
        *("titre", "onglet", "resume", "pictogramme", "ordre", "mots", "ligne", "demarche", "a_part"),
        *("francais_a_cote", "a_relire_par_une_association"),
    }


@pytest.mark.parametrize("tag", ["fr", "en", "ar"])
def test_a_counter_is_called_by_its_name_in_every_language(tag: str, tmp_path: Path) -> None:
    """A proper name stays French."""
    words, language = known(tmp_path).words(BY_TAG[tag])

    assert (words.title, words.summary, language.tag) == ("Commissariat de Mâcon", "", "fr")


def test_a_counter_and_a_structure_may_have_files_of_one_name(tmp_path: Path) -> None:
    """What is brought in takes no name from what somebody wrote."""
    hand = "---\ntitre: A\nresume: A.\ngenre: structure\nnom: A\ntype: cidff\ncontacts: [ecoute]\n---\n\nA.\n"
    library = library_of(tmp_path, {"71/commissariat-macon.md": hand, NAME: counter()})

    assert {"71-commissariat-macon", "71-annuaire-commissariat-macon"} <= set(library.fiches)


@pytest.mark.parametrize("header", ["type: hebergement", "type: groupe_de_parole", "propose: [dormir]"])
def test_a_place_that_must_stay_unknown_is_no_counter(header: str, tmp_path: Path) -> None:
    """A counter is on the map: the line that says that one sleeps or meets there is a fault."""
    key = header.partition(":")[0]
    lines = [line for line in counter().split("\n") if not line.startswith(f"{key}:")]
    text = "\n".join([*lines[:2], header, *lines[2:]])

    assert faults_of(tmp_path, text) == [("hidden_counter", 3)]


def test_a_counter_may_be_of_any_other_type() -> None:
    """Only the two that are never on a map are not offered."""
    kind = declared(Counter)["type"].kind

    assert isinstance(kind, Choice)
    assert set(STRUCTURE_TYPES.labels) - set(kind.labels) == {"hebergement", "groupe_de_parole"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("annuaire: 12", "bad_record"),
        ("annuaire: service-public:12", "bad_record"),
        ("annuaire: data-inclusion:12", "bad_record"),
        ("position: Mâcon", "bad_position"),
        ("position: 46.30612, 4.83201", "bad_position"),
        ("position: 46,306, 4,832", "bad_position"),
        ("titre: Le commissariat", "unknown_key"),
    ],
)
def test_what_a_counter_says_is_written_in_one_way(line: str, code: str, tmp_path: Path) -> None:
    """Each fault stands at its line."""
    key = line.partition(":")[0]
    lines = [line for line in counter().split("\n") if not line.startswith(f"{key}:")]
    text = "\n".join([*lines[:1], line, *lines[1:]])

    assert faults_of(tmp_path, text) == [(code, 2)]


def test_a_point_with_too_many_decimals_is_told_with_the_right_ones(tmp_path: Path) -> None:
    """Maps give seven of them; whoever copies one is told what to put."""
    write(tmp_path, {**BASE, NAME: counter().replace("46.306, 4.832", "46.30612, 4.83291")})
    faults = Faults()
    load(tmp_path, faults)

    assert "Mettez : 46.306, 4.833" in next(iter(faults)).sentence("fr")


def test_a_counter_has_its_one_form(tmp_path: Path) -> None:
    """What a command writes, `tidy` leaves as it is."""
    text, file = counter(), tmp_path / "a.md"

    assert tidied(text, file, Faults()) == text
    assert parts_of(text, file, Faults()) is not None


def test_the_file_of_town_halls_beside_counters_is_no_page(tmp_path: Path) -> None:
    """It is passed over there, and there only."""
    rows = "code;latitude;longitude\n71270;46.31;4.83\n"
    library_of(tmp_path, {NAME: counter(), "71/annuaire/communes.csv": rows})
    (tmp_path / "fr" / "communes.csv").write_text(rows, "utf-8")
    faults = Faults()
    load(tmp_path, faults)

    assert [(fault.code, fault.file.parent.name) for fault in faults] == [("attached_file", "fr")]


def test_a_structure_may_name_its_record(tmp_path: Path) -> None:
    """So that what a directory says differently can be told."""
    hand = f"---\ntitre: A\nresume: A.\ngenre: structure\nnom: A\ntype: cidff\ncontacts: [ecoute]\nannuaire: {RECORD}\n---\n\nA.\n"
    library = library_of(tmp_path, {"71/a.md": hand})

    assert [entry.record for _, entry in library.structures("71")] == [RECORD]
