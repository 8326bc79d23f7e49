"""Which file describes the counter of a record."""

import datetime
from pathlib import Path
from uuid import UUID

from eclaircie.content.library import Library, load
from eclaircie.importing.matching import Matched, matched
from eclaircie.importing.record import Record
from eclaircie.messages.faults import Faults
from tests.importing.records import cidff, record


def found(library: Library, *records: Record) -> Matched:
    """What becomes of some records in Saône-et-Loire."""
    return matched(records, library, ["71"])


def noted(content: Path, name: str, identifier: str) -> Library:
    """The content, where a file names a record."""
    file = content / "fr/reseaux/71" / name
    file.write_text(file.read_text("utf-8").replace("\nverifie_le", f"\nannuaire: {identifier}\nverifie_le"), "utf-8")
    return load(content, Faults())


HOUSE = record(
    30,
    type="point_justice",
    name="Maison de justice et du droit - Chalon-sur-Saône",
    town="Chalon-sur-Saône",
    commune="71076",
    number="03 85 00 20 09",
)


def test_a_record_of_which_no_file_tells_is_new(library: Library) -> None:
    """Nobody has written of a police station."""
    assert found(library, record()).new == [record()]


def test_an_identifier_decides_whatever_else_differs(content: Path) -> None:
    """Name, kind and town may all be others."""
    library = noted(content, "droits.md", record().key)
    (match,) = found(library, record(name="Hôtel de police", town="Cluny", commune="71137")).found

    assert (match.document.stem, match.how) == ("droits", "identifier")


def test_a_record_is_known_by_the_identifier_that_it_had(content: Path) -> None:
    """The directory gives records new identifiers, and says the former ones."""
    library = noted(content, "droits.md", record(8).key)
    (match,) = found(library, record(former=(str(UUID(int=8)),))).found

    assert (match.document.stem, match.how) == ("droits", "former")


def test_two_files_of_one_record_are_named_as_merged(content: Path) -> None:
    """The directory has drawn two records together."""
    noted(content, "droits.md", record(8).key)
    library = noted(content, "maison.md", record().key)
    result = found(library, record(former=(str(UUID(int=8)),)))

    assert [(gone.stem, stays.stem) for gone, stays in result.merged] == [("droits", "maison")]
    assert result.gone == []


def test_kind_name_and_town_together_are_enough(library: Library) -> None:
    """Small words, hyphens and the name of the town itself do not count."""
    (match,) = found(library, HOUSE).found

    assert (match.document.stem, match.how) == ("maison", "name")


def test_the_same_name_in_another_town_is_another_counter(library: Library) -> None:
    """There is a house of justice in Mâcon too."""
    elsewhere = record(31, type="point_justice", name="Maison de justice et du droit - Mâcon")

    assert found(library, elsewhere).new == [elsewhere]


def test_a_name_that_two_records_have_is_a_doubt(library: Library) -> None:
    """Which of them the file describes is for a person to say."""
    again = record(32, **{key: getattr(HOUSE, key) for key in ("type", "name", "town", "commune", "number")})

    assert len(found(library, HOUSE, again).doubts) == 2


def test_initials_are_a_doubt_where_no_town_is_known(library: Library) -> None:
    """Whoever wrote « CIDFF » may have meant this centre d'information."""
    (doubt,) = found(library, cidff()).doubts

    assert [document.stem for document in doubt.documents] == ["droits"]


def test_nobody_is_asked_about_a_shelter(library: Library) -> None:
    """It stays unknown, whatever the directory says."""
    house = record(40, type="hebergement", name="Le Cèdre")

    assert found(library, house).doubts == []


def test_a_file_whose_record_is_not_there_any_more_is_named(content: Path) -> None:
    """The directory was read, and does not have it."""
    library = noted(content, "droits.md", record(8).key)

    assert [document.stem for document in found(library, record()).gone] == ["droits"]


def test_nothing_has_gone_of_a_directory_that_was_not_read(content: Path) -> None:
    """A file of the other directory says nothing about it."""
    library = noted(content, "droits.md", "data-inclusion:dora--42")

    assert found(library, record()).gone == []


def test_of_a_record_that_is_there_twice_the_newer_one_counts(library: Library) -> None:
    """Two files were given, of two months."""
    newer = record(date=datetime.date(2026, 11, 2), number="03 85 00 10 02")

    assert found(library, newer, record()).new == [newer]


def test_what_both_directories_tell_is_taken_of_one(library: Library) -> None:
    """The same kind, name and town: there is one counter, and it is told which."""
    other = record(source="data-inclusion", identifier="dora--42", name="Commissariat de police de Mâcon")
    result = found(library, other, record())

    assert result.new == [record()]
    assert [each.key for each, _ in result.twice] == ["data-inclusion:dora--42"]
