"""Files compressed ahead, beside those that they are made from: `index.html.br`, `index.html.gz`.

A server that finds them sends them as they are, smaller than what it would compress in a hurry. They are made as
pages are: what did not change is taken from the last build.
"""

import gzip
import importlib
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import ModuleType

from .encodings import ENCODINGS
from .hosts.media_types import TYPES
from .manifest import Entry, Manifest, sha256_of
from .processes import processors
from .staging import Staging

BROTLI: ModuleType | None = None
"""The library that makes `.br` files, where it is installed: it is optional, for only `--compress` needs it."""
with suppress(ImportError):
    BROTLI = importlib.import_module("brotli")


@dataclass(frozen=True)
class _Work:
    """One compressed file to make. path: its own. source: that of the file it is made from. inputs: its fingerprint."""

    path: str
    source: str
    ending: str
    inputs: str


def compress(place: Staging, record: Manifest) -> None:
    """Put the compressed files beside those of a fresh build. A file that would not become smaller gets none.

    record: what the fresh build holds; the new files are added.
    Raises OSError where writing fails, RuntimeError where `BROTLI` is None.
    """
    makers = _makers()
    lot = []
    for source, entry in list(record.files.items()):
        if PurePosixPath(source).suffix not in TYPES:
            continue
        for ending, (name, _) in makers.items():
            work = _Work(source + ending, source, ending, sha256_of(f"{entry.sha256} {name}".encode()))
            if old := place.take(work.path, work.inputs):
                record.files[work.path] = old
            else:
                lot.append(work)

    def make(work: _Work) -> Entry | None:
        content = (place.fresh / work.source).read_bytes()
        smaller = makers[work.ending][1](content)
        if len(smaller) >= len(content):
            return None
        return Entry(place.write(work.path, smaller), work.inputs)

    # Both libraries let other threads run while they work.
    threads = ThreadPoolExecutor(processors())
    try:
        for work, made in zip(lot, threads.map(make, lot), strict=True):
            if made:
                record.files[work.path] = made
    finally:
        # Somebody who stops the build does not wait for the rest.
        threads.shutdown(cancel_futures=True)


def _makers() -> dict[str, tuple[str, Callable[[bytes], bytes]]]:
    """For each ending, what decides the bytes beside the content, and what makes them."""
    brotli = BROTLI
    if brotli is None:
        raise RuntimeError("brotli")
    return {
        # As small as it gets: a page is compressed once and read many times.
        ENCODINGS["br"]: (
            f"brotli {brotli.__version__}",
            lambda content: brotli.compress(content, mode=brotli.MODE_TEXT, quality=11),
        ),
        ENCODINGS["gzip"]: (f"zlib {zlib.ZLIB_RUNTIME_VERSION}", _gzip_of),
    }


def _gzip_of(content: bytes) -> bytes:
    """Without a time, and with no system named: the tenth byte differs between versions of Python.

    Source: RFC 1952, 2.3.1 (255 is "unknown")
    """
    made = gzip.compress(content, 9, mtime=0)
    return made[:9] + b"\xff" + made[10:]
