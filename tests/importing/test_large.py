"""What reading a file of the size of the State's directory takes."""

from pathlib import Path

import pytest

from bench.directory import measured
from tests.importing.large import RECORDS, write

MOST_MEMORY = 150  # MiB
SOME = 1_000


def test_records_are_not_kept_while_a_file_is_read(tmp_path: Path) -> None:
    """Four times as many records need hardly more memory."""
    few, many = tmp_path / "few.json", tmp_path / "many.json"
    write(few, SOME)
    write(many, 4 * SOME)
    memory = [measured(file, "71")["memory"] for file in (few, many)]

    assert memory[1] < memory[0] + 10
    assert memory[1] < MOST_MEMORY


@pytest.mark.exhaustive
def test_a_whole_directory_is_read_in_little_memory(tmp_path: Path) -> None:
    """Seventy thousand records, for one département and for all, in 150 MiB."""
    file = tmp_path / "base.json"
    write(file)
    for asked in (("71",), ()):
        took = measured(file, *asked)
        assert took["seen"] == RECORDS
        assert took["memory"] < MOST_MEMORY
