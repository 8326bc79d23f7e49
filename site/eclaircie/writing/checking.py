"""What was compared with its sources today: which files somebody means, what they say, and the day that is noted."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from ..content.base import Fiche
from ..content.document import Document
from ..content.library import Library
from ..content.local import FOLDER
from ..content.service_areas import territory_named
from .addresses import path_of
from .plan import Plan
from .texts import FileText
from .writing_error import WritingError


def to_check(library: Library, content: Path, asked: Iterable[str]) -> list[Document]:
    """The pages with sources that somebody means, in the order of their paths, each once.

    asked: files, folders, paths or addresses of pages; or a département by its number or its name, for all of its files.
    Raises WritingError where one of them is none, or has nothing that was ever compared with a source.
    """
    found: dict[str, Document] = {}
    for each in asked:
        slug = territory_named(each)
        path = f"{FOLDER}/{slug}" if slug else path_of(each, content)
        here = {p: d for p, d in library.documents.items() if d.is_written and (p == path or p.startswith(f"{path}/"))}
        broken = [d.file for p, d in library.unsound.items() if p == path or p.startswith(f"{path}/")]
        if path in library.documents and not path.startswith(f"{FOLDER}/") and Path(each).suffix == ".md":
            here = {p: d for p, d in here.items() if p == path}  # the file of a section means that file
        if broken:
            raise WritingError("writing.unsound", file=broken[0])
        if not here:
            raise WritingError("writing.no_page", path=each)
        sourced = {p: d for p, d in here.items() if d.entry.sources}
        if not sourced:
            raise WritingError("writing.no_sources", path=each)
        found |= sourced
    return [document for _, document in sorted(found.items())]


def plan_checked(
    content: Path, documents: Iterable[Document], day: datetime.date, confirmed: frozenset[str] = frozenset()
) -> Plan:
    """What is to be changed for pages to say that they were compared with their sources on a day.

    The French file alone says so: a translation has no facts. confirmed: the paths of those of which every doubt
    (`a_confirmer`) is gone too. Raises WritingError where a header cannot be written anew.
    """
    plan = Plan(content)
    for document in documents:
        values: dict[str, str | None] = {"verifie_le": day.isoformat()}
        if document.path in confirmed and isinstance(document.entry, Fiche):
            values["a_confirmer"] = None
        plan.write(document.file, FileText.read(document.file).with_values(values).written)
    return plan
