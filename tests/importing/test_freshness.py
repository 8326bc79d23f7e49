"""Which files a directory has looked at since."""

import datetime
from pathlib import Path

from eclaircie.content.library import load
from eclaircie.importing.freshness import Fresher, fresher
from eclaircie.importing.record import Record
from eclaircie.messages.faults import Faults
from tests.importing.conftest import COUNTERS, Say, Take
from tests.importing.records import cidff, record

LATER = datetime.date(2026, 11, 3)


def found(content: Path, *records: Record) -> list[Fresher]:
    """What some records say of the files of Saône-et-Loire."""
    return fresher(records, load(content, Faults()), ["71"])


def test_a_newer_record_is_told_with_both_days_and_what_differs(content: Path, say: Say, take: Take) -> None:
    """For a list of what there is to do."""
    say(record())
    take("--tout")
    (one,) = found(content, record(date=LATER, number="03 85 00 10 09", email=None))

    assert one.document.file == content / COUNTERS / "services-etat-macon.md"
    assert one[1:] == (record().key, datetime.date(2026, 10, 5), LATER, ("numero", "courriel"))


def test_a_newer_day_alone_is_told_too(content: Path, say: Say, take: Take) -> None:
    """Nothing differs, and the file may say the new day."""
    say(record())
    take("--tout")

    assert [one.keys for one in found(content, record(date=LATER))] == [()]


def test_a_record_that_is_not_newer_is_not_told(content: Path, say: Say, take: Take) -> None:
    """Nor is one that no file names, however alike they are."""
    say(record())
    take("--tout")

    assert found(content, record(number="03 85 00 10 09"), cidff(date=LATER)) == []
