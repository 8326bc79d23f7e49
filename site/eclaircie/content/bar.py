"""The numbers of the bar that stays in view: those of every page, or those that a territory names for its own pages."""

from ..places import territories
from .base import Entry
from .departments import Department
from .document import Document
from .library import Library
from .local import FOLDER
from .models import Helpline
from .national_lines import EMERGENCY_LINE, MESSAGE_LINE
from .service_areas import holds_in


def bar_of(document: Document, library: Library) -> list[str]:
    """The names of the lines in the bar of a page, in order.

    In the folder of a territory they are those that its own file names; without such a list, those of every page, but
    for a line that is known to answer elsewhere and not there.
    """
    usual = [EMERGENCY_LINE, MESSAGE_LINE, document.entry.listening_line]
    if document.territory is None:
        return usual
    territory = library.documents.get(f"{FOLDER}/{document.territory}")
    named = territory.entry.bar if territory and isinstance(territory.entry, Department) else None
    return list(named or (name for name in usual if answers_in(library.fiches[name].entry, document.territory)))


def answers_in(entry: Entry, territory: str) -> bool:
    """Whether a line may be called from a territory, as far as its file says. territory: its slug."""
    if not isinstance(entry, Helpline):
        return True
    return not entry.territories or holds_in(territories()[territory].group, entry.territories)
