"""What all pages of the editor work on: the folders, their files, and what is wrong with them at this moment."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from flask import current_app

from ..kept.store import Store
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from ..preview.drafts import Drafts
from ..project import CONTENT, PROJECT_ROOT, STATIC, TRANSLATIONS
from .files import ContentFiles


@dataclass(frozen=True)
class Desk:
    """One editor at work.

    root: the folder of the project, in which git keeps what changed. content, translations, static: those of the site.
    configuration: what the form asks for, as Sveltia CMS takes it, made anew each time. form: its files, by name.
    kept: as for `read_site`. tongue: in which people are spoken to. port: of the editor. preview_port: where pages are
    shown as they will be, 0 for nowhere. known: what was found out last, so that it is not found out again.
    """

    configuration: Callable[[], dict[str, Any]]
    form: dict[str, bytes]
    root: Path = PROJECT_ROOT
    content: Path = CONTENT
    translations: Path = TRANSLATIONS
    static: Path = STATIC
    kept: Store | None = None
    tongue: Tongue = "fr"
    port: int = 8300
    preview_port: int = 0
    known: dict[str, object] = field(default_factory=dict)
    files: ContentFiles = field(init=False)
    drafts: Drafts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "files", ContentFiles(self.content))
        # Whoever translates sees the page, published or not
        drafts = Drafts(self.content, self.translations, self.static, self.kept, every_language=True)
        object.__setattr__(self, "drafts", drafts)

    def said(self, code: str, **values: object) -> str:
        """A sentence in the language of the person; arguments as for `sentence`."""
        return sentence(code, self.tongue, **values)

    def name_of(self, file: Path) -> str:
        """A file as it is told: from the folder of the project, in the signs of an address."""
        for root in (self.content.parent, self.root):
            if file.is_relative_to(root):
                return file.relative_to(root).as_posix()
        return file.as_posix()


def desk() -> Desk:
    """The desk of the application that answers now."""
    return cast(Desk, current_app.config["DESK"])
