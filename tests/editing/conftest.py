"""The content of a small site that somebody edits."""

import calendar
from pathlib import Path

import pytest

from tests.small_site import BEFORE_REVIEW, write_small_content


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content of a small site, on a day on which nothing of it is overdue."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(calendar.timegm(BEFORE_REVIEW.timetuple())))
    return write_small_content(tmp_path / "content")
