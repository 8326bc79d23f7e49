"""A downloaded file as streams of UTF-8, whatever it is packed in: plain, .gz, .bz2, .xz, .zip, .tar of any of them.

What a file is, its first bytes tell, never its name. Nothing is unpacked to the disk, and no file is in memory.
"""

import bz2
import codecs
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple, cast

from .reading_error import ReadingError

CHUNK = 1 << 16
HEAD = 1 << 16
"""How much of a stream is looked at before it is read, in bytes."""

DAMAGED = (OSError, EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile, UnicodeError)
"""What is raised where something packed is cut short or damaged."""

_TAR_MAGIC, _TAR_AT = b"ustar", 257


class Member(NamedTuple):
    """One text in a file. name: that of the file, or of the part of an archive. stream: its UTF-8."""

    name: str
    stream: "Utf8"


def members(file: Path) -> Iterator[Member]:
    """Each text in a file, one after the other: a stream is to be read before the next is asked for.

    Raises ReadingError where there is none or it cannot be opened; those of DAMAGED where it is cut short.
    """
    try:
        raw = file.open("rb")
    except OSError as error:
        raise ReadingError("unopened", file, error.strerror or str(error)) from error
    with raw:
        try:
            yield from _unpacked(raw, file.name, file)
        except (RuntimeError, NotImplementedError) as error:  # a ZIP with a password, or packed as nobody can unpack
            raise ReadingError("unpacked", file, str(error)) from error


def _unpacked(packed: IO[bytes], name: str, file: Path) -> Iterator[Member]:
    """The texts in a stream, which may be packed, and packed again."""
    stream = _Peeked(packed)
    head, source = stream.head, cast(IO[bytes], stream)
    if head.startswith(b"PK\x03\x04") and packed.seekable():
        packed.seek(0)
        with zipfile.ZipFile(packed) as archive:
            for info in archive.infolist():
                if not info.is_dir() and not _is_aside(info.filename):
                    with archive.open(info) as part:
                        yield from _unpacked(part, info.filename, file)
    elif head.startswith(b"\x1f\x8b"):
        yield from _unpacked(cast(IO[bytes], gzip.GzipFile(fileobj=source)), name, file)
    elif head.startswith(b"BZh"):
        yield from _unpacked(cast(IO[bytes], bz2.BZ2File(source)), name, file)
    elif head.startswith(b"\xfd7zXZ\x00"):
        with lzma.open(source) as unpacked:
            yield from _unpacked(cast(IO[bytes], unpacked), name, file)
    elif head[_TAR_AT : _TAR_AT + len(_TAR_MAGIC)] == _TAR_MAGIC:
        with tarfile.open(fileobj=source, mode="r|") as tar:
            for item in tar:
                if item.isfile() and not _is_aside(item.name) and (opened := tar.extractfile(item)):
                    yield from _unpacked(opened, item.name, file)
    else:
        yield Member(name, Utf8(stream))


def _is_aside(name: str) -> bool:
    """Whether a part of an archive is what a system adds to it for itself."""
    steps = name.split("/")
    return "__MACOSX" in steps or steps[-1].startswith(".")


class _Peeked(io.RawIOBase):
    """A stream of bytes of which the beginning is known before it is read."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.head = b""
        while len(self.head) < HEAD and (more := source.read(HEAD - len(self.head))):
            self.head += more
        self._left = self.head

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        if size is None or size < 0:
            got, self._left = self._left + self._source.read(), b""
        elif self._left:
            got, self._left = self._left[:size], self._left[size:]
        else:
            got = self._source.read(size)
        return got

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        got = self.read(len(buffer))
        buffer[: len(got)] = got
        return len(got)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Read what is no UTF-8 as the encoding that old programs on Windows write: a file may hold both."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_cp1252(byte) for byte in wrong), error.end


def _cp1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


codecs.register_error("eclaircie-cp1252", _as_cp1252)

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Utf8(io.RawIOBase):
    """A text as UTF-8 without mark, whatever its encoding: told by its mark (BOM), by where zero bytes stand, else tried.

    head: its beginning. at: how many bytes of it have been read.
    """

    def __init__(self, source: _Peeked) -> None:
        self._source = source
        encoding, mark = _encoding(source.head)
        source.read(mark)
        self._decoder = codecs.getincrementaldecoder(encoding)("eclaircie-cp1252" if encoding == "utf-8" else "replace")
        self._left = b""
        self._is_over = False
        self.at = 0
        self._fill(HEAD)
        self.head = self._left

    def readable(self) -> bool:
        return True

    def _fill(self, size: int) -> None:
        while len(self._left) < size and not self._is_over:
            got = self._source.read(CHUNK)
            self._is_over = not got
            self._left += self._decoder.decode(got, final=not got).encode("utf-8", "replace")

    def read(self, size: int | None = -1) -> bytes:
        """At most so many bytes; all that is left where no number is given."""
        size = -1 if size is None else size
        if size < 0:
            while not self._is_over:
                self._fill(len(self._left) + CHUNK)
            size = len(self._left)
        elif not self._left:
            self._fill(1)
        got, self._left = self._left[:size], self._left[size:]
        self.at += len(got)
        return got

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        got = self.read(len(buffer))
        buffer[: len(got)] = got
        return len(got)


def _encoding(head: bytes) -> tuple[str, int]:
    """The encoding of a text, and how long its mark is."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding, len(mark)
    if head[1:2] == b"\x00":
        return "utf-16-le", 0
    return ("utf-16-be", 0) if head[:1] == b"\x00" else ("utf-8", 0)
