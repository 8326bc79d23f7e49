"""The settings of a site as a build reads them."""

from pathlib import Path

from eclaircie.checks import settings
from eclaircie.content.library import Library
from eclaircie.content.settings import Settings, read_settings
from eclaircie.languages import LANGUAGES, Language
from eclaircie.messages.faults import Faults
from eclaircie.project import CONTENT


def checked_settings(content: Path, faults: Faults, library: Library | None = None) -> Settings | None:
    """The settings of a content folder, or None where they cannot be read; what is wrong with them is added to `faults`."""
    read = read_settings(content, faults)
    if read:
        settings.check(read, library, faults)
    return read.settings if read else None


def _published() -> tuple[Language, ...]:
    read = read_settings(CONTENT, Faults())
    return read.settings.languages if read else LANGUAGES


PUBLISHED = _published()
"""The languages that the real site publishes; the code may know more."""
