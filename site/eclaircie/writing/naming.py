"""The address that a new page gets: a proposal in neutral words, never from a title that tells."""

import re
from collections.abc import Iterator

from ..checks.discretion import revealing_in_any
from ..content.choices import TAB_KINDS
from ..content.folding import plain
from ..content.library import Library
from ..content.local import SUPPORT_GROUP, Network, is_shelter
from .addresses import files_of
from .drafts import Around, Draft
from .links import KEYS
from .moving import refuse_path
from .writing_error import WritingError

_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a au aux avec ce ces d de des du elle en est et eux il ils j je l la le les leur leurs ma mes mon ne nos notre on ou "
        "par pas pour qu que qui quoi s sa sans se ses si son sont sur ta tes ton un une vos votre vous y",
    )
)
"""Words that say nothing by themselves."""
_MOST_WORDS = 3


def proposed_path(draft: Draft, folder: str, around: Around) -> str:
    """A path in a folder that is free and tells nothing. draft: with the answers that are known."""
    for words in _neutral(draft):
        name = _name(words)
        for number in ("", *(f"-{n}" for n in range(2, 100))):
            path = f"{folder}/{name}{number}".lstrip("/")
            if name and not fault_of(path, around.library, around):
                return path
    return f"{folder}/page".lstrip("/")


def fault_of(path: str, library: Library, around: Around) -> WritingError | None:
    """Why a new page cannot have a path, or None."""
    try:
        refuse_path(path)
    except WritingError as error:
        return error
    if path in library.documents or path in library.unsound or any(files_of(path, around.content)):
        return WritingError("writing.taken", path=path)
    return None


def names_for(key: str, draft: Draft, around: Around) -> list[str]:
    """The names that a key may hold which names other files, those of the same place first; none for any other key."""
    library, territory = around.library, draft.path.split("/")[1] if draft.kind.is_local else ""
    if KEYS.get(key) == "network":
        return [document.stem for document, _ in library.local(territory, Network)]
    if KEYS.get(key) == "fiche":
        known = (
            document for document, entry in library.structures(territory) if not is_shelter(entry.type, entry.offers)
        )
        return [*(document.name for document in known), *library.helplines]
    return []


def _neutral(draft: Draft) -> Iterator[str]:
    """Texts of a draft from which a name may be made, the best first."""
    values = draft.values
    kind, offers = values.get("type"), values.get("propose")
    hides = is_shelter(kind, offers if isinstance(offers, list) else []) or kind == SUPPORT_GROUP
    if values.get("onglet"):
        yield str(values["onglet"])
    if draft.kind.genre == "structure" and kind:
        if not hides:
            yield str(kind).replace("_", " ")
        yield str(TAB_KINDS.labels.get(str(kind), ""))
    if not hides:
        for key in ("nom", "titre"):
            text = str(values.get(key) or "")
            if text and revealing_in_any(text) is None:
                yield text.partition(":")[0]
    if draft.kind.genre == "reseau":
        yield str(TAB_KINDS.labels["reseau"])
    if draft.kind.genre == "actualite":
        yield "rencontre"
    yield "page"


def _name(text: str) -> str:
    """A name for a file: the first words that say something."""
    words = [word for word in plain(text).split() if word not in _SMALL]
    return "-".join(words[:_MOST_WORDS])
