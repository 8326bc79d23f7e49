"""`annuaire`: the contacts of a public directory, out of a file that somebody has downloaded, as proposals."""

from collections.abc import Iterable
from pathlib import Path

import click

from ..content.counters import COUNTERS
from ..content.labels import label_of
from ..content.library import Library, load
from ..content.local import FOLDER
from ..content.service_areas import territory_named
from ..content.settings import Settings, read_settings
from ..importing.differences import Changed
from ..importing.plan import Piece, Tried, changed_piece, new_pieces, town_pieces, tried
from ..importing.proposals import Proposals, propose
from ..importing.reading import read
from ..importing.reading_error import ReadingError
from ..importing.record import Record, Tally
from ..languages import SOURCE
from ..messages.faults import Faults
from ..places import territories
from ..writing.writing_error import WritingError
from . import options
from .asking import Terminal
from .changing import faults_of_check, writing
from .command_error import FAULT, USAGE, CommandError
from .directory_questions import Questions, Taken, everything
from .directory_telling import Telling, name_of, places_named
from .invocation import Invocation
from .parser import Command, option


@click.command("annuaire", cls=Command)
@click.argument("files", nargs=-1, required=True, type=options.ExistingFile(), metavar="FICHIER...")
@option("--departement", "named", metavar="71,34", purpose="departments")
@option("--tout", "take_all", is_flag=True, purpose="take_all")
@option("--essai", "only_try", is_flag=True, purpose="only_try")
@options.lang
@click.pass_obj
def command(
    invocation: Invocation, *, files: tuple[Path, ...], named: str | None, take_all: bool, only_try: bool
) -> int:
    """What the command line asks."""
    if take_all and only_try:
        raise CommandError("options.not_together", USAGE, name="--tout", other="--essai")
    terminal = Terminal(invocation.voice)
    if not (take_all or only_try):
        terminal.refuse_nobody("--tout")
    with writing(invocation.voice):
        return _Importing(invocation, terminal).run(files, named, take_all=take_all, only_try=only_try)


