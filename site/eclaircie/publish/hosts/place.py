"""Where a site is published, as the texts for hosts need to know it."""

from dataclasses import dataclass

from ...rendering.assets import Assets


@dataclass(frozen=True)
class Place:
    """Where a site is published. prefix, origin: as those of a `Site`. compressed: whether compressed files are there."""

    assets: Assets
    prefix: str = ""
    origin: str = ""
    compressed: bool = False
