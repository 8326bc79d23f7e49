"""A rendered text in its sections, for a page that folds them."""

import re
from typing import NamedTuple

from markupsafe import Markup

from .markdown import Block, Rendered

_HEADING = re.compile(r'<h2 id="p\d+">(.*?)</h2>\s*', re.DOTALL)
"""As `markdown` writes a subtitle: nothing else in a text has such an id."""


class Section(NamedTuple):
    """What stands below a subtitle. heading: its HTML; None for what stands before the first.

    parts: as those of `Rendered`, so that a template shows them in the same way.
    """

    heading: Markup | None
    parts: list[str | Block]


def sections(rendered: Rendered) -> list[Section]:
    """The sections of a text, in order; one without a subtitle is left out where it is empty."""
    found = [Section(None, [])]
    for part in rendered.parts:
        if isinstance(part, Block):
            found[-1].parts.append(part)
            continue
        first, *rest = _HEADING.split(part)
        if first.strip():
            found[-1].parts.append(first)
        for heading, text in zip(rest[::2], rest[1::2], strict=True):
            found.append(Section(Markup(heading), [text] if text.strip() else []))  # noqa: S704  # cleaned by `render`
    return [section for section in found if section.heading or section.parts]


FILTERS = {"sections": sections}
