"""The rules of texts: what cannot be shown as it was meant, numbers written by hand, links that lead nowhere or elsewhere.

They judge what `tree` has read, which is what pages show.
"""

from collections.abc import Callable, Collection
from pathlib import Path

from ..content.base import Entry
from ..content.choices import PICTOGRAMS
from ..content.document import Document
from ..content.models import CITED, WORDS, Guide
from ..content.national_lines import NUMBER_KEYS
from ..content.numbers import numbers_by_keys, numbers_of
from ..content.parts import Parts
from ..content.readable import in_header
from ..content.references import SITE_BLOCKS, Reference, references
from ..content.tree import passages
from ..content.values import HTTPS_ADDRESS, digits_of
from ..messages.faults import Faults
from . import choices
from .dialling import NAMED_FREELY, hand_written, named
from .leftovers import in_value, leftovers
from .site_facts import SiteFacts


def check(document: Document, facts: SiteFacts, faults: Faults) -> None:
    """Add the faults of the words of a document, in every language."""
    numbers = facts.numbers()
    for file, parts in document.files():
        _check_header(file, parts, document.entry, numbers, faults)
        _check_body(file, parts, document, facts, numbers, faults)
        choices.check(file, parts, faults)


def _check_header(file: Path, parts: Parts, entry: Entry, numbers: Collection[str], faults: Faults) -> None:
    """A header may hold a number only where it is the line's own: a digit mistyped there would be dialled."""
    own = NAMED_FREELY | {digits_of(number) for number in numbers_of(entry)}
    for readable in in_header(file, parts):
        if next(key for key in reversed(readable.keys) if isinstance(key, str)) not in WORDS:
            continue
        # The name of a source may be that of the line that it speaks of.
        allowed = own.union(numbers) if readable.key == "sources" else own
        for number in hand_written(readable.text, numbers, allowed):
            faults.add("number_in_text", file, readable.line, value=number.value)
        if problem := in_value(readable.text):
            faults.add("lost_in_value", file, readable.line, key=readable.key, value=problem.value)


def _check_body(
    file: Path, parts: Parts, document: Document, facts: SiteFacts, numbers: Collection[str], faults: Faults
) -> None:
    first = parts.body_line - 1
    for problem in leftovers(parts.body):
        faults.add(problem.code, file, first + problem.line, value=problem.value)
    for passage in passages(parts.body):
        for number in hand_written(passage.text, numbers):
            faults.add("number_in_text", file, first + passage.line + number.line, value=number.value)
    for reference in references(parts.body):
        line = first + reference.line
        if any(sign.isspace() for sign in reference.target):
            continue  # among what is left over
        if isinstance(document.entry, Guide) and reference.scheme == "site":
            faults.add("block_in_guide", file, line, value=reference.path)
        else:
            _check_reference(reference, file, line, facts, faults)
            _check_dialled(reference, file, line, facts, faults)


def _check_dialled(reference: Reference, file: Path, line: int, facts: SiteFacts, faults: Faults) -> None:
    """A link whose words name a number leads to that number."""
    if reference.scheme == "fiche":
        known = facts.fiche(reference.fiche)
    else:
        known = facts.page(reference.path) if reference.scheme == "page" else None
    if known is None or not known.is_sound:
        return
    numbers = numbers_by_keys(known.entry)
    if not numbers and reference.scheme != "fiche":
        return
    own = [numbers.get((reference.fact,))] if reference.fact in NUMBER_KEYS else list(numbers.values())
    for number in named(reference.text):
        if number.digits not in [digits_of(one) for one in own if one]:
            expected = ", ".join(one for one in own if one) or "—"
            faults.add("other_number", file, line, value=number.value, expected=expected)


def _check_reference(reference: Reference, file: Path, line: int, facts: SiteFacts, faults: Faults) -> None:
    check_scheme: dict[str, Callable[[Reference, Path, int, SiteFacts, Faults], None]] = {
        "page": _check_page_link,
        "fiche": _check_fiche_link,
        "site": _check_site_link,
        "dessin": _check_drawing,
        "https": _check_web_link,
    }
    scheme = reference.scheme
    if scheme in ("tel", "sms", "callto", "smsto"):
        faults.add("phone_link", file, line)
    elif scheme in check_scheme:
        check_scheme[scheme](reference, file, line, facts, faults)
    else:
        faults.add("bad_link", file, line, value=reference.target[:60])


def _check_page_link(reference: Reference, file: Path, line: int, facts: SiteFacts, faults: Faults) -> None:
    path = "" if reference.path == "index" else reference.path
    if not facts.has_page(path):
        hint = facts.page_hint(path)
        faults.add("no_page", file, line, value=reference.path, hint=hint)


def _check_fiche_link(reference: Reference, file: Path, line: int, facts: SiteFacts, faults: Faults) -> None:
    fiche = facts.fiche(reference.fiche)
    if fiche is None:
        hint = facts.fiche_hint(reference.fiche)
        faults.add("no_fiche", file, line, value=reference.fiche, hint=hint)
        return
    if not (reference.fact and fiche.is_sound):
        return
    shown = reference.fact in CITED["inline"] | CITED["block"]
    if not shown or fiche.facts.get(reference.fact) in (None, [], ""):
        faults.add("no_field", file, line, value=reference.fiche, key=reference.fact)
    elif reference.fact not in CITED["inline"] and not reference.alone:
        faults.add("not_alone", file, line, value=f"fiche:{reference.path}")


def _check_site_link(reference: Reference, file: Path, line: int, facts: SiteFacts, faults: Faults) -> None:
    if reference.path not in SITE_BLOCKS:
        faults.add("no_block", file, line, value=reference.path, known=", ".join(SITE_BLOCKS))
    elif not reference.alone:
        faults.add("not_alone", file, line, value=f"site:{reference.path}")


def _check_drawing(reference: Reference, file: Path, line: int, _facts: SiteFacts, faults: Faults) -> None:
    """It is one of the site's, and stands for no words: a screen reader says nothing of it."""
    if reference.path not in PICTOGRAMS.labels:
        faults.add("no_drawing", file, line, value=reference.path, known=", ".join(PICTOGRAMS.labels))
    elif reference.text.strip():
        faults.add("words_of_drawing", file, line, value=reference.path, words=reference.text.strip()[:40])


def _check_web_link(reference: Reference, file: Path, line: int, facts: SiteFacts, faults: Faults) -> None:
    if not reference.text.strip() or not HTTPS_ADDRESS.fullmatch(reference.target):
        faults.add("bad_link", file, line, value=reference.target[:60])
