"""The rules between a French page and its translations: the same parts, the same day, and reviews that hold."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..content.alignment import aligned
from ..content.document import Document, Translated
from ..content.library import guide_parts
from ..content.models import Guide
from ..content.outline import Section, outline
from ..content.references import LINK
from ..content.translation import is_behind, review_of
from ..languages import BY_TAG
from ..messages.faults import Faults
from . import reviewers
from .site_facts import SiteFacts

REMARKS_OF_BEHIND = ("stale", "stale_parts")
REMARKS_OF_TRANSLATIONS = (*REMARKS_OF_BEHIND, "review_over", "much_shorter", "fewer_paragraphs")
"""What each build names: whoever changed the French would not look for it elsewhere."""

_REVIEW_KEYS = ("relu_par", "relu_le", "relu_de")

_SHORTEST = {
    **dict.fromkeys(("ARABIC", "HEBREW", "SYRIAC", "THAANA"), 0.6),  # vowels are not written
    **dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA"), 0.17),
    **dict.fromkeys(("HANGUL", "ETHIOPIC"), 0.3),  # a letter is a syllable
    **dict.fromkeys(("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN"), 0.72),
}
"""How many letters a translation has at least for each of the French ones, by script; of others, more than half of what
is usual. Measured on 139 pages: English 0.83 to 1.45, Arabic 0.71 to 1.2. A text that lost half of itself is below."""
_SHORTEST_OF_OTHERS = 0.5

_FEW_LETTERS = 100
"""A French text that is shorter tells nothing about length."""


_GAP = 1.5
"""What a section without a counterpart counts, where two sections that share nothing count more."""


@dataclass(frozen=True)
class Difference:
    """Where the parts of a translation are not those of the French. code: in SENTENCES. line: within the text, from 1."""

    code: str
    line: int
    values: dict[str, Any]


def check(document: Document, facts: SiteFacts, faults: Faults) -> None:
    """Add the faults of the translations of a document."""
    for tag, translated in document.translations.items():
        name = facts.name_of(translated.file)
        _check_review(document, translated, name, facts, faults)
        _check_parts(document, translated, is_behind(document, BY_TAG[tag]), name, faults)
        check_length(document, translated, faults)


def _check_review(document: Document, translated: Translated, name: str, facts: SiteFacts, faults: Faults) -> None:
    header, parts, file = translated.header, translated.parts, translated.file
    if header.reviewed_by and not reviewers.is_allowed(header.reviewed_by):
        faults.add("reviewer_name", file, parts.line("relu_par"), value=header.reviewed_by)
    if header.reviewed_on and facts.is_to_come(header.reviewed_on):
        faults.add("future_date", file, parts.line("relu_le"), key="relu_le", value=header.reviewed_on.isoformat())
    told = (header.reviewed_by, header.reviewed_on, header.review_of)
    if any(told):
        line = next(parts.line(key) for key, value in zip(_REVIEW_KEYS, told, strict=True) if value)
        if not all(told):
            faults.add("unproved_review", file, line, file_name=name)
        elif header.review_of != review_of(document, translated):
            faults.add("review_over", file, line, file_name=name)


def _check_parts(document: Document, translated: Translated, behind: bool, name: str, faults: Faults) -> None:
    """A translation that says it follows today's French must have its parts; of another they are only told."""
    file, parts = translated.file, translated.parts
    # Of a guide another rule says how many parts it has
    is_broken = isinstance(document.entry, Guide) and len(guide_parts(parts.body)) != 2
    found = [] if is_broken else list(differences(document, translated))
    if not behind:
        for difference in found:
            faults.add(difference.code, file, parts.body_line + difference.line - 1, **difference.values)
        return
    if found:
        told = ", ".join(dict.fromkeys(str(difference.values["value"]) for difference in found))
        faults.add("stale_parts", file, parts.line("traduit_de"), value=told, file_name=name)
    else:
        faults.add("stale", file, parts.line("traduit_de"), file_name=name)


def differences(document: Document, translated: Translated) -> Iterator[Difference]:
    """Where the headings, links, tables and lists of a translation are not those of the French text."""
    french, own = outline(document.parts.body), outline(translated.words.body)
    first = document.parts.body_line - 1
    if [section.level for section in french] != [section.level for section in own]:
        yield from _heading_differences(french, own, first)
        pairs = [(_whole(french), _whole(own))]
    else:
        pairs = list(zip(french, own, strict=True))
    for theirs, ours in pairs:
        yield from _link_differences(theirs, ours, first)
        if theirs.tables != ours.tables:
            yield Difference("other_tables", ours.line, _told(_shapes(ours.tables), _shapes(theirs.tables)))
        rest = iter(ours.lists)  # a translation may have more lists: what words mean that are to be said in French
        if not all(count in rest for count in theirs.lists):
            yield Difference("lost_items", ours.line, _told(_counts(ours.lists), _counts(theirs.lists)))


