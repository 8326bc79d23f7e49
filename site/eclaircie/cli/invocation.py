"""What every command is given: the folders that it works on, and the voice in which it answers."""

import datetime
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ..kept.store import Store
from ..loading import ContentError, read_site
from ..messages.command_lines import freeze_command
from ..pages.site import Site
from ..project import CONTENT, PROJECT_ROOT, STATIC, TRANSLATIONS, build_date
from .command_error import USAGE, CommandError
from .voice import Voice


@dataclass(frozen=True)
class Folders:
    """The folders of a project. root: that of the project itself, which holds the others by their usual names."""

    root: Path = PROJECT_ROOT
    content: Path = CONTENT
    translations: Path = TRANSLATIONS
    static: Path = STATIC

    @property
    def build(self) -> Path:
        """Where the site goes, unless somebody says otherwise."""
        return self.root / "build"

    @property
    def kept(self) -> Path:
        """Where builds, checks and previews keep what they have learnt of the content."""
        return self.root / ".build-kept"

    @cached_property
    def learnt(self) -> Store:
        """What was learnt of the content, read once for all that a command reads."""
        return Store(self.kept)

    @property
    def components(self) -> Path:
        """Where the page of all components goes: beside the site, never in it."""
        return self.root / "composants.html"

    @property
    def form(self) -> Path:
        """Where the form of the editor is put once it is fetched: beside the site, never in it."""
        return self.root / ".editor"

    @property
    def written_editor(self) -> Path:
        """Where the editor for a host goes, unless somebody says otherwise: beside the site, never in it."""
        return self.root / "build-editor"

    @property
    def portable(self) -> Path:
        """Where a portable copy goes, unless somebody says otherwise."""
        return self.root / "build-portable"

    @property
    def posters(self) -> Path:
        """Where what is printed goes, unless somebody says otherwise: beside the site, never in it."""
        return self.root / "affiches"

    @property
    def proposal(self) -> Path:
        """Where what a proposal changes goes, unless somebody says otherwise."""
        return self.root / "build-proposal"


@dataclass(frozen=True)
class Invocation:
    """One call of a command."""

    voice: Voice
    folders: Folders

    def quietly(self, quiet: bool) -> "Invocation":
        """The same, by a voice that only tells what is wrong where that was asked for."""
        return replace(self, voice=replace(self.voice, quiet=quiet))

    def today(self) -> datetime.date:
        """The day of the build. Raises CommandError where SOURCE_DATE_EPOCH is none."""
        try:
            return build_date()
        except ValueError:
            raise CommandError("program.bad_epoch", status=USAGE) from None

    def read(self, base_url: str | None = None) -> Site:
        """Read and check the whole project. base_url: as for `read_site`.

        Raises ContentError where it has faults, CommandError where nobody can tell which day it is.
        """
        folders = self.folders
        return read_site(
            self.today(),
            content=folders.content,
            translations=folders.translations,
            static=folders.static,
            base_url=base_url,
            kept=folders.learnt,
        )

    def sound_site(self, base_url: str | None = None) -> Site:
        """The whole project, for a command that tells no fault itself. base_url: as for `read_site`.

        Raises CommandError where it has one.
        """
        try:
            return self.read(base_url)
        except ContentError:
            raise self.faults_first() from None

    @staticmethod
    def faults_first() -> CommandError:
        """What is raised where something cannot be done before the faults are mended: it says how to see them."""
        return CommandError("program.faults_first", check=freeze_command("--check"))
