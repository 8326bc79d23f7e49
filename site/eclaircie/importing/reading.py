"""Files of the directories as records of ours: any shape, one record at a time, and a tally of all that was seen."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from . import data_inclusion, service_public
from .data_inclusion import Services
from .fields import SERVICE_PUBLIC, SERVICES, STRUCTURES
from .reading_error import ReadingError
from .record import Broken, Record, Tally
from .refusals import Refusal
from .shapes import DamagedError, NotADirectoryError, Unreadable, records
from .streams import DAMAGED, members
from .values import Raw, date_in, unknown_keys


def read(files: Iterable[Path], territories: Collection[str], tally: Tally) -> Iterator[Record]:
    """The records of some files that help in some territories. territories: their slugs. tally: what is noted of all.

    Records of the State's directory come as they are read. Those of data·inclusion come last: a service says little without
    its structure, which may stand in another file. Raises ReadingError where a file cannot be opened, or where none of its
    texts is one of a directory; where a file ends too early, `tally.damaged` says so and what stands before is given.
    """
    asked = frozenset(territories)
    reader = _Reader(asked, tally)
    later: list[tuple[Path, str]] = []
    files = list(files)
    for file in files:
        yield from reader.records_of(file, later)
    for file in dict.fromkeys(file for file, _ in later):
        yield from reader.records_of(file, None, only={name for other, name in later if other == file})
    yield from reader.services()


class _Reader:
    """Reads one file after the other."""

    def __init__(self, asked: frozenset[str], tally: Tally) -> None:
        self._asked, self._tally = asked, tally
        self._services = Services(asked)

    def records_of(
        self, file: Path, later: list[tuple[Path, str]] | None, only: Collection[str] = ()
    ) -> Iterator[Record]:
        """The records of a file. later: takes the texts that begin with structures, until all services are known.

        only: the names of the texts to be read; all where there are none.
        """
        is_known = False
        name = file.name
        try:
            for name, stream in members(file):
                if only and name not in only:
                    continue
                try:
                    for number, raw in records(stream):
                        is_known = True
                        if number == 1 and later is not None and _is_of_structures(raw):
                            later.append((file, name))
                            break
                        yield from self._one(number, raw)
                    is_known = True
                except NotADirectoryError:
                    self._tally.passed_over.append(name)
                except DamagedError as error:
                    is_known = True
                    self._tally.damaged.append((file.name, str(error)))
        except ImportError as error:
            raise ReadingError("no_library", file, str(error)) from error
        except DAMAGED as error:
            if not is_known:
                raise ReadingError("damaged", file, str(error)) from error
            self._tally.damaged.append((file.name, str(error)))
        if not is_known:
            raise ReadingError("no_directory", file, name)

    def _one(self, number: int, raw: Raw | Unreadable) -> Iterator[Record]:
        """What one raw record gives."""
        tally = self._tally
        tally.seen += 1
        if isinstance(raw, Unreadable):
            tally.note_broken(Broken(number, raw.why))
            return
        try:
            if service_public.is_one(raw):
                tally.unknown_fields.update(unknown_keys(raw, SERVICE_PUBLIC))
                yield from self._counter(raw)
            elif data_inclusion.is_service(raw):
                tally.unknown_fields.update(unknown_keys(raw, SERVICES))
                self._service(raw)
            elif data_inclusion.is_structure(raw):
                tally.unknown_fields.update(unknown_keys(raw, STRUCTURES))
                tally.structures += 1
                self._services.add_structure(raw)
            else:
                tally.note_broken(Broken(number, "no_directory"))
        except ValueError as error:
            tally.note_broken(Broken(number, "bad_field", str(error)[:80]))

    def _counter(self, raw: Raw) -> Iterator[Record]:
        """A record of the State's directory."""
        tally = self._tally
        territory = service_public.territory_in(raw)
        if (day := date_in(raw, "date_modification")) and (tally.date is None or day > tally.date):
            tally.date = day
        if territory is not None and territory not in self._asked:
            tally.elsewhere += 1
            return
        if (hall := service_public.town_hall(raw)) and territory in self._asked:
            tally.towns.setdefault(*hall)
        yield from self._given(service_public.record_of(raw))

    def _service(self, raw: Raw) -> None:
        """A service of data·inclusion: kept until its structure is known."""
        refusal = self._services.add_service(raw)
        if refusal is not None and refusal.why == "elsewhere":
            self._tally.elsewhere += 1
        elif refusal is not None:
            self._leave(refusal)

    def services(self) -> Iterator[Record]:
        """The records of all services that were kept."""
        for raw, found in self._services.records():
            if isinstance(found, ValueError):
                self._tally.note_broken(Broken(0, "bad_field", str(found)[:80]))
            elif isinstance(found, Record) and found.territory not in self._asked:
                self._tally.elsewhere += 1
            else:
                if (day := date_in(raw, "date_maj")) and (self._tally.date is None or day > self._tally.date):
                    self._tally.date = day
                yield from self._given(found)

    def _given(self, found: Record | Refusal) -> Iterator[Record]:
        if isinstance(found, Refusal):
            self._leave(found)
        elif found.territory in self._asked:
            self._tally.note_taken(found)
            yield found
        else:
            self._tally.elsewhere += 1

    def _leave(self, refusal: Refusal) -> None:
        if refusal.why == "unknown_kind":
            self._tally.unknown_kinds[refusal.kind[:60] or "?"] += 1
        else:
            self._tally.left[refusal.kind, refusal.why] += 1


def _is_of_structures(first: Raw | Unreadable) -> bool:
    """Whether a text holds structures, by its first record."""
    return not isinstance(first, Unreadable) and data_inclusion.is_structure(first)