def _told(value: str, expected: str) -> dict[str, Any]:
    return {"value": value, "expected": expected}


def _shapes(tables: list[tuple[int, int]]) -> str:
    return ", ".join(f"{rows} × {columns}" for rows, columns in tables) or "0"


def _counts(lists: list[int]) -> str:
    return ", ".join(map(str, lists)) or "0"


def _whole(sections: tuple[Section, ...]) -> Section:
    """A text as a single section, where its headings cannot be told apart."""
    whole = Section(line=sections[0].line)
    for section in sections:
        whole.places |= section.places
        whole.links += section.links
        whole.tables += section.tables
        whole.lists += section.lists
    return whole


def _heading_differences(french: tuple[Section, ...], own: tuple[Section, ...], first: int) -> Iterator[Difference]:
    """first: the line of the French file before its text."""
    after = own[0].line
    for theirs, ours in aligned(french[1:], own[1:], _unlike, _GAP):
        if ours is None and theirs is not None:
            values = {"value": f"{'#' * theirs.level} {theirs.heading}", "at": first + theirs.line}
            yield Difference("missing_heading", after, values)
        elif ours is not None and theirs is None:
            yield Difference("extra_heading", ours.line, {"value": f"{'#' * ours.level} {ours.heading}"})
        elif ours is not None and theirs is not None and ours.level != theirs.level:
            values = {"value": ours.heading, "level": "#" * ours.level, "expected": "#" * theirs.level}
            yield Difference("other_level", ours.line, values)
        after = ours.line if ours else after


def _unlike(theirs: Section, ours: Section) -> float:
    """How little two sections are alike: 0 where all that can be compared is the same."""
    unlike = 0.25 * abs(theirs.paragraphs - ours.paragraphs) + (theirs.lists != ours.lists)
    return unlike + (theirs.level != ours.level) + (theirs.links != ours.links) + (theirs.tables != ours.tables)


def _link_differences(theirs: Section, ours: Section, first: int) -> Iterator[Difference]:
    missing, extra = theirs.links - ours.links, ours.links - theirs.links
    for target in sorted({target for target, _ in missing | extra}):
        lost = Counter({alone: missing[target, alone] for alone in (True, False)})
        more = Counter({alone: extra[target, alone] for alone in (True, False)})
        line = ours.places.get(target, ours.line)
        if lost[True] and more[False]:
            yield Difference("lost_card", line, {"value": target})
        elif lost[False] and more[True]:
            yield Difference("in_sentence", line, {"value": target})
        elif lost.total():
            yield Difference("missing_link", ours.line, {"value": target, "at": first + theirs.places[target]})
        else:
            yield Difference("extra_link", line, {"value": target})


def check_length(document: Document, translated: Translated, faults: Faults) -> None:
    """Of a text that lost a part without heading, link or list, only its length tells; that is no proof."""
    french, own = _letters(document.parts.body), _letters(translated.words.body)
    theirs, ours = outline(document.parts.body), outline(translated.words.body)
    file, first = translated.file, translated.parts.body_line - 1
    if len(french) >= _FEW_LETTERS:
        share = len(own) / len(french)
        if share < _shortest(own):
            faults.add("much_shorter", file, first + ours[0].line, value=round(100 * share))
            return
    if len(theirs) == len(ours):
        for there, here in zip(theirs, ours, strict=True):
            if here.paragraphs < there.paragraphs:
                count, expected = here.paragraphs, there.paragraphs
                faults.add("fewer_paragraphs", file, first + here.line, count=count, expected=expected)


def _letters(text: str) -> str:
    """The letters of a text as it is read, marks included."""
    return "".join(sign for sign in LINK.sub(r"\g<text>", text) if sign.isalpha() or unicodedata.category(sign) == "Mc")


def _shortest(letters: str) -> float:
    """The least share of the French letters, by the script in which most of a text is written."""
    scripts: Counter[str] = Counter()
    for letter, count in Counter(letters[:2000]).items():
        scripts[unicodedata.name(letter, "").partition(" ")[0]] += count
    [(script, _)] = scripts.most_common(1) or [("", 0)]
    return _SHORTEST.get(script, _SHORTEST_OF_OTHERS)
