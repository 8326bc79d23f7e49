"""The rules of the bar of numbers that a territory names for its own pages."""

from ..content.bar import answers_in
from ..content.departments import Department
from ..content.document import Document
from ..content.local import Local
from ..content.models import Helpline
from ..content.national_lines import EMERGENCY_LINE, MESSAGE_LINE
from ..messages.faults import Faults
from .site_facts import Known, SiteFacts

LONGEST = 3
"""How many numbers the bar holds beside the exit on the smallest screen."""


def check(document: Document, entry: Department, facts: SiteFacts, faults: Faults) -> None:
    """Add a fault for each name in the list of a territory that is no number, or none that is sure to answer there."""
    line = document.parts.line("barre")
    if entry.bar and len(entry.bar) > LONGEST:
        faults.add("bar_too_long", document.file, line, count=LONGEST)
    if entry.bar and EMERGENCY_LINE not in entry.bar:
        faults.add("bar_no_emergency", document.file, line, value=EMERGENCY_LINE)
    for number, name in enumerate(entry.bar or ()):
        line = document.parts.line("barre", number)
        fiche = facts.fiche(name)
        if fiche is None or (fiche.is_sound and not isinstance(fiche.entry, Helpline | Local)):
            faults.add("no_fiche", document.file, line, value=name, hint=facts.fiche_hint(name))
        elif fiche.is_sound and not fiche.facts.get(key := "sms" if name == MESSAGE_LINE else "numero"):
            faults.add("bar_no_number", document.file, line, value=name, key=key)
        elif fiche.is_sound and not _is_sure(fiche, document.territory or ""):
            faults.add("bar_elsewhere", document.file, line, value=name)


def _is_sure(fiche: Known, territory: str) -> bool:
    if isinstance(fiche.entry, Local):
        return fiche.territory == territory and "numero" not in fiche.entry.to_confirm
    return answers_in(fiche.entry, territory)
