"""The rules that no single header can keep: references, discretion, dates, numbers, translations."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from ..languages import BY_TAG, SOURCE, Language
from . import local_checks, number_checks
from .discretion import mixed_word, revealing_in_any
from .entry import Entry, Fiche
from .faults import Faults
from .frontmatter import Parts
from .hints import nearest, nearest_page
from .library import Document, Library, fingerprint_of_words, guide_parts
from .local import Local, News
from .models import Aid, Guide, Helpline, Home
from .references import BLOCK_FACTS, INLINE_FACTS, LINK, SITE_BLOCKS, Reference, references
from .values import HTTPS_ADDRESS, digits_of

NAMED_FREELY = frozenset({"15", "17", "18", "112", "114", "115", "119", "3919"})
"""Numbers that a text may name: they are known to all and do not change."""

KNOWLEDGE_PART = "## Ce que l'autre personne peut apprendre, et quand"

_HTML = re.compile(r"<(?:/?[A-Za-z][^<>\n]*>?|!|\?)")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>")
_LINK_DEFINITION = re.compile(r"^[ >*+-]*(?:\d+[.)] +)?\[[^\]]+\]:")
_TITLE = re.compile(r"^ {0,3}#(\s|$)")
_UNDERLINED_TITLE = re.compile(r"^ {0,3}=+\s*$")
_DEEP = re.compile(r"(?:\s*(?:>|(?:[-*+]|\d+[.)])(?=\s))){7}|\s{20}\s*\S")
"""A list in a list, and so on: some hundreds end the Markdown parser."""
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\+?\d(?:[ .\u00a0\u202f\u2011/-]?\d)*")


def check(library: Library, content: Path, today: datetime.date, review_months: int, faults: Faults) -> None:
    """Add every fault between the files of a library that was loaded from `content`.

    today: the day of the build. review_months: after how many months a fact is old.
    """
    numbers = _known_numbers(library)
    number_checks.check(library, content, faults)
    local_checks.check(library, today, faults)
    for document in library.documents.values():
        if not document.is_written:
            continue
        _check_entry(document, library, today, review_months, faults)
        _check_path(document, content, faults)
        _check_header_numbers(document, numbers, faults)
        _check_words(document.file, document.parts, document, SOURCE, library, numbers, faults)
        for tag, translated in document.translations.items():
            language = BY_TAG[tag]
            _check_words(translated.file, translated.parts, document, language, library, numbers, faults)
            if translated.header.translated_from != fingerprint_of_words(document):
                line = translated.parts.line("traduit_de")
                faults.add("stale", translated.file, line, file_name=translated.file.relative_to(content.parent))


def _check_entry(document: Document, library: Library, today: datetime.date, months: int, faults: Faults) -> None:
    entry, parts, file = document.entry, document.parts, document.file
    line = library.fiches.get(entry.listening_line)
    has_number = line is not None and isinstance(line.entry, Helpline) and line.entry.number is not None
    if line is None or (line.is_sound and not has_number):
        known = [name for name, fiche in library.fiches.items() if isinstance(fiche.entry, Helpline)]
        hint = nearest(entry.listening_line, known)
        faults.add("no_fiche", file, parts.line("ligne"), value=entry.listening_line, hint=hint)
    for key, day in (
        ("verifie_le", entry.checked_on),
        ("essaye_le", entry.tried_on if isinstance(entry, Guide) else None),
        *((f"sources.{n}", s.date) for n, s in enumerate(entry.sources or ())),
    ):
        if day and day > today:
            faults.add("future_date", file, parts.line(*_keys(key)), key=key.split(".")[0], value=day.isoformat())
    if entry.is_procedure and KNOWLEDGE_PART not in parts.body.replace("’", "'"):
        faults.add("no_knowledge_part", file, parts.line("demarche"))
    if is_old(entry, today, months) and (day := entry.checked_on or entry.valid_until):
        faults.add(
            "old", file, parts.line("verifie_le" if entry.checked_on else "valable_jusqu_au"), value=day.isoformat()
        )
    for number, sentence in enumerate(entry.to_verify):
        faults.add("to_verify", file, parts.line("a_verifier", number), value=sentence)
    if entry.needs_review:
        faults.add("to_review", file, parts.line("a_relire_par_une_association"))
    if isinstance(entry, Fiche):
        _check_fiche(document, entry, faults)
    if isinstance(entry, Home):
        _check_home(document, entry, library, faults)
    if isinstance(entry, Guide) and entry.tried_on is None:
        faults.add("untried", file, 1)


def _keys(dotted: str) -> tuple[str | int, ...]:
    return tuple(int(key) if key.isdigit() else key for key in dotted.split("."))


def is_old(entry: Entry, today: datetime.date, months: int) -> bool:
    """Whether the facts of an entry are past their own end, or past the review period."""
    return (end := review_day(entry, months)) is not None and end < today


def review_day(entry: Entry, months: int) -> datetime.date | None:
    """The last day on which the facts of an entry count as checked, or None where no day is known."""
    if entry.valid_until:
        return entry.valid_until
    if entry.checked_on is None:
        return None
    month = entry.checked_on.month - 1 + months
    year, month = entry.checked_on.year + month // 12, month % 12 + 1
    return datetime.date(min(year, datetime.MAXYEAR), month, min(entry.checked_on.day, 28))


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
    if isinstance(entry, Helpline):
        if not (entry.number or entry.sms or entry.chat or entry.website):
            faults.add("no_contact", file, 1)
        if entry.is_emergency and entry.to_confirm:
            faults.add("doubt_on_emergency", file, parts.line("a_confirmer"))
    if isinstance(entry, Aid) and entry.scale:
        bands = len(entry.scale.limits) + 1
        for number, row in enumerate(entry.scale.rows):
            if len(row.amounts) != bands:
                line = parts.line("bareme", "lignes", number)
                faults.add("bad_scale", file, line, count=len(row.amounts), bands=bands - 1, expected=bands)


def _check_header_numbers(document: Document, numbers: frozenset[str], faults: Faults) -> None:
    """A header may hold a number only where it is the line's own: a digit mistyped there would be dialled."""
    entry = document.entry
    own = NAMED_FREELY | {digits_of(number) for number in numbers_of(entry)}
    headers = [(document.file, document.parts, document.words(SOURCE)[0])]
    headers += [(t.file, t.parts, t.words) for t in document.translations.values()]
    for file, parts, words in headers:
        for key, text in (("titre", words.title), ("resume", words.summary), ("onglet", words.tab or "")):
            for value, digits in _numbers(text):
                short = isinstance(entry, Helpline) and len(digits) > 3
                if digits not in own and (short or digits in numbers or _looks_like_a_phone(digits)):
                    faults.add("number_in_text", file, parts.line(key), value=value)


