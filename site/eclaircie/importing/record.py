"""One counter as a public directory has it, in our own words: what is read of it, and what was not understood."""

import datetime
from collections import Counter
from dataclasses import dataclass, field
from typing import ClassVar, Literal, NamedTuple

SourceName = Literal["service-public", "data-inclusion"]
"""The directory of the State (« base de données locales », DILA), or data·inclusion."""


Why = Literal[
    "every_commune",
    "no_counter",
    "within_court",
    "other_justice",
    "prison",
    "other_matter",
    "no_help",
    "unknown_kind",
    "other_theme",
    "shelter",
    "support_group",
    "those_who_harm",
    "hospital_without_umj",
    "not_published",
    "no_place",
    "no_way",
    "professionals_only",
    "elsewhere",
    "mobile",
    "person",
    "personal_email",
    "fax",
    "not_for_public",
    "national_number",
    "paid_number",
    "odd_number",
    "other_number",
    "switchboard",
    "odd_email",
    "other_email",
    "not_https",
    "odd_address",
    "in_shelter",
    "not_received_there",
    "moves_about",
    "post_box",
    "odd_position",
    "on_demand",
    "odd_value",
    "odd_hours",
    "no_record",
    "no_json",
    "no_row",
    "no_directory",
    "bad_field",
]
"""Why something was not taken. What each says stands in the table `importing` of the messages, as `unread_mobile`."""


class Unread(NamedTuple):
    """What was not taken of a record.

    field: by the directory's own name. value: as it stands there, empty where it may not be kept (a person's name, a
    mobile).
    """

    field: str
    value: str
    why: Why


@dataclass(frozen=True)
class Record:
    """One counter of a directory. Texts are as our headers have them; None or an empty tuple where nothing is known.

    identifier: as the directory has it, without the directory's name: see `key`. former: identifiers that it had.
    producer: who answers for the record: `Service-Public.fr (DILA)`, or the producer that data·inclusion names.
    kind: the directory's own name of what it is, `commissariat_police`; that of a service of data·inclusion is its type.
    type: ours, a key of `STRUCTURE_TYPES`. offers, audience, access, cost, languages: keys of our choices.
    territory: slug of the département, `71`. commune: INSEE code of the commune of today, arrondissements as their city.
    town: the name of that commune as places have it, for the name of the file.
    number, email, website, street_address: right values of our headers; the address is one line.
    hours: rows as a header has them, `{"jours": "lundi-vendredi", "de": "09:00", "a": "17:00"}`. hours_note: what the
    directory says of the hours that no row says, as it says it; then `hours` holds only what is true every week.
    position: latitude and longitude, at most 3 decimals. communes, intercommunalities: INSEE codes and SIREN numbers of those
    that are served, where it is less than the département.
    address: https address of the record's own page. date: the day of its last change.
    """

    identifier: str
    source: SourceName
    producer: str
    kind: str
    type: str
    name: str
    territory: str
    commune: str
    town: str
    address: str
    date: datetime.date | None = None
    offers: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    number: str | None = None
    email: str | None = None
    website: str | None = None
    hours: tuple[dict[str, str], ...] = ()
    hours_note: str = ""
    street_address: str | None = None
    position: tuple[float, float] | None = None
    access: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    cost: str | None = None
    no_appointment: bool | None = None
    communes: tuple[str, ...] = ()
    intercommunalities: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def key(self) -> str:
        """The identifier with its directory, as the header's `annuaire` has it: `service-public:<uuid>`."""
        return f"{self.source}:{self.identifier}"

    @property
    def former_keys(self) -> tuple[str, ...]:
        """Those that the record had before, as `key` writes them."""
        return tuple(f"{self.source}:{identifier}" for identifier in self.former)


class Broken(NamedTuple):
    """A record that cannot be read. position: its place in the file, from 1. detail: what is odd."""

    position: int
    why: Why
    detail: str = ""


@dataclass
class Tally:
    """What was seen in files, and what became of it. Nothing is left out without being counted here.

    seen: all records. elsewhere: those of other départements. taken: records given, by the directory's kind.
    left: records left out, by kind and reason. unknown_kinds: kinds that no table knows, by name.
    dropped: facts of taken records that were left out, by field and reason. unknown_fields: fields that the public
    description does not have. broken: records that cannot be read; more of them than are kept are counted too.
    structures: structures of data·inclusion, which are part of other records. passed_over: texts in archives that hold no
    records. damaged: files that end too early or are broken, with what is wrong: then records may be missing.
    towns: where town halls stand, by INSEE code: latitude and longitude, for nearness.
    date: the day of the latest change of any record seen.
    """

    seen: int = 0
    elsewhere: int = 0
    taken: Counter[str] = field(default_factory=Counter)
    left: Counter[tuple[str, Why]] = field(default_factory=Counter)
    unknown_kinds: Counter[str] = field(default_factory=Counter)
    dropped: Counter[tuple[str, Why]] = field(default_factory=Counter)
    unknown_fields: Counter[str] = field(default_factory=Counter)
    broken: list[Broken] = field(default_factory=list)
    broken_count: int = 0
    structures: int = 0
    passed_over: list[str] = field(default_factory=list)
    damaged: list[tuple[str, str]] = field(default_factory=list)
    towns: dict[str, tuple[float, float]] = field(default_factory=dict)
    date: datetime.date | None = None

    MOST_BROKEN: ClassVar[int] = 20
    """How many broken records are kept to be named: a file cut short or in another format would have thousands."""

    def note_broken(self, broken: Broken) -> None:
        """Count a record that cannot be read, and keep where it is."""
        self.broken_count += 1
        if len(self.broken) < self.MOST_BROKEN:
            self.broken.append(broken)

    def note_taken(self, record: Record) -> None:
        """Count a record that is given, and what was left out of it."""
        self.taken[record.kind] += 1
        self.dropped.update((each.field, each.why) for each in record.unread)
