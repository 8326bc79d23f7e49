"""The rules that no single header can keep: references, discretion, dates, numbers."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from ..content.library import Library
from ..messages.faults import Faults
from . import entry, examples, local, marks, numbers, texts, translations
from .findings import Findings, Rule
from .site_facts import SiteFacts

RULES: Mapping[str, Rule] = {
    "examples": examples.check,
    "local": local.check,
    "disclosure": local.check_disclosure,
    "texts": texts.check,
    "marks": marks.check,
    "translations": translations.check,
    "entry": entry.check,
}
"""The rules of one document, in the order in which their faults are noted."""


def check(
    library: Library,
    content: Path,
    today: datetime.date,
    review_months: int,
    faults: Faults,
    findings: Findings | None = None,
) -> None:
    """Add every fault between the files of a library that was loaded from `content`.

    today: the day of the build. review_months: after how many months a fact is old. findings: what is kept of earlier
    checks; None keeps nothing.
    """
    numbers.check(library, content, faults)
    facts = SiteFacts(library, content, today, review_months)
    findings = findings or Findings(content)
    for name, rule in RULES.items():
        for document in library.documents.values():
            if document.is_written:
                findings.add(name, rule, document, facts, faults)
    findings.save()