def _check_home(document: Document, entry: Home, library: Library, faults: Faults) -> None:
    for key, paths in (("raccourcis", entry.shortcuts), ("themes", entry.themes)):
        for number, path in enumerate(paths):
            if not library.has_page(path):
                hint = nearest_page(path, library.titles)
                faults.add("no_page", document.file, document.parts.line(key, number), value=path, hint=hint)
    for number, name in enumerate(entry.lines):
        if name not in library.fiches:
            hint = nearest(name, sorted(library.fiches))
            faults.add("no_fiche", document.file, document.parts.line("lignes", number), value=name, hint=hint)


def _check_path(document: Document, content: Path, faults: Faults) -> None:
    steps = document.path.split("/")
    if document.territory:
        del steps[1]  # the number of Charente-Maritime is 17, and it calls nobody
    text = " ".join(steps).replace("-", " ")
    if word := revealing_in_any(text, is_path=True):
        faults.add("revealing_path", document.file, 1, word=word)


def _check_words(
    file: Path,
    parts: Parts,
    document: Document,
    language: Language,
    library: Library,
    numbers: frozenset[str],
    faults: Faults,
) -> None:
    words = document.words(language)[0]
    if words.tab and (word := revealing_in_any(words.tab)):
        faults.add("revealing_tab", file, parts.line("onglet"), word=word, key="onglet")
    elif words.tab and (word := mixed_word(words.tab)):
        faults.add("mixed_alphabets", file, parts.line("onglet"), word=word, key="onglet")
    if words.tab is None and language is SOURCE and document.is_page and not _inherited_tab(document, library):
        faults.add("missing_key", file, 1, key="onglet")
    if not parts.body.strip():
        faults.add("no_text", file, parts.body_line)
    elif isinstance(document.entry, Guide) and (len(found := guide_parts(parts.body)) != 2 or "" in found):
        faults.add("guide_parts", file, parts.body_line, count=len(found) - found.count(""))
    lines, has_digits = parts.body.split("\n"), _DIGIT.search(parts.body)
    for number, line in enumerate(lines):
        at = parts.body_line + number
        # Titles and lists begin with a sign or a space, most lines with a letter.
        if line and not line[0].isalpha():
            if _TITLE.match(line) or (_UNDERLINED_TITLE.match(line) and number and lines[number - 1].strip()):
                faults.add("title_in_text", file, at)
            if _DEEP.match(line):
                faults.add("too_deep", file, at)
        if "![" in line:
            faults.add("image", file, at)
            continue
        if "]:" in line and _LINK_DEFINITION.match(line):
            faults.add("link_definition", file, at)
        if "<" in line:
            for match in _AUTOLINK.finditer(line):
                faults.add("bad_link", file, at, value=match[0])
            if html := _HTML.search(_AUTOLINK.sub("", LINK.sub(r"\g<text>", line))):
                faults.add("html", file, at, value=html[0][:40])
        if not (has_digits and _DIGIT.search(line)):
            continue
        for value, digits in _numbers(LINK.sub(r"\g<text>", line)):
            if digits not in NAMED_FREELY and (digits in numbers or _looks_like_a_phone(digits)):
                faults.add("number_in_text", file, at, value=value)
    for reference in references(parts.body):
        at = parts.body_line + reference.line - 1
        if isinstance(document.entry, Guide) and reference.scheme == "site":
            faults.add("block_in_guide", file, at, value=reference.path)
        else:
            _check_reference(reference, file, at, library, faults)


