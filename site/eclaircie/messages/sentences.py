"""Every sentence that is said at a terminal, in French and English, by the name of its table and its own."""

from pathlib import Path

from .command_lines import python
from .signs import shown
from .tables import (
    asking,
    building,
    changing,
    checking,
    directory,
    directory_page,
    documenting,
    door,
    editing,
    fetching,
    form,
    helping,
    hosting,
    importing,
    looking,
    options,
    outside,
    posters,
    previewing,
    program,
    proposing,
    questions,
    sending,
    sheets,
    starting,
    tidying,
    translating,
    verifying,
    work,
    writing,
)
from .tables.faults import FAULTS, REMARKS
from .tongues import Tongue

TABLES: dict[str, dict[str, tuple[str, str]]] = {
    "asking": asking.SENTENCES,
    "building": building.SENTENCES,
    "changing": changing.SENTENCES,
    "checking": checking.SENTENCES,
    "directory": directory.SENTENCES,
    "directory_page": directory_page.SENTENCES,
    "documenting": documenting.SENTENCES,
    "door": door.SENTENCES,
    "editing": editing.SENTENCES,
    "faults": FAULTS | REMARKS,
    "fetching": fetching.SENTENCES,
    "form": form.SENTENCES,
    "helping": helping.SENTENCES,
    "hosting": hosting.SENTENCES,
    "importing": importing.SENTENCES,
    "looking": looking.SENTENCES,
    "options": options.SENTENCES,
    "outside": outside.SENTENCES,
    "posters": posters.SENTENCES,
    "previewing": previewing.SENTENCES,
    "program": program.SENTENCES,
    "proposing": proposing.SENTENCES,
    "questions": questions.SENTENCES,
    "sending": sending.SENTENCES,
    "sheets": sheets.SENTENCES,
    "starting": starting.SENTENCES,
    "tidying": tidying.SENTENCES,
    "translating": translating.SENTENCES,
    "verifying": verifying.SENTENCES,
    "work": work.SENTENCES,
    "writing": writing.SENTENCES,
}

SENTENCES = {f"{name}.{code}": both for name, table in TABLES.items() for code, both in table.items()}
"""French and English of each sentence, by `table.code`."""


def sentence(code: str, tongue: Tongue, /, **values: object) -> str:
    """A sentence in one language, with what it names.

    code: `table.code`, as `building.done`. values: what stands in its blanks; `{python}` is known by itself, and a `{hint}`
    may be left out. Every sign of a text or a path is made visible, for it can come from anybody: a file, a host, a name.
    """
    french, english = SENTENCES[code]
    named = {key: shown(value) if isinstance(value, str | Path) else value for key, value in values.items()}
    return (french if tongue == "fr" else english).format(**{"python": python(), "hint": "", **named})
