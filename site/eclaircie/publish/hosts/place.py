"""Where a site is published, as the texts for hosts need to know it."""

from dataclasses import dataclass

from ...rendering import policy
from ...rendering.assets import Assets


@dataclass(frozen=True)
class Place:
    """Where a site is published. prefix, origin: as those of a `Site`. compressed: whether compressed files are there.

    frames: the origins of other sites that may show its pages in a frame.
    """

    assets: Assets
    prefix: str = ""
    origin: str = ""
    compressed: bool = False
    frames: tuple[str, ...] = ()

    def headers(self) -> dict[str, str]:
        """Every header of every answer."""
        return policy.headers(self.assets, frames=self.frames)
