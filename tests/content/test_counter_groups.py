"""On how many pages the counters of a département stand, and in which order."""

from pathlib import Path

import pytest

from eclaircie.content.choices import COUNTER_NEEDS, STRUCTURE_TYPES
from eclaircie.content.counter_groups import CONTACT, FIRST_PAGE, FURTHER_PAGE, need_of
from eclaircie.content.library import Library
from tests.local_files import counters, department, library_of, structure

FIRST, FURTHER = FIRST_PAGE // CONTACT, FURTHER_PAGE // CONTACT
"""How many counters a page carries beside nothing else."""


def sizes(library: Library) -> list[int]:
    """How many counters stand on each page of a département."""
    return [len(page) for page in library.counter_pages("71")]


def further(library: Library) -> list[str]:
    """The addresses of the further pages."""
    return [path for path in library.pages if "/autres" in path]


def test_as_many_as_a_page_carries_stand_on_the_page_of_the_departement(tmp_path: Path) -> None:
    """It has no further page then."""
    library = library_of(tmp_path, counters({"commissariat": FIRST - 1, "caf": 1}))

    assert (sizes(library), further(library)) == ([FIRST], [])


def test_what_presses_less_moves_to_a_further_page(tmp_path: Path) -> None:
    """With one counter more, all that is for one need moves together, and the page has an address that says nothing."""
    library = library_of(tmp_path, counters({"commissariat": FIRST - 2, "caf": 3}))

    assert (sizes(library), further(library)) == ([FIRST - 2, 3], ["reseaux/71/autres"])


def test_those_who_are_nearest_are_looked_for_on_one_page(tmp_path: Path) -> None:
    """A need that the page of the département cannot carry whole stands on the next one whole."""
    library = library_of(tmp_path, counters({"commissariat": FIRST + 1}))

    assert sizes(library) == [0, FIRST + 1]


def test_no_page_carries_more_than_it_can(tmp_path: Path) -> None:
    """One need may take several pages."""
    library = library_of(tmp_path, counters({"gendarmerie": 2 * FURTHER + 1}))

    assert (sizes(library), further(library)) == (
        [0, FURTHER, FURTHER, 1],
        ["reseaux/71/autres", "reseaux/71/autres-2", "reseaux/71/autres-3"],
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("71/a.md", structure()),
        ("71/index.md", department("mot " * (CONTACT // 4))),
    ],
)
def test_what_a_departement_says_itself_takes_room(tmp_path: Path, name: str, text: str) -> None:
    """A structure, or as much text, leaves room for one counter less."""
    library = library_of(tmp_path, {**counters({"commissariat": 1, "caf": FIRST - 1}), name: text})

    assert sizes(library) == [1, FIRST - 1]


def test_what_is_known_of_hours_takes_room(tmp_path: Path) -> None:
    """A note of a counter counts as any text does."""
    files = counters({"commissariat": 1, "caf": FIRST - 1})
    files["71/annuaire/caf-0.md"] = files["71/annuaire/caf-0.md"].replace(
        "propose:", "horaires_note: Sauf en août\npropose:"
    )

    assert sizes(library_of(tmp_path, files)) == [1, FIRST - 1]


def test_a_page_of_that_name_keeps_its_address(tmp_path: Path) -> None:
    """The further page takes the next one."""
    library = library_of(tmp_path, {**counters({"caf": FIRST + 1}), "71/autres.md": structure()})

    assert further(library) == ["reseaux/71/autres", "reseaux/71/autres-2"]
    assert library.documents["reseaux/71/autres"].is_written


def test_counters_come_by_need_then_by_type_then_by_commune(tmp_path: Path) -> None:
    """The police first; within a type in the order of the alphabet."""
    files = counters({"caf": 1, "gendarmerie": 2, "commissariat": 1, "cidff": 1, "tribunal": 1})
    files["71/annuaire/gendarmerie-0.md"] = files["71/annuaire/gendarmerie-0.md"].replace("71270", "Tournus")
    [page] = library_of(tmp_path, files).counter_pages("71")

    assert [document.stem for document, _ in page] == [
        *("commissariat-0", "gendarmerie-1", "gendarmerie-0", "cidff-0", "tribunal-0", "caf-0")
    ]


def test_every_type_is_for_a_need(tmp_path: Path) -> None:
    """Those whom no table names help with what happened."""
    types = [kind for kind in STRUCTURE_TYPES.labels if kind not in ("hebergement", "groupe_de_parole")]
    [page] = library_of(tmp_path, counters(dict.fromkeys(types, 1))).counter_pages("71")

    assert {need_of(entry) for _, entry in page} == set(COUNTER_NEEDS.labels)
