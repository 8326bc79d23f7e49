"""The fonts of what is printed: Noto, found on the machine, and taken from nowhere else.

The same letters give the same bytes on every machine, so no other font ever stands in for them.
"""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from ..languages import LANGUAGES, Language
from .poster_error import PosterError

_FAMILIES = {"ar": "Noto Sans Arabic"}
"""The family of each language whose letters the first one has not. A new language may want a row here."""
_STYLES = ("Regular", "Bold")


def family_of(language: Language) -> str:
    """The family that sets a language."""
    return _FAMILIES.get(language.tag, "Noto Sans")


def gather(folder: Path, among: Iterable[Path] | None = None, families: Iterable[str] | None = None) -> None:
    """Copy fonts into a folder. among: where they are looked for; None takes the system's folders.

    families: those that are needed; None takes those of all languages.

    Raises PosterError where one is missing, OSError where none can be copied.
    """
    needed = map(family_of, LANGUAGES) if families is None else families
    wanted = {f"{family.replace(' ', '')}-{style}" for family in needed for style in _STYLES}
    found: dict[str, Path] = {}
    for place in folders() if among is None else among:
        for above, _, files in os.walk(place):
            for file in files:
                stem, dot, ending = file.rpartition(".")
                if dot and ending.lower() in ("ttf", "otf") and stem in wanted:
                    found.setdefault(stem, Path(above, file))
    if missing := sorted(wanted - found.keys()):
        raise PosterError("no_font", fonts=", ".join(missing))
    for stem, source in found.items():
        shutil.copyfile(source, folder / f"{stem}{source.suffix}")


def folders() -> list[Path]:
    """Where each system keeps its fonts, those of the person first."""
    home = Path.home()
    if sys.platform == "win32":
        own, system = os.environ.get("LOCALAPPDATA", ""), os.environ.get("WINDIR", r"C:\Windows")
        return [*([Path(own, "Microsoft", "Windows", "Fonts")] if own else []), Path(system, "Fonts")]
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    shared = [Path(each, "fonts") for each in ("/usr/local/share", "/usr/share")]
    return [home / ".local/share/fonts", home / ".fonts", *shared]
