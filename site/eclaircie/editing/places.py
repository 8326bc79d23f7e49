"""Where in the form a file is opened, and which file is open there: its addresses, `#/collections/<name>/entries/<slug>`."""

import re
from typing import Any
from urllib.parse import quote, unquote

from ..languages import SOURCE
from .files import ContentFiles, RefusedError

_KIND = re.compile(r"^genre: *([\w-]+) *$", re.MULTILINE)
_ENTRY = re.compile(r"#?/collections/(?P<collection>[^/]+)/entries/(?P<slug>[^?]+)")


class Places:
    """The addresses of a form. configuration: of the form. files: those that it opens."""

    def __init__(self, configuration: dict[str, Any], files: ContentFiles) -> None:
        self._files = files
        self._collections = [each for each in configuration.get("collections", []) if "folder" in each]

    def place_of(self, name: str) -> str:
        """Where the form opens a page, of whatever language; nothing for what it does not open."""
        steps = name.split("/")
        if len(steps) < 3 or not name.endswith(".md"):
            return ""
        french = "/".join((steps[0], SOURCE.tag, *steps[2:]))
        kind = self._kind(french)
        # The innermost folder first
        for collection in sorted(self._collections, key=lambda each: -len(_folder(each))):
            folder = _folder(collection)
            if kind is not None and french.startswith(f"{folder}/") and _takes(collection, kind):
                slug = french.removeprefix(f"{folder}/").removesuffix(".md")
                return f"#/collections/{collection['name']}/entries/{quote(slug)}"
        return ""

    def file_at(self, place: str) -> str:
        """The French file that is open at an address of the form; nothing where none is."""
        found = _ENTRY.match(place)
        for collection in self._collections if found else ():
            if found and collection["name"] == found["collection"]:
                path = f"{_folder(collection)}/{unquote(found['slug'])}"
                return next((name for name in (f"{path}.md", f"{path}/index.md") if self._kind(name) is not None), "")
        return ""

    def _kind(self, name: str) -> str | None:
        """The kind of a French page, "" where it does not say, or None where there is no such file."""
        try:
            text = self._files.read(name).text
        except RefusedError:
            return None
        found = _KIND.search(text.partition("\n---")[0])
        return found[1] if found else ""


def _folder(collection: dict[str, Any]) -> str:
    return str(collection["folder"]).replace("{{locale}}", SOURCE.tag)


def _takes(collection: dict[str, Any], kind: str) -> bool:
    """Whether a collection holds pages of a kind."""
    wanted = collection.get("filter", {})
    if wanted.get("field") != "genre":
        return True
    values = wanted["value"] if isinstance(wanted.get("value"), list) else [wanted.get("value")]
    return (kind or None) in values or kind in values
