"""The form in which people write, Sveltia CMS, as its authors publish it: fetched once by npm, then known by its hashes.

Only the files named here are ever served, from memory, and each only where it is what it was when it was tried.
"""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from ..files_in_use import remove_tree, replace

LOCK = Path(__file__).with_name("npm")
"""The folder of package.json and of its lock, which name the one version that was tried."""

FILES = {
    "npm/index.js": "a66e2d91fab6fc23abdcc3f60ca5e0fc711fa89e62ed33a3fd76b95c4c7ca30a",
    "npm/chunks/react-B5rWoXIC.js": "e9d1d6f2146196eb0db1434ae83b8a5ee1032a95603bc1926c3ad91fc918f4a1",
    "npm/assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2": "98db9feefa170bf76e9c19d19af6dd62054165efc89c4b506c361e069719e884",
    "npm/assets/noto-mono-latin-400-normal-DiC8lJru.woff2": "2787a2983d94072a2c6262b1992a2642519800a889bd90ca1042d04a89852d58",
    "npm/assets/source-sans-3-latin-wght-normal-BqRLTx4X.woff2": "7a19a7027e125257d310c6dbd78ae3a30b5ea1e3794d60b12bb28227a003bfda",
    "locales/fr.json": "fd856b79fbd238cefebb369e5efa10a67aa583a29ab036f30667146473575b17",
}
"""What is served of the package, each file with its SHA-256. The rest is for images, maps, code and other languages."""


class BundleError(Exception):
    """The form cannot be used. code, values: the sentence that says why and what to do, as for `sentence`."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def is_there(folder: Path) -> bool:
    """Whether a folder holds all files of the form, whatever is in them."""
    return all((folder / name).is_file() for name in FILES)


def read(folder: Path) -> dict[str, bytes]:
    """The files of the form, by name, all of them as they were tried. Raises BundleError where one is missing or differs."""
    found = {}
    for name, digest in FILES.items():
        try:
            content = (folder / name).read_bytes()
        except OSError:
            content = b""
        if hashlib.sha256(content).hexdigest() != digest:
            raise BundleError("editing.other_form", file=folder / name)
        found[name] = content
    return found


def fetch(folder: Path) -> None:
    """Fetch the form by npm into a folder, in one step. Raises BundleError where that is not possible."""
    npm = shutil.which("npm")
    if npm is None:
        raise BundleError("editing.no_npm", folder=folder.name)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Beside its place, so that what is complete can be put there in one step
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f"{folder.name}-") as name:
            place = Path(name)
            for file in ("package.json", "package-lock.json"):
                shutil.copyfile(LOCK / file, place / file)
            done = subprocess.run(
                [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=place, capture_output=True, check=False
            )
            if done.returncode:
                raise BundleError("editing.not_fetched")
            _take(place / "node_modules" / "@sveltia" / "cms", place / "form")
            read(place / "form")
            if folder.exists():
                remove_tree(folder)
            replace(place / "form", folder)
    except OSError as error:
        raise BundleError("editing.unwritten_form", folder=folder, reason=error.strerror or str(error)) from error


def _take(package: Path, folder: Path) -> None:
    """Copy the files that are served out of the package: it is twenty times as large."""
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (package / name).is_file():
            shutil.copyfile(package / name, folder / name)
