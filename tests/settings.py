"""The settings of a site as a build reads them."""

from pathlib import Path

from eclaircie.checks import settings
from eclaircie.content.library import Library
from eclaircie.content.settings import Settings, read_settings
from eclaircie.messages.faults import Faults


def checked_settings(content: Path, faults: Faults, library: Library | None = None) -> Settings | None:
    """The settings of a content folder, or None where they cannot be read; what is wrong with them is added to `faults`."""
    read = read_settings(content, faults)
    if read:
        settings.check(read, library, faults)
    return read.settings if read else None
