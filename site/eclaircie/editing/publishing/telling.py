"""Changes in words: which file, what became of it, and one sentence for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ...content import frontmatter
from ...messages.faults import SETTINGS_FILE, Faults
from ...messages.sentences import sentence
from ...messages.tongues import Tongue
from .changes import Change, Kind
from .differences import Row, rows
from .repository import WORDS
from .sending import LONGEST_SENTENCE

KINDS: dict[Kind, tuple[str, str]] = {
    "added": ("sending.added", "sending.sentence_added"),
    "changed": ("sending.changed", "sending.sentence_changed"),
    "moved": ("sending.moved", "sending.sentence_moved"),
    "removed": ("sending.removed", "sending.sentence_removed"),
}
"""What is said of each kind: above a change, and in the sentence for all."""
_NAMED = 2  # files of a kind that are named in the sentence
_LONGEST_NAME = 60  # characters


@dataclass(frozen=True)
class Told:
    """A change as people read it. path: of its file. name: the title of the page. kind: what happened, in words.

    place: where in the form it is opened, empty where it is not. is_proposed: whether it is part of what was proposed.
    """

    path: str
    name: str
    kind: str
    former: str
    rows: Sequence[Row]
    place: str = ""
    is_proposed: bool = False


def told(change: Change, tongue: Tongue, place: str, *, is_proposed: bool) -> Told:
    """A change in words, with what differs."""
    return Told(
        change.path,
        name_of(change, tongue),
        sentence(KINDS[change.kind][0], tongue),
        change.moved_from or "",
        rows(text_of(change.before), text_of(change.after)),
        place,
        is_proposed,
    )


def text_of(content: bytes | None) -> str:
    """A file as it is shown; what is no text as what it looks like."""
    return (content or b"").decode("utf-8", "replace")


def name_of(change: Change, tongue: Tongue) -> str:
    """How people call a file: the title of a page, or what it is."""
    path = Path(change.path)
    if path.parts[0] == WORDS[1]:
        return sentence("sending.interface", tongue, language=path.stem)
    if path.name == SETTINGS_FILE:
        return sentence("sending.settings", tongue)
    found = frontmatter.parts_of(text_of(change.after or change.before), path, Faults())
    title = found.data.get("titre") if found else None
    return title[:_LONGEST_NAME] if isinstance(title, str) and title else change.path


def proposed_sentence(changes: Sequence[Change], tongue: Tongue) -> str:
    """One sentence for all changes, for a person to keep or to write anew."""
    parts = []
    for kind, (_, code) in KINDS.items():
        names = [f"« {name_of(change, tongue)} »" for change in changes if change.kind == kind]
        if names:
            more = len(names) - _NAMED
            listed = ", ".join(names[:_NAMED])
            listed += sentence("sending.and_more", tongue, count=more) if more > 0 else ""
            parts.append(sentence(code, tongue, files=listed))
    whole = " ; ".join(parts)
    return (whole[:1].upper() + whole[1:])[:LONGEST_SENTENCE]
