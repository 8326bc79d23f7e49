"""Where in the form a file is opened, and which file is open there: its addresses, `#/collections/<name>/entries/<slug>`."""

import re
from typing import Any
from urllib.parse import quote, unquote

from ..languages import SOURCE
from .files import ContentFiles, RefusedError

_KIND = re.compile(r"^genre: *([\w-]+) *$", re.MULTILINE)
_ENTRY = re.compile(r"#?/collections/(?P<collection>[^/]+)/entries/(?P<slug>[^?]+)")
_ALONE = "_singletons"
"""How the form calls the collection of the files that are none of a folder."""


class Places:
    """The addresses of a form. configuration: of the form. files: those that it opens."""

    def __init__(self, configuration: dict[str, Any], files: ContentFiles) -> None:
        self._files = files
        self._alone = {_french(each["file"]): each["name"] for each in configuration.get("singletons", [])}
        self._collections = [each for each in configuration.get("collections", []) if "folder" in each]
        # The innermost first: by it the form knows the name of a file, in whatever collection it shows it.
        self._folders = sorted({_french(each["folder"]) for each in self._collections}, key=lambda name: -len(name))

    def place_of(self, name: str) -> str:
        """Where the form opens a page, of whatever language; nothing for what it does not open."""
        steps = name.split("/")
        if len(steps) < 3 or not name.endswith(".md"):
            return ""
        french = "/".join((steps[0], SOURCE.tag, *steps[2:]))
        if french in self._alone:
            return f"#/collections/{_ALONE}/entries/{self._alone[french]}"
        kind = self._kind(french)
        for collection in self._collections if kind is not None else ():
            if french.startswith(f"{_french(collection['folder'])}/") and _takes(collection, kind):
                return f"#/collections/{collection['name']}/entries/{quote(self._slug(french))}"
        return ""

    def file_at(self, place: str) -> str:
        """The French file that is open at an address of the form; nothing where none is."""
        found = _ENTRY.match(place)
        if not found:
            return ""
        name, slug = found["collection"], unquote(found["slug"])
        if name == _ALONE:
            return next((file for file, alone in self._alone.items() if alone == slug), "")
        own = next((_french(each["folder"]) for each in self._collections if each["name"] == name), None)
        inner = [folder for folder in self._folders if own is not None and f"{folder}/".startswith(f"{own}/")]
        files = [f"{folder}/{slug}.md" for folder in reversed(inner)]
        return next(
            (file for file in files if self.place_of(file) == f"#/collections/{name}/entries/{quote(slug)}"), ""
        )

    def _slug(self, french: str) -> str:
        folder = next(folder for folder in self._folders if french.startswith(f"{folder}/"))
        return french.removeprefix(f"{folder}/").removesuffix(".md")

    def _kind(self, name: str) -> str | None:
        """The kind of a French page, "" where it does not say, or None where there is no such file."""
        try:
            text = self._files.read(name).text
        except RefusedError:
            return None
        found = _KIND.search(text.partition("\n---")[0])
        return found[1] if found else ""


def _french(name: str) -> str:
    return name.replace("{{locale}}", SOURCE.tag)


def _takes(collection: dict[str, Any], kind: str | None) -> bool:
    """Whether a collection holds pages of a kind, "" for those that do not say it."""
    wanted = collection.get("filter", {})
    if wanted.get("field") != "genre":
        return True
    value = wanted.get("value")
    return kind in value if isinstance(value, list) else kind == value