class _Importing:
    """One call of the command."""

    def __init__(self, invocation: Invocation, terminal: Terminal) -> None:
        self._invocation, self._terminal, self._voice = invocation, terminal, invocation.voice
        self._content = invocation.folders.content.resolve()
        self._today = invocation.today()
        read = read_settings(self._content, Faults())
        self._settings = read.settings if read else None
        default = int(Settings.model_fields["review_months"].default)
        self._months = self._settings.review_months if self._settings else default
        self._telling = Telling(terminal, self._content)
        self._refused = 0
        self._written = 0

    def run(self, files: tuple[Path, ...], named: str | None, *, take_all: bool, only_try: bool) -> int:
        """Read, propose, ask, write. Returns the exit status."""
        library = self._library()
        asked = self._asked(named)
        _refuse_unsound(library, asked)
        records, tally = self._read(files, asked)
        proposals = propose(records, tally.towns, library, self._content, asked)
        if tally.damaged:  # what is missing may only be in the part that cannot be read
            proposals.gone = []
        if take_all or only_try:
            self._telling.all(proposals)
        if take_all:
            self._write_all(proposals, library)
        elif not only_try:
            self._ask(proposals, library)
        self._telling.only_told(proposals)
        self._telling.left_out(tally)
        if self._written and tally.date:
            producers = ", ".join(sorted({record.producer for record in records}))
            names = ", ".join(file.name for file in files)
            self._voice.say("directory.credit", producer=producers, file=names, day=tally.date)
        return self._end(proposals, only_try=only_try)

    def _library(self) -> Library:
        library = load(self._content, Faults())
        if FOLDER not in library.documents:
            raise CommandError("directory.no_places", FAULT)
        return library

    def _asked(self, named: str | None) -> tuple[str, ...]:
        """The slugs of the départements: named now, named in the settings, or those that have counters.

        Raises CommandError where nobody says which, or one is none.
        """
        if named is None and self._settings:
            named = ",".join(self._settings.directory.territories) or None
        if named is not None:
            return self._slugs(named)
        folders = self._content / SOURCE.tag / FOLDER
        if known := tuple(slug for slug in territories() if (folders / slug / COUNTERS).is_dir()):
            return known
        if not self._terminal.is_there:
            raise CommandError("directory.no_departments", USAGE)
        while True:
            self._terminal.say("directory.which_departments")
            try:
                return self._slugs(self._terminal.ask())
            except CommandError as error:
                self._terminal.wrong(self._voice.sentence(error.code, **error.values))

    @staticmethod
    def _slugs(text: str) -> tuple[str, ...]:
        found = []
        for each in text.split(","):
            slug = territory_named(each)
            if slug is None:
                raise CommandError("asking.no_department", USAGE, value=each.strip())
            found.append(slug)
        return tuple(dict.fromkeys(found))

    def _read(self, files: tuple[Path, ...], asked: tuple[str, ...]) -> tuple[list[Record], Tally]:
        """All records of these départements. Raises CommandError where a file is none of a directory."""
        tally, records = Tally(), list[Record]()
        for file in files:
            self._voice.say("directory.reading", file=file)
        try:
            records += read(files, asked, tally)
        except ReadingError as error:
            reason = error.reason.partition("\n")[0]
            raise CommandError(f"directory.{error.code}", FAULT, file=error.file, reason=reason) from error
        count = sum(tally.taken.values())
        self._voice.say("directory.read", seen=tally.seen, count=count, places=places_named(asked))
        if tally.date:
            self._voice.say("directory.newest", day=tally.date)
        if not records:
            self._voice.say("directory.nothing_there", places=places_named(asked))
        return records, tally

    def _write_all(self, proposals: Proposals, library: Library) -> None:
        taken = everything(proposals)
        self._write(taken, library)
        for change, difference in taken.kept:
            name, label = name_of(change.document), label_of(difference.key)
            self._voice.say("directory.kept", name=name, file=self._telling.file(change.document), label=label)

    def _ask(self, proposals: Proposals, library: Library) -> None:
        questions = Questions(self._terminal, self._telling)
        questions.settle(proposals)
        self._telling.new(proposals.new)
        # Written before the rest is asked, so that whoever stops later keeps it.
        self._write(questions.new_ones(proposals), library)
        self._write(questions.differences(proposals), library)

    def _write(self, taken: Taken, library: Library) -> None:
        """Write what is taken, but what the check would refuse. Raises WritingError where nothing can be written."""
        content, today, months = self._content, self._today, self._months
        new = new_pieces(taken.new, library, content, today, months)
        days = self._changed([(change, frozenset()) for change in taken.renewed])
        facts = self._changed(taken.changed)
        towns = town_pieces(taken.towns, content)
        result = tried((*new, *days, *facts, *towns), content, lambda plan: faults_of_check(plan, self._invocation))
        if result.others:
            self._voice.faults(result.others, everything=False)
            raise WritingError("directory.other_faults")
        result.plan.apply()
        self._tell_written(result, new, days, facts, towns)

    def _changed(self, changes: list[tuple[Changed, frozenset[str]]]) -> list[Piece]:
        """Files in which something is taken. One whose header cannot be written anew is named and left as it is."""
        pieces = []
        for change, keys in changes:
            try:
                pieces.append(changed_piece(change, keys, self._today, self._months))
            except WritingError as error:
                self._voice.faults(error.faults, everything=True)
                self._voice.fail(error.code, **error.values)
                self._refused += 1
        return pieces

    def _tell_written(
        self, result: Tried, new: list[Piece], days: list[Piece], facts: list[Piece], towns: list[Piece]
    ) -> None:
        for code, some in (("lighter", result.lighter), ("refused", result.refused)):
            for piece, faults in some:
                for fault in faults:
                    self._voice.fail(f"directory.{code}", name=piece.name, what=fault.sentence(self._voice.tongue))
        self._refused += len(result.refused)
        self._written += len(result.plan.changes)
        done = {piece.file for piece in result.pieces}
        if made := [piece for piece in new if piece.file in done]:
            folders = sorted({self._name(piece.file.parent) for piece in made})
            self._voice.say("directory.written_new", count=len(made), folders=", ".join(folders))
        for piece in facts:
            if piece.file in done:
                code = "written" if piece.count else "written_identifier"
                self._voice.say(f"directory.{code}", file=self._name(piece.file), count=piece.count)
        if noted := [piece for piece in days if piece.file in done]:
            self._voice.say("directory.written_days", count=len(noted))
        for piece in towns:
            if piece.file in done:
                self._voice.say("asking.written", file=self._name(piece.file))

    def _name(self, file: Path) -> str:
        return str(file.relative_to(self._content.parent))

    def _end(self, proposals: Proposals, *, only_try: bool) -> int:
        """Say how it ended. Returns the exit status."""
        if proposals.is_empty:
            self._voice.say("directory.up_to_date", count=proposals.confirmed)
            return 0
        if only_try:
            self._voice.say("directory.only_tried")
            return FAULT
        self._voice.say("directory.see_it" if self._written else "directory.nothing_taken")
        if self._refused:
            self._voice.fail("directory.some_refused", count=self._refused)
        return FAULT if self._refused else 0


def _refuse_unsound(library: Library, asked: Iterable[str]) -> None:
    """Raises WritingError where a file of these départements cannot be read: a record might be its own."""
    for territory in asked:
        for document in library.unsound.values():
            if document.territory == territory:
                raise WritingError("writing.unsound", file=document.file)
