"""The templates as Python compiled them, kept from one build to the next: compiling them takes longer than many pages."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from ..kept.store import Store


class Bytecode(BytecodeCache):
    """Keeps each template in a store, which believes only what this code and this Python wrote for the same source."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket, if its template is known."""
        if (known := self._store.read(_name(bucket), bucket.checksum)) is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds."""
        self._store.write(_name(bucket), bucket.bytecode_to_string(), bucket.checksum)


def _name(bucket: Bucket) -> str:
    return f"template-{bucket.key}"
