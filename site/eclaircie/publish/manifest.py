"""`manifest.json`: what a build holds, and from what each page was made. It makes the last build the cache of the next."""

import hashlib
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path

import orjson

from ..canonical_json import canonical_json
from ..content.catalogues import fingerprint
from ..kept import code
from ..languages import language_of
from ..rendering.assets import Assets
from .provenance import Provenance

NAME = "manifest.json"


@dataclass(frozen=True)
class Entry:
    """One file of a build. sha256: of the file. inputs: the fingerprint of what it was made from."""

    sha256: str
    inputs: str = ""


@dataclass
class Manifest:
    """The files of a build, by path below its folder. provenance: from which commit it was made, where that is known."""

    files: dict[str, Entry] = field(default_factory=dict)
    provenance: Provenance | None = None

    @classmethod
    def read(cls, folder: Path) -> "Manifest | None":
        """The manifest of a folder, or None where it has none that can be read."""
        file = folder / NAME
        try:
            # Of what is no file, such as a pipe, reading has no end.
            return cls.parse(file.read_bytes()) if file.is_file() else None
        except (OSError, ValueError):
            return None

    @classmethod
    def parse(cls, text: bytes) -> "Manifest":
        """The manifest that a file holds. Raises ValueError where it is none."""
        try:
            data = orjson.loads(text)
            files = {path: Entry(entry["sha256"], entry.get("inputs", "")) for path, entry in data["files"].items()}
            if any(_leads_out(path) for path in files):
                raise ValueError("a path that leads out of the folder")
            source = data.get("source")
            return cls(files, Provenance(source["commit"], source["changes"]) if source else None)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(str(error)) from None

    def write(self, folder: Path) -> None:
        """Write the manifest into a folder."""
        files = {
            path: {"sha256": e.sha256, **({"inputs": e.inputs} if e.inputs else {})}
            for path, e in sorted(self.files.items())
        }
        source = {"source": asdict(self.provenance)} if self.provenance else {}
        told = orjson.dumps({**source, "files": files}, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        (folder / NAME).write_bytes(told)


def _leads_out(path: str) -> bool:
    """Whether a path is none below a folder: whatever a manifest names is read, and removed one day."""
    return bool(re.search(r"[\\:]", path)) or any(part in ("", ".", "..") for part in path.split("/"))


def file_of(address: str) -> str:
    """The file of an address, below the folder of the site."""
    path = address.removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def sha256_of(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


class Fingerprints:
    """The fingerprint of a page: the SHA-256 of everything that decides its bytes."""

    def __init__(self, assets: Assets, translations: Path) -> None:
        self._common = [*assets.styles, *assets.scripts, code.code_fingerprint()]
        self._translations = translations
        self._by_language: dict[str, str] = {}

    def of(self, address: str, inputs: str) -> str:
        """The fingerprint of a page. address: of the site. inputs: as `canonical_json` writes them, or what stands for them."""
        language = language_of(address)
        if language.tag not in self._by_language:
            common = [*self._common, fingerprint(self._translations, language)]
            self._by_language[language.tag] = sha256_of(canonical_json(common).encode())
        return sha256_of(f"{self._by_language[language.tag]}\n{inputs}".encode())
