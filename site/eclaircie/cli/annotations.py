"""Faults in the form in which hosts of code show them: beside the lines of the change that someone proposes."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ..checks.translations import REMARKS_OF_TRANSLATIONS
from ..messages.faults import Fault, Faults, shortened
from ..messages.signs import shown
from ..messages.tongues import Tongue

OVERDUE = "old"
"""The remark about facts that are past their review period."""

NAMED = (OVERDUE, "past", *REMARKS_OF_TRANSLATIONS)
"""The remarks that come by themselves, as days go by or the French changes: each build names them, nobody would look for
them elsewhere."""

SHOWN_REMARKS = frozenset({*NAMED, "telling_address"})
"""The remarks that are shown: what the calendar or a change of the French has overtaken, and what no later change of a
page can mend.

The others are hundreds, most of them about lines that nobody touched, and GitHub shows ten of each level a step:
`python -m eclaircie status` lists them."""


@dataclass(frozen=True)
class Annotation:
    """What is shown at a line of a file. path: below the root of the repository. code: the name of the fault."""

    code: str
    path: str
    line: int
    sentence: str
    is_error: bool


def annotations(faults: Faults, root: Path, tongue: Tongue, failing: Collection[str] = frozenset()) -> list[Annotation]:
    """What is to be shown, errors first. failing: the remarks that count as errors, by code."""
    errors = [*faults.errors, *(fault for fault in faults.remarks if fault.code in failing)]
    remarks = [fault for fault in faults.remarks if fault.code in SHOWN_REMARKS - set(failing)]
    return [_annotation(fault, root, tongue, fault in errors) for fault in (*errors, *remarks)]


def _annotation(fault: Fault, root: Path, tongue: Tongue, is_error: bool) -> Annotation:
    file = fault.file.relative_to(root) if fault.file.is_relative_to(root) else fault.file
    return Annotation(fault.code, shown(file.as_posix()), max(1, fault.line), fault.sentence(tongue), is_error)


def github(notes: list[Annotation], titles: tuple[str, str]) -> str:
    """Workflow commands, one a line, as GitHub and Forgejo read them. titles: that of errors, that of remarks.

    Of each kind so many as can be read: hundreds of one would hide the others, and hosts show but a few.

    Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    return "".join(
        f"::{'error' if note.is_error else 'notice'} file={_property(note.path)},line={note.line}"
        f",title={_property(titles[0] if note.is_error else titles[1])}::{_message(note.sentence)}\n"
        for note in shortened(notes)[0]
    )


def _message(text: str) -> str:
    # Escaped as GitHub's own library does: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def gitlab(notes: list[Annotation]) -> str:
    """A Code Quality report. Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format

    GitLab compares fingerprints to tell new faults from old ones, and keeps only the first of each. So a fingerprint
    leaves out the line, which moves with every edit, and counts the same faults of a file.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    report = []
    for note in notes:
        same = (note.code, note.path, note.sentence)
        seen[same] += 1
        report.append(
            {
                "description": note.sentence,
                "check_name": note.code,
                "fingerprint": hashlib.sha256("\0".join((*same, str(seen[same]))).encode()).hexdigest(),
                "severity": "blocker" if note.is_error else "info",
                "location": {"path": note.path, "lines": {"begin": note.line}},
            }
        )
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"
