"""No file and no record, whatever stands in it, ends in anything but records, a tally or a clear error."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from eclaircie.importing.hours import dila_hours, osm_hours
from eclaircie.importing.phones import number_for_public
from eclaircie.importing.reading_error import ReadingError
from tests.importing.made import SERVICE, STRUCTURE, counter, read_all

_JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_FILE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def changed(whole: dict[str, Any]) -> some.SearchStrategy[dict[str, Any]]:
    """A record of which some fields hold anything."""
    return some.dictionaries(some.sampled_from(sorted(whole)), _JSON, max_size=4).map(lambda some: whole | some)


@_FILE
@given(
    some.lists(changed(counter()) | changed(SERVICE) | changed(STRUCTURE) | _JSON, max_size=5),
    some.sampled_from([(json.dumps, "utf-8"), (json.dumps, "utf-16")]),
)
def test_no_record_ends_in_an_error(tmp_path: Path, records: list[Any], written: Any) -> None:
    """Every record is taken, left out with a reason, or told to be broken."""
    dumps, encoding = written
    (tmp_path / "base.json").write_text(dumps({"service": records}), encoding)
    given_records, tally = read_all(tmp_path / "base.json", of=("71", "34"))

    counted = sum(tally.left.values()) + sum(tally.unknown_kinds.values()) + tally.elsewhere + tally.structures
    assert len(given_records) == sum(tally.taken.values())
    assert tally.damaged or tally.seen == len(records) == counted + len(given_records) + tally.broken_count


@_FILE
@given(some.binary(max_size=400) | some.text(max_size=200).map(str.encode))
def test_no_file_ends_in_an_error(tmp_path: Path, held: bytes) -> None:
    """What is no directory is said to be none."""
    (tmp_path / "base").write_bytes(held)
    try:
        read_all(tmp_path / "base")
    except ReadingError as error:
        assert error.code


@given(some.text(max_size=40), some.text(max_size=20), some.sampled_from(["71", "974", "987", "988"]))
def test_no_number_ends_in_an_error(value: str, note: str, territory: str) -> None:
    """Any text is a number or has a reason."""
    number, unread = number_for_public([(value, note)], territory)

    assert number or unread or not value.strip()


@given(some.text(alphabet='MoTuWeFrPH 0123456789:-;,"offclsed+', max_size=40))
def test_no_hours_end_in_an_error(text: str) -> None:
    """Any text is rows, a note or nothing."""
    assert osm_hours(text) is not None


@given(
    some.lists(some.dictionaries(some.sampled_from(["nom_jour_debut", "valeur_heure_debut_1"]), _JSON), max_size=3),
    some.text(),
)
def test_no_rows_end_in_an_error(rows: list[dict[str, Any]], comment: str) -> None:
    """Any row is read, or makes a note of all."""
    assert dila_hours(rows, comment) is not None


@pytest.mark.parametrize("depth", [50, 5_000])
def test_no_depth_ends_in_an_error(tmp_path: Path, depth: int) -> None:
    """A file that opens brackets without end is damaged, not fatal."""
    (tmp_path / "base.json").write_text('{"service": ' + "[" * depth)
    try:
        assert read_all(tmp_path / "base.json")[1].damaged
    except ReadingError as error:
        assert error.code == "no_directory"
