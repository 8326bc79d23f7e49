"""Files of the directories in every shape in which they can be downloaded."""

import bz2
import codecs
import csv
import gzip
import io
import json
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from eclaircie.importing.reading_error import Code, ReadingError
from eclaircie.importing.record import Why
from eclaircie.messages.tables import directory, importing
from tests.importing.made import as_answer, counter, read_all, read_records

RECORDS = [counter(), counter(id="2", nom="Commissariat de police - Mâcon", kind="commissariat_police")]
NAMES = ["Gendarmerie de Cluny", "Commissariat de Mâcon"]
RECORDS[1]["code_insee_commune"] = "71270"
WHOLE = json.dumps({"service": RECORDS}, ensure_ascii=False).encode()
ANSWERS = [as_answer(record) for record in RECORDS]


def tar_of(name: str, data: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for part, held in (("._x", b"\x00"), (name, data), ("competence.json", b'{"commune": []}')):
            info = tarfile.TarInfo(part)
            info.size = len(held)
            tar.addfile(info, io.BytesIO(held))
    return packed.getvalue()


def zip_of(name: str, data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("__MACOSX/._x", b"\x00")
        archive.writestr(name, data)
    return packed.getvalue()


def table_of(delimiter: str) -> bytes:
    text = io.StringIO()
    rows = csv.DictWriter(text, list(ANSWERS[0]), delimiter=delimiter)
    rows.writeheader()
    rows.writerows(ANSWERS)
    return text.getvalue().encode()


SHAPES: dict[str, bytes] = {
    "the whole file": WHOLE,
    "an answer": json.dumps({"total_count": 2, "results": ANSWERS}).encode(),
    "an older answer": json.dumps({"records": [{"recordid": "x", "fields": each} for each in ANSWERS]}).encode(),
    "an export": json.dumps(ANSWERS, indent=1).encode(),
    "a map": json.dumps({"type": "FeatureCollection", "features": [{"properties": each} for each in ANSWERS]}).encode(),
    "lines": "\n".join(json.dumps(each) for each in ANSWERS).encode(),
    "a table with ;": table_of(";"),
    "a table with ,": table_of(","),
    "gz": gzip.compress(WHOLE),
    "bz2": bz2.compress(WHOLE),
    "tar.bz2": bz2.compress(tar_of("2026.gouv_local.json", WHOLE)),
    "tar": tar_of("base.json", WHOLE),
    "zip": zip_of("dossier/base.json", WHOLE),
    "gz in a zip": zip_of("base.json.gz", gzip.compress(WHOLE)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_is_read_in_every_shape(tmp_path: Path, shape: str) -> None:
    """What a file is, its first bytes tell, whatever it is called."""
    file = tmp_path / "téléchargement"
    file.write_bytes(SHAPES[shape])
    records, tally = read_all(file)

    assert [record.name for record in records] == NAMES
    assert (tally.seen, tally.broken_count, tally.damaged) == (2, 0, [])


@pytest.mark.parametrize(
    "written",
    [
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.encode("cp1252"),
    ],
    ids=["utf-8 with mark", "utf-16", "utf-16 without mark", "utf-16 the other way round", "cp1252"],
)
@pytest.mark.parametrize("shape", ["the whole file", "a table with ;"])
def test_a_file_is_read_in_every_encoding(tmp_path: Path, shape: str, written: Callable[[str], bytes]) -> None:
    """Accents are the same, whatever program wrote the file."""
    file = tmp_path / "base"
    file.write_bytes(written(SHAPES[shape].decode()))
    records, _ = read_all(file)

    assert (records[0].name, records[0].street_address) == (
        NAMES[0],
        "12 rue de la Levée, 71250 Cluny",
    )


@pytest.mark.parametrize("shape", ["the whole file", "an export", "gz", "tar.bz2"])
def test_a_file_cut_short_gives_what_stands_before(tmp_path: Path, shape: str) -> None:
    """A download that broke off keeps its first records, and says that others may be missing."""
    many = json.dumps({"service": [counter(id=str(number)) for number in range(300)]}).encode()
    packed = {
        "the whole file": many,
        "an export": many[12:],
        "gz": gzip.compress(many),
        "tar.bz2": bz2.compress(tar_of("a.json", many), 1),
    }[shape]
    file = tmp_path / "base"
    file.write_bytes(packed[: -len(packed) // 3])
    records, tally = read_all(file)

    assert 0 < len(records) < 300
    assert [name for name, _ in tally.damaged] == ["base"]


@pytest.mark.parametrize(
    "held", [b"", b"Bonjour", b"a;b\n1;2\n", b'{"commune": []}', b"\x00\x01\x02", b"%PDF-1.7", b"{", b"[1, 2"]
)
def test_another_file_is_refused(tmp_path: Path, held: bytes) -> None:
    """What holds no record of a directory is said to be none, or gives none."""
    file = tmp_path / "autre"
    file.write_bytes(held)
    try:
        records, tally = read_all(file)
    except ReadingError as error:
        assert error.code == "no_directory"
    else:
        assert records == [] and (tally.broken_count or tally.damaged)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing file is a clear error."""
    with pytest.raises(ReadingError, match="unopened"):
        read_all(tmp_path / "rien.json")


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    """What nobody can unpack is a clear error."""
    data = bytearray(zip_of("base.json", WHOLE))
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.rfind(magic)
        data[start + at] |= 1
    file = tmp_path / "base.zip"
    file.write_bytes(data)

    with pytest.raises(ReadingError, match="unpacked"):
        read_all(file)


def test_a_broken_record_is_named_and_the_others_kept(tmp_path: Path) -> None:
    """What cannot be read is told with its place in the file."""
    broken = [3, "texte", {}, counter(id=""), counter(telephone="[{"), counter(nom=None)]
    records, tally = read_records(tmp_path, counter(), *broken, counter(id="9"))

    assert len(records) == 2
    assert [each.position for each in tally.broken] == [2, 3, 4, 5, 6, 7]


def test_a_broken_line_is_named_and_the_others_kept(tmp_path: Path) -> None:
    """A line that is no record is told, in a file of lines as in a table."""
    lines = SHAPES["lines"].split(b"\n")
    (tmp_path / "lignes").write_bytes(b"\n".join([lines[0], b'{"pivot": ', lines[1]]))
    rows = SHAPES["a table with ;"].splitlines(keepends=True)
    (tmp_path / "table").write_bytes(b"".join([*rows, b"trop;court\n"]))

    for name, position in (("lignes", 2), ("table", 3)):
        records, tally = read_all(tmp_path / name)
        assert [record.name for record in records] == NAMES
        assert [each.position for each in tally.broken] == [position]


def test_an_unknown_field_is_named(tmp_path: Path) -> None:
    """A field that the public description does not have is counted by its name."""
    _, tally = read_records(tmp_path, counter(nouveau=1), counter(nouveau=2))

    assert tally.unknown_fields == {"nouveau": 2}


def test_other_departments_are_only_counted(tmp_path: Path) -> None:
    """Records of other départements are neither read nor named."""
    records, tally = read_records(tmp_path, counter(), counter(code_insee_commune="34172"))

    assert len(records) == 1
    assert tally.elsewhere == 1


def test_every_reason_has_its_sentence() -> None:
    """Whatever is left out can be told in words."""
    assert set(importing.SENTENCES) == {f"unread_{why}" for why in get_args(Why)}


def test_every_file_that_cannot_be_used_has_its_sentence() -> None:
    """Whatever is wrong with a whole file can be told in words."""
    assert set(get_args(Code)) <= set(directory.SENTENCES)


def test_a_missing_library_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where ijson is not installed, who asks is told so."""
    monkeypatch.setitem(sys.modules, "ijson", None)
    (tmp_path / "base.json").write_bytes(WHOLE)

    with pytest.raises(ReadingError, match="no_library"):
        read_all(tmp_path / "base.json")
