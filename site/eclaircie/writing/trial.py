"""What the check would say of a plan: it is done on a copy of the content first."""

import datetime
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from ..content.files import is_left_by_programs
from ..kept.store import Store
from ..loading import ContentError, read_site
from ..messages.faults import Fault
from ..project import STATIC, TRANSLATIONS
from .plan import Plan
from .writing_error import WritingError


def new_faults(
    plan: Plan,
    today: datetime.date,
    *,
    translations: Path = TRANSLATIONS,
    static: Path = STATIC,
    kept: Store | None = None,
) -> list[Fault]:
    """The faults, remarks aside, that the content would have after a plan and has not today, each at its future line.

    today, translations, static, kept: as for `read_site`.
    """

    def faults_of(content: Path) -> list[Fault]:
        try:
            read_site(today, content=content, translations=translations, static=static, kept=kept)
        except ContentError as error:
            return error.faults.errors
        return []

    with tempfile.TemporaryDirectory(prefix="eclaircie-") as folder:
        # Of the same name, so that what is kept of earlier checks holds here too.
        copy = Path(folder).resolve() / plan.content.name
        try:
            shutil.copytree(plan.content, copy, symlinks=True, ignore=_left_by_programs)
            _do(plan, copy)
        except (OSError, shutil.Error) as error:
            raise WritingError("writing.untried", reason=getattr(error, "strerror", None) or str(error)) from error
        found = [_here(fault, copy, plan.content) for fault in faults_of(copy)]
    if not found:
        return []
    known = Counter(map(_what, faults_of(plan.content)))
    fresh = []
    for fault in found:
        former = _what(_moved(fault, plan))
        if known[former]:
            known[former] -= 1
        else:
            fresh.append(fault)
    return fresh


def _left_by_programs(_folder: str, names: list[str]) -> set[str]:
    return {name for name in names if is_left_by_programs(name)}


def _do(plan: Plan, copy: Path) -> None:
    for change in plan.changes.values():
        file = copy / change.file.relative_to(plan.content)
        if change.after is None:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(change.after)


def _here(fault: Fault, copy: Path, content: Path) -> Fault:
    """A fault of the copy as one of the content."""
    if not fault.file.is_relative_to(copy):
        return fault
    return Fault(fault.code, content / fault.file.relative_to(copy), fault.line, fault.values)


def _moved(fault: Fault, plan: Plan) -> Fault:
    """A fault as it is told of the file before it was moved."""
    return Fault(fault.code, plan.moved.get(fault.file, fault.file), fault.line, fault.values)


def _what(fault: Fault) -> tuple[object, ...]:
    """What is wrong and where; the line may be another after a change above it."""
    return fault.code, fault.file, fault.values
