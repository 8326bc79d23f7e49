"""What is to be built, as the options of a command line say."""

from dataclasses import dataclass
from pathlib import Path

from .command_error import USAGE, CommandError
from .invocation import Folders


@dataclass(frozen=True)
class Plan:
    """What is to be built.

    destination: the folder. base_url: as for `read_site`. require_address: whether a site without an address is refused.
    portable: whether it is a copy that opens from a folder. compress: whether compressed files are written too.
    port: where the site is served afterwards, or None.
    """

    destination: Path
    base_url: str | None = None
    require_address: bool = False
    portable: bool = False
    compress: bool = False
    port: int | None = None

    @property
    def option(self) -> str:
        """The option that chooses the folder."""
        return "--portable" if self.portable else "--destination"


def plan_of(
    folders: Folders,
    *,
    destination: Path | None,
    base_url: str | None,
    require_address: bool,
    serve: bool,
    port: int,
    portable: str | None,
    compress: bool,
) -> Plan:
    """The plan that the options of that name ask for. portable: a folder, or the empty text for its usual one.

    Raises CommandError where they do not go together.
    """
    if portable is None:
        at = port if serve else None
        return Plan(destination or folders.build, base_url, require_address, portable=False, compress=compress, port=at)
    # A copy has a folder of its own, and no server.
    others = {
        "--destination": destination,
        "--serve": serve,
        "--compress": compress,
        "--require-address": require_address,
    }
    for name, given in others.items():
        if given:
            raise CommandError("options.not_together", USAGE, name="--portable", other=name)
    return Plan(Path(portable) if portable else folders.portable, base_url, portable=True)
