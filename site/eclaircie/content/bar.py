"""The numbers of the bar that stays in view: those of every page, or those that a territory names for its own pages."""

from ..messages.faults import Faults
from ..places import territories
from .base import Entry
from .departments import Department
from .document import Document
from .hints import nearest
from .library import Library
from .local import FOLDER, Local
from .models import Helpline
from .national_lines import EMERGENCY_LINE, MESSAGE_LINE
from .service_areas import holds_in

LONGEST = 3
"""How many numbers the bar holds beside the exit on the smallest screen."""


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


def check(document: Document, entry: Department, library: Library, faults: Faults) -> None:
    """Add a fault for each name in the list of a territory that is no number, or none that is sure to answer there."""
    line = document.parts.line("barre")
    if entry.bar and len(entry.bar) > LONGEST:
        faults.add("bar_too_long", document.file, line, count=LONGEST)
    if entry.bar and EMERGENCY_LINE not in entry.bar:
        faults.add("bar_no_emergency", document.file, line, value=EMERGENCY_LINE)
    for number, name in enumerate(entry.bar or ()):
        line = document.parts.line("barre", number)
        fiche = library.fiches.get(name)
        if fiche is None or (fiche.is_sound and not isinstance(fiche.entry, Helpline | Local)):
            faults.add("no_fiche", document.file, line, value=name, hint=nearest(name, sorted(library.fiches)))
        elif fiche.is_sound and not fiche.facts.get(key := "sms" if name == MESSAGE_LINE else "numero"):
            faults.add("bar_no_number", document.file, line, value=name, key=key)
        elif fiche.is_sound and not _is_sure(fiche, document.territory or ""):
            faults.add("bar_elsewhere", document.file, line, value=name)


def _is_sure(fiche: Document, territory: str) -> bool:
    if isinstance(fiche.entry, Local):
        return fiche.territory == territory and "numero" not in fiche.entry.to_confirm
    return answers_in(fiche.entry, territory)
