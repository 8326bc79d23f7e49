"""The pages of a frozen site as a browser reads them: taken apart once for a whole run of the tests."""

import pickle
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from tests.once import made_once, staying

Pages = dict[str, ElementTree.Element]
"""The pages by their file below the folder."""

KEPT = "pages"
"""The name of the file in which one process of the run leaves them to the others."""


@dataclass(frozen=True)
class Parsed:
    """The pages of a folder, and of those in which a browser has something to repair the first things."""

    pages: Pages
    repaired: dict[str, list[object]]


def parsed_site(folder: Path) -> Parsed:
    """Take every page of a folder apart."""
    found = Parsed({}, {})
    for file in sorted(folder.rglob("*.html")):
        name = file.relative_to(folder).as_posix()
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        found.pages[name] = parser.parse(file.read_text("utf-8"))
        if parser.errors:
            found.repaired[name] = parser.errors[:3]
    return found


def parsed_once(frozen: Path, factory: pytest.TempPathFactory) -> Parsed:
    """The pages of the real site, taken apart by the first process of the run that asks."""

    def make(folder: Path) -> None:
        folder.mkdir()
        with staying():
            (folder / KEPT).write_bytes(pickle.dumps(parsed_site(frozen)))

    kept = (made_once(factory, "parsed", make) / KEPT).read_bytes()
    with staying():
        found: Parsed = pickle.loads(kept)  # noqa: S301  # written by a process of this very run
    return found
