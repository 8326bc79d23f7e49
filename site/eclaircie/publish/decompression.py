"""What compressed answers of a host hold, read so that no host can fill the memory."""

import zlib

from .compression import BROTLI
from .fetching import LARGEST
from .manifest import sha256_of

_PIECE = 64 * 1024  # bytes


def sha256_of_compressed(body: bytes, encoding: str) -> str | None:
    """The SHA-256 of what a compressed body holds, or None where it cannot be read or grows beyond a file's limit."""
    try:
        if encoding == "gzip":
            reader = zlib.decompressobj(wbits=31)
            content = reader.decompress(body, LARGEST)
            return sha256_of(content) if reader.eof else None
        if BROTLI is None:
            return None
        return sha256_of(_brotli_content(body))
    except (zlib.error, ValueError):
        return None


def _brotli_content(body: bytes) -> bytes:
    """What a Brotli body holds. Raises ValueError where it cannot be read or grows beyond a file's limit."""
    assert BROTLI is not None  # noqa: S101  # its only caller has looked
    reader = BROTLI.Decompressor()
    content = bytearray()
    try:
        # Piece by piece: a few bytes can be made to fill the memory.
        content += reader.process(body, output_buffer_limit=_PIECE)
        while not reader.is_finished() and not reader.can_accept_more_data():
            content += reader.process(b"", output_buffer_limit=_PIECE)
            if len(content) > LARGEST:
                raise ValueError("too big")
    except BROTLI.error as error:
        raise ValueError(str(error)) from None
    if not reader.is_finished():
        raise ValueError("not whole")
    return bytes(content)