def _inherited_tab(document: Document, library: Library) -> bool:
    if document.section in library.unsound:
        return True
    section = library.documents.get(document.section)
    if section is None or not document.section:
        return section is not None and section.entry.tab is not None
    return section.entry.tab is not None or _inherited_tab(section, library)


def _check_reference(reference: Reference, file: Path, line: int, library: Library, faults: Faults) -> None:
    check_scheme: dict[str, Callable[[Reference, Path, int, Library, Faults], None]] = {
        "page": _check_page_link,
        "fiche": _check_fiche_link,
        "site": _check_site_link,
        "https": _check_web_link,
    }
    scheme = reference.scheme
    if scheme in ("tel", "sms", "callto", "smsto"):
        faults.add("phone_link", file, line)
    elif scheme in check_scheme:
        check_scheme[scheme](reference, file, line, library, faults)
    else:
        faults.add("bad_link", file, line, value=reference.target[:60])


def _check_page_link(reference: Reference, file: Path, line: int, library: Library, faults: Faults) -> None:
    path = "" if reference.path == "index" else reference.path
    if not library.has_page(path):
        hint = nearest_page(path, library.titles)
        faults.add("no_page", file, line, value=reference.path, hint=hint)


def _check_fiche_link(reference: Reference, file: Path, line: int, library: Library, faults: Faults) -> None:
    fiche = library.fiches.get(reference.fiche)
    if fiche is None:
        hint = nearest(reference.fiche, sorted(library.fiches))
        faults.add("no_fiche", file, line, value=reference.fiche, hint=hint)
        return
    if not (reference.fact and fiche.is_sound):
        return
    shown = reference.fact in INLINE_FACTS | BLOCK_FACTS
    if not shown or fiche.facts.get(reference.fact) in (None, [], ""):
        faults.add("no_field", file, line, value=reference.fiche, key=reference.fact)
    elif reference.fact in BLOCK_FACTS and not reference.alone:
        faults.add("not_alone", file, line, value=f"fiche:{reference.path}")


def _check_site_link(reference: Reference, file: Path, line: int, library: Library, faults: Faults) -> None:
    if reference.path not in SITE_BLOCKS:
        faults.add("no_block", file, line, value=reference.path, known=", ".join(SITE_BLOCKS))
    elif not reference.alone:
        faults.add("not_alone", file, line, value=f"site:{reference.path}")


def _check_web_link(reference: Reference, file: Path, line: int, library: Library, faults: Faults) -> None:
    if not reference.text.strip() or not HTTPS_ADDRESS.fullmatch(reference.target):
        faults.add("bad_link", file, line, value=reference.target[:60])


def _known_numbers(library: Library) -> frozenset[str]:
    """The numbers of all lines and local structures that have four digits or more."""
    known = (*library.documents.values(), *library.unsound.values())
    numbers = {digits_of(number) for document in known for number in numbers_of(document.entry)}
    return frozenset(number for number in numbers if len(number) >= 4)


def numbers_of(entry: Entry) -> list[str]:
    """The telephone numbers that an entry carries as facts."""
    if isinstance(entry, Helpline):
        return [number for number in (entry.number, entry.overseas_number, entry.sms) if number]
    desks = [desk.number for desk in entry.desks] if isinstance(entry, Local) else []
    own = [entry.number] if isinstance(entry, Local | News) else []
    return [number for number in (*own, *desks) if number]


def _numbers(text: str) -> list[tuple[str, str]]:
    """Each run of digits of a text, as written and as plain ASCII digits."""
    found = []
    for match in _DIGITS.finditer(text):
        digits = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in match[0])
        found.append((match[0], digits_of(digits.replace("/", "").replace("\u2011", ""))))
    return found


def _looks_like_a_phone(digits: str) -> bool:
    return bool(re.fullmatch(r"0[1-9]\d{8}|(\+|00)\d{9,14}", digits))
