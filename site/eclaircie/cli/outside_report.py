"""What `sources` and `exits` tell of others' pages. A page that does not answer is no failure of ours: they end well."""

from collections.abc import Iterable
from pathlib import Path

from ..reports.outside import FOUND, SOUND, Found
from ..reports.outside_text import in_words
from . import options
from .invocation import Invocation
from .parser import option
from .voice import Voice
from .writing import write

JSON = option("--json", "file", type=options.PATH, metavar="FICHIER", purpose="outside_data")
"""Where what was found is kept for `remind`."""


def name_of(file: Path, invocation: Invocation) -> str:
    """A file as it is told, from the folder of the project."""
    root = invocation.folders.content.parent
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()


def tell(asked: Iterable[Found], voice: Voice, file: Path | None, *, everything: bool = False) -> None:
    """Tell each page as its answer comes, then how many there were. everything: those that stand, too."""
    found = []
    for each in asked:
        found.append(each)
        if each.state not in SOUND or (everything and each.state == "stands"):
            print(f"{each.address}\n  {in_words(each, voice.tongue)}\n  {', '.join(each.files)}", flush=True)
    sound, unasked = (sum(each.state == state for each in found) for state in ("stands", "unasked"))
    if sound == len(found):
        voice.say("outside.nothing_wrong", count=sound)
    else:
        voice.say("outside.counts", count=len(found) - unasked, sound=sound, unasked=unasked)
    if file:
        write(file, FOUND.dump_json(tuple(found), indent=1).decode() + "\n", file)
