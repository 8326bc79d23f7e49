"""The rules of every page: its dates, its sources, its address, its short title, its parts."""

import datetime
from pathlib import Path

from ..content.base import Fiche
from ..content.counters import Counter
from ..content.document import Document
from ..content.library import guide_parts
from ..content.local import FOLDER
from ..content.models import Aid, Guide, Helpline, Home
from ..content.parts import Keys, Parts
from ..content.review import reminder_day, review_day
from ..content.tree import passages
from ..languages import BY_TAG, SOURCE, Language
from ..messages.faults import Faults
from ..places import territories
from . import reviewers, scales
from .discretion import mixed_word, revealing_in_any
from .site_facts import SiteFacts

KNOWLEDGE_PART = "Ce que l'autre personne peut apprendre, et quand"


def check(document: Document, facts: SiteFacts, faults: Faults) -> None:
    """Add the faults of what every page has: its header, its address and its words in each language."""
    _check_entry(document, facts, faults)
    _check_path(document, faults)
    _check_words(document.file, document.parts, document, SOURCE, facts, faults)
    for tag, translated in document.translations.items():
        _check_words(translated.file, translated.parts, document, BY_TAG[tag], facts, faults)


def _check_entry(document: Document, facts: SiteFacts, faults: Faults) -> None:
    entry, parts, file = document.entry, document.parts, document.file
    line = facts.fiche(entry.listening_line)
    has_number = line is not None and isinstance(line.entry, Helpline) and line.entry.number is not None
    if line is None or (line.is_sound and not has_number):
        hint = facts.line_hint(entry.listening_line)
        faults.add("no_fiche", file, parts.line("ligne"), value=entry.listening_line, hint=hint)
    dated: list[tuple[Keys, datetime.date | None]] = [
        (("verifie_le",), entry.checked_on),
        (("essaye_le",), entry.tried_on if isinstance(entry, Guide) else None),
        *((("sources", n), s.date) for n, s in enumerate(entry.sources or ())),
    ]
    for keys, day in dated:
        if day and facts.is_to_come(day):
            faults.add("future_date", file, parts.line(*keys), key=keys[0], value=day.isoformat())
    if entry.cared_for_by and not reviewers.is_allowed(entry.cared_for_by):
        faults.add("reviewer_name", file, parts.line("suivi_par"), value=entry.cared_for_by)
    if entry.is_procedure and KNOWLEDGE_PART not in _subtitles(parts.body):
        faults.add("no_knowledge_part", file, parts.line("demarche"))
    months = facts.review_months()
    # Nobody compares counters one by one: their directory is read again (see `reports.work_of_site`)
    last = None if isinstance(entry, Counter) else review_day(entry, months)
    if last and facts.is_past(last) and (day := entry.checked_on or entry.valid_until):
        faults.add(
            "old", file, parts.line("verifie_le" if entry.checked_on else "valable_jusqu_au"), value=day.isoformat()
        )
    elif (
        last
        and entry.checked_on
        and (begins := reminder_day(entry, document.path, months))
        and not (facts.is_to_come(begins))
    ):
        faults.add("due", file, parts.line("verifie_le"), value=entry.checked_on.isoformat())
    for number, sentence in enumerate(entry.to_verify):
        faults.add("to_verify", file, parts.line("a_verifier", number), value=sentence)
    if entry.needs_review:
        faults.add("to_review", file, parts.line("a_relire_par_une_association"))
    if isinstance(entry, Fiche):
        _check_fiche(document, entry, faults)
    if isinstance(entry, Home):
        _check_home(document, entry, facts, faults)
    if isinstance(entry, Guide) and entry.tried_on is None:
        faults.add("untried", file, 1)


def _subtitles(body: str) -> list[str]:
    return [passage.text.replace("’", "'") for passage in passages(body) if passage.tag == "h2"]


def _check_fiche(document: Document, entry: Fiche, faults: Faults) -> None:
    file, parts = document.file, document.parts
    if not entry.sources:
        faults.add("no_source", file, 1, key="sources")
    if not entry.checked_on:
        faults.add("no_source", file, 1, key="verifie_le")
    facts = document.facts
    for number, key in enumerate(entry.to_confirm):
        if facts.get(key) in (None, [], ""):
            faults.add("nothing_to_confirm", file, parts.line("a_confirmer", number), value=key)
    if isinstance(entry, Helpline) and not (entry.number or entry.sms or entry.chat or entry.website):
        faults.add("no_contact", file, 1)
    if isinstance(entry, Aid):
        scales.check(document, entry, faults)


def _check_home(document: Document, entry: Home, facts: SiteFacts, faults: Faults) -> None:
    for key, paths in (("raccourcis", entry.shortcuts), ("portes", entry.doors), ("themes", entry.themes)):
        for number, path in enumerate(paths):
            if not facts.has_page(path):
                hint = facts.page_hint(path)
                faults.add("no_page", document.file, document.parts.line(key, number), value=path, hint=hint)
    for number, name in enumerate(entry.lines):
        if facts.fiche(name) is None:
            hint = facts.fiche_hint(name)
            faults.add("no_fiche", document.file, document.parts.line("lignes", number), value=name, hint=hint)


def _check_path(document: Document, faults: Faults) -> None:
    # The files of counters are called as what they are: nothing leads to them
    if document.has_words and (word := revealing_in_path(document.path)):
        faults.add("revealing_path", document.file, 1, word=word)


def revealing_in_path(path: str) -> str | None:
    """The words of the path of a page that tell what the site is about, or None."""
    steps = path.split("/")
    if steps[0] == FOLDER and len(steps) > 1 and steps[1] in territories():
        del steps[1]  # the number of Charente-Maritime is 17, and it calls nobody
    return revealing_in_any(" ".join(steps).replace("-", " "), is_path=True)


def _check_words(
    file: Path,
    parts: Parts,
    document: Document,
    language: Language,
    facts: SiteFacts,
    faults: Faults,
) -> None:
    words = document.words(language)[0]
    if words.tab and (word := revealing_in_any(words.tab)):
        faults.add("revealing_tab", file, parts.line("onglet"), word=word, key="onglet")
    elif words.tab and (word := mixed_word(words.tab)):
        faults.add("mixed_alphabets", file, parts.line("onglet"), word=word, key="onglet")
    if words.tab is None and language is SOURCE and document.is_page and not facts.has_tab(document.section):
        faults.add("missing_key", file, 1, key="onglet")
    if not parts.body.strip() and document.has_words:
        faults.add("no_text", file, parts.body_line)
    elif isinstance(document.entry, Guide) and (len(found := guide_parts(parts.body)) != 2 or "" in found):
        faults.add("guide_parts", file, parts.body_line, count=len(found) - found.count(""))
