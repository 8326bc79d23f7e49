"""The scales that are worked out: what is to be written for each file to have what its formula gives."""

from pathlib import Path

from ..content.library import Library
from ..content.models import Aid
from ..content.scale_formula import in_header, scale_of
from .plan import Plan
from .texts import FileText
from .writing_error import WritingError


def plan_scales(content: Path, library: Library) -> tuple[Plan, int]:
    """What is to be changed, and how many files have a formula.

    A scale that is right already is left as it is written. Raises WritingError where a file with a formula has faults, or
    its header cannot be written anew.
    """
    if broken := [each.file for each in library.unsound.values() if "calcul" in each.parts.data]:
        raise WritingError("writing.unsound", file=broken[0])
    plan, count = Plan(content), 0
    for document in library.documents.values():
        if not isinstance(document.entry, Aid) or document.entry.formula is None:
            continue
        count += 1
        made = scale_of(document.entry.formula)
        if document.entry.scale is None or in_header(document.entry.scale) != in_header(made):
            text = FileText.read(document.file).with_values({"bareme": in_header(made)})
            plan.write(document.file, text.written)
    return plan, count
