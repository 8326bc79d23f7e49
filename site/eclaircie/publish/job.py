"""What the processes of a build are given, and what they give back."""

from dataclasses import dataclass
from pathlib import Path

from ..kept.store import Store
from ..pages.site import Site
from .manifest import Entry, file_of
from .staging import Staging


@dataclass(frozen=True)
class Page:
    """A page that is in its place. entry: for the manifest. is_taken: whether its file was there already."""

    address: str
    entry: Entry
    is_taken: bool


@dataclass(frozen=True)
class Job:
    """What pages are made of, and where. kept: what earlier builds have learnt."""

    site: Site
    translations: Path
    static: Path
    place: Staging
    kept: Store

    def taken(self, address: str, fingerprint: str | None) -> Page | None:
        """The page of an address as it is in its place, or None where it has another fingerprint or was touched."""
        file = file_of(address)
        known = self.place.previous.files.get(file)
        if known and known.inputs == fingerprint and self.place.keeps(file, known.sha256):
            return Page(address, known, is_taken=True)
        return None
