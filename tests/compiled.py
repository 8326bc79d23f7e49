"""Templates compiled once in a process, however many applications it makes: compiling is half of a small build."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from eclaircie.rendering.application import Application


class _Memory(BytecodeCache):
    """Keeps what Jinja has made of each text of a template; Jinja itself sees that another text is never taken for it."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if found := self.made.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.made[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


def compile_once() -> None:
    """Have each application of this process, and of those forked from it, take what another one has compiled."""
    Application.jinja_options = {**Application.jinja_options, "bytecode_cache": _Memory()}
