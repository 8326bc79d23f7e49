"""How far the translations are."""

from collections.abc import Iterator
from pathlib import Path

from ..content.library import Library
from ..content.translation import progress
from ..messages.sentences import sentence
from ..messages.signs import shown
from ..messages.tongues import Tongue
from ..project import PROJECT_ROOT


def lines_of_progress(library: Library, tongue: Tongue = "fr") -> Iterator[str]:
    """How far the translations are: for each language, the files that need somebody, then a count."""
    found = list(progress(library))
    for each in found:
        for code, files in (("behind", each.behind), ("unreviewed", each.unreviewed)):
            if files:
                yield sentence(f"translating.{code}", tongue, tag=each.language.tag)
                yield from (f"  {_shown(own.file)}" for own in files)
    for each in found:
        yield sentence(
            "translating.count",
            tongue,
            tag=each.language.tag,
            done=each.done,
            total=len(library.documents),
            reviewed=each.reviewed,
            behind=len(each.behind),
        )


def _shown(file: Path) -> str:
    return shown(file.relative_to(PROJECT_ROOT) if file.is_relative_to(PROJECT_ROOT) else file)
