"""The folders of the project, and the day of a build."""

import datetime
import os
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parents[2]
CONTENT = PROJECT_ROOT / "content"
TRANSLATIONS = PROJECT_ROOT / "translations"
STATIC = PROJECT_ROOT / "static"


def build_date() -> datetime.date:
    """The day of the build: that of SOURCE_DATE_EPOCH (seconds, UTC) where it is set, else today (UTC).

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    Raises ValueError where SOURCE_DATE_EPOCH is no number, or too far from today.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.datetime.now(datetime.UTC)
    if epoch is not None:
        try:
            moment = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
        except (OverflowError, OSError):
            raise ValueError(epoch) from None
    return moment.date()
