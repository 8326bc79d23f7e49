"""The site is built from the editor, for whoever sends its folder to a host by hand."""

from contextlib import suppress
from pathlib import Path

from ...loading import ContentError, read_site
from ...project import build_date
from ...publish.freezer import freeze
from ...publish.portable import holds_copy
from ...publish.provenance import provenance
from ...publish.staging import put_back
from ...publish.staging_error import StagingError
from ..desk import Desk
from .aside import unwritten
from .errors import SendingError


def build(desk: Desk) -> Path:
    """Build the site into `build/`. Returns the folder. Raises SendingError; what was built before is then as it was."""
    destination = desk.root / "build"
    with suppress(StagingError, OSError, ValueError, RuntimeError):
        put_back(destination)
    try:
        site = read_site(
            build_date(), content=desk.content, translations=desk.translations, static=desk.static, kept=desk.kept
        )
        if holds_copy(destination):
            raise StagingError("holds_copy", folder=destination)
        freeze(
            site,
            destination,
            translations=desk.translations,
            static=desk.static,
            provenance=provenance(desk.root),
            kept=desk.kept,
        )
    except ContentError as error:
        raise SendingError("faults", count=len(error.faults.errors)) from None
    except StagingError as error:
        values = {"option": "", **error.values}
        raise SendingError("not_built", reason=desk.said(f"building.{error.code}", **values)) from None
    except OSError as error:
        raise unwritten(destination, error) from error
    return destination
