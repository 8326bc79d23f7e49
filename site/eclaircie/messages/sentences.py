"""Every sentence that is said at a terminal, in French and English, by the name of its table and its own."""

from pathlib import Path

from . import building, documenting, helping, hosting, options, previewing, program, tidying, translating, verifying
from .command_lines import python
from .signs import shown
from .tongues import Tongue

SENTENCES: dict[str, tuple[str, str]] = {
    f"{table.__name__.rpartition('.')[2]}.{code}": both
    for table in (
        building,
        documenting,
        helping,
        hosting,
        options,
        previewing,
        program,
        tidying,
        translating,
        verifying,
    )
    for code, both in table.SENTENCES.items()
}
"""French and English of each sentence, by `table.code`."""


def sentence(code: str, tongue: Tongue, **values: object) -> str:
    """A sentence in one language, with what it names.

    code: `table.code`, as `building.done`. values: what stands in its blanks; `{python}` is known by itself. Every sign
    of a text or a path is made visible, for it can come from anybody: a file, a host, a name.
    """
    french, english = SENTENCES[code]
    named = {key: shown(value) if isinstance(value, str | Path) else value for key, value in values.items()}
    return (french if tongue == "fr" else english).format(**{"python": python(), **named})
