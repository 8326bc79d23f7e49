"""The scales that are worked out: what is to be written for each file to have what its formula gives."""

from pathlib import Path

from ..content.library import Library
from ..content.models import Aid
from ..content.scale_formula import euros, in_header, scale_of
from .plan import Plan
from .texts import FileText
from .writing_error import WritingError


def plan_scales(content: Path, library: Library) -> tuple[Plan, int]:
    """What is to be changed, and how many files have a formula.

    A scale that is right already is left as it is written. Raises WritingError where a file with a formula has faults, or
    its header cannot be written anew.
    """
    plan, count = Plan(content), 0
    if broken := [each.file for each in library.unsound.values() if "calcul" in each.parts.data]:
        raise WritingError("writing.unsound", file=plan.name_of(broken[0]))
    for document in library.documents.values():
        if not isinstance(document.entry, Aid) or document.entry.formula is None:
            continue
        count += 1
        made = scale_of(document.entry.formula)
        if document.entry.scale is None or in_header(document.entry.scale) != in_header(made):
            text = FileText.read(document.file).with_values({"bareme": in_header(made)})
            plan.write(document.file, text.written)
    return plan, count


def first_amounts(library: Library) -> dict[Path, tuple[str, str]]:
    """For each file with a formula: the first amount that it gives, and the one that stands there, if one does.

    Where a digit is mistyped, nobody sees it in a table of thirty amounts; in one, beside the former, one does.
    """
    found = {}
    for document in library.documents.values():
        entry = document.entry
        if isinstance(entry, Aid) and entry.formula is not None:
            former = euros(entry.scale.rows[0].amounts[0]) if entry.scale else ""
            found[document.file] = euros(scale_of(entry.formula).rows[0].amounts[0]), former
    return found
