"""What the processes of a build are given, and what they give back."""

from dataclasses import dataclass
from pathlib import Path

from ..kept.store import Store
from ..pages.site import Site
from .manifest import Entry, file_of
from .staging import Staging


@dataclass(frozen=True)
class Page:
    """A page that is in its place. entry: for the manifest. is_taken: whether its file was there already.

    shown: the paths of the pages that it lists, where it was looked at.
    """

    address: str
    entry: Entry
    is_taken: bool
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Job:
    """What pages are made of, and where. kept: what earlier builds have learnt."""

    site: Site
    translations: Path
    static: Path
    place: Staging
    kept: Store

    def taken(self, address: str, fingerprint: str | None, shown: tuple[str, ...] = ()) -> Page | None:
        """The page of an address as it is in its place, or None where it has another fingerprint or was touched."""
        known = self.place.take(file_of(address), fingerprint) if fingerprint else None
        return Page(address, known, True, shown) if known else None
