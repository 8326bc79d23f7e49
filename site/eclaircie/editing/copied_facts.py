"""What the form copies from a French page into a translation that it begins, and has no field for: facts.

A translation inherits them from the French, and the check refuses them there. Search words are copied too, and would be
searched for in a language in which nobody says them.
"""

from pathlib import Path

from ..writing.texts import FileText
from ..writing.writing_error import WritingError
from .fields import TRANSLATED

_ALSO_COPIED = frozenset({"mots"})
"""Keys of a translation that say nothing where they say what the French says. Titles may well be the same."""


def without_copied_facts(text: str, file: Path, french: Path) -> str:
    """The text of a translation without the facts that are those of the French page, word for word.

    file: where the text is to stand. french: the French page; where it cannot be read, or the text has no sound header,
    everything stays: the check tells what is wrong with it.
    """
    try:
        written, known = FileText(file, text), FileText.read(french).parts.data
        copied = {
            key: None
            for key, value in written.parts.data.items()
            if (key not in TRANSLATED or key in _ALSO_COPIED) and value == known.get(key)
        }
        return written.with_values(copied).text if copied else text
    except WritingError:
        return text
