"""What there is to do in the content, for those who coordinate: one list, which a terminal, a page and a program show."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..places import territories

KINDS = (
    *("overdue", "due", "over", "newer", "gone", "behind", "to_confirm", "to_verify", "unreviewed"),
    *("lost", "to_review", "untried", "settings"),
)
"""What sorts of work there are, in the order in which they are shown: first what a day or a change has made wrong."""

PRESSING = frozenset({"overdue", "due", "over", "newer", "gone", "behind"})
"""Those that time, a public directory or a change of the French brings, and that somebody can bring to an end. The others are questions that
stay open until the answer is found."""

STEPS = (30, 60, 90)
"""In how many days facts are due, by which they are put together."""


@dataclass(frozen=True)
class Task:
    """What there is to do in one file.

    kind: one of KINDS. file: its path from the folder of the project, parted by slashes; line: where to look.
    title: of the page, in French. told: what there is to do, in sentences. day: until when, or since when it is over.
    starts: the day on which its turn comes, for facts that are due. words: to be translated, or read. language: the tag
    of that of the words. territory: its slug, or nothing. cared_for_by: initials or a service, or nothing.
    is_new: whether what was published last did not have it yet.
    """

    kind: str
    file: str
    line: int
    title: str
    told: tuple[str, ...] = ()
    day: datetime.date | None = None
    starts: datetime.date | None = None
    words: int = 0
    language: str = ""
    territory: str = ""
    cared_for_by: str = ""
    is_new: bool = False


@dataclass(frozen=True)
class Group:
    """Tasks that are shown together. since, until: in how many days they are due, where they are; else 0."""

    kind: str
    tasks: tuple[Task, ...]
    since: int = 0
    until: int = 0

    @property
    def name(self) -> str:
        """A name for an address: `due-30`, `to_verify`."""
        return f"{self.kind}-{self.until}" if self.until else self.kind

    @property
    def words(self) -> int:
        """How many words they have in all."""
        return sum(task.words for task in self.tasks)


@dataclass(frozen=True)
class Translated:
    """How far one language is. total: all files in French. is_published: whether the settings accept it."""

    tag: str
    done: int
    total: int
    reviewed: int
    behind: int
    is_published: bool = True

    @property
    def sentence(self) -> str:
        """The code of what is said of it, in the table `work`."""
        return "translation" if self.is_published else "unpublished"


@dataclass(frozen=True)
class WorkList:
    """All there is to do. today: the day it was made. days: how far ahead it looks. since: the commit, in short, which
    was published last; None where nobody can tell what is new."""

    today: datetime.date
    days: int
    tasks: tuple[Task, ...]
    translated: tuple[Translated, ...] = ()
    since: str | None = None

    @property
    def groups(self) -> list[Group]:
        """The tasks by kind; facts that are due by the time that is left."""
        found: list[Group] = []
        for kind in KINDS:
            tasks = tuple(task for task in self.tasks if task.kind == kind)
            found += self._by_steps(tasks) if kind == "due" else [Group(kind, tasks)]
        return [group for group in found if group.tasks]

    def _by_steps(self, tasks: tuple[Task, ...]) -> Iterator[Group]:
        since = 0
        for until in (*(step for step in STEPS if step < self.days), self.days):
            first, last = (self.today + datetime.timedelta(days) for days in (since, until))
            some = (t for t in tasks if t.starts and t.starts <= last and (not since or t.starts > first))
            yield Group("due", tuple(some), since, until)
            since = until

    @property
    def people(self) -> Counter[str]:
        """How many tasks each of those has who care for a file, in alphabetical order; last the empty text, for nobody."""
        names = (task.cared_for_by for task in self.tasks)
        return Counter(sorted(names, key=lambda name: (not name, name.casefold(), name)))

    @property
    def places(self) -> Counter[str]:
        """How many tasks each territory has, by its slug, in official order; the empty text for the pages of everywhere."""
        order = {slug: at for at, slug in enumerate(territories(), 1)}
        return Counter(sorted((task.territory for task in self.tasks), key=lambda slug: order.get(slug, 0)))

    def only(
        self, *, territory: str | None = None, cared_for_by: str | None = None, is_new: bool = False
    ) -> "WorkList":
        """The same with the tasks of one territory, or of one person or service, or with the new ones, alone."""
        kept = (
            task
            for task in self.tasks
            if territory in (None, task.territory)
            and cared_for_by in (None, task.cared_for_by)
            and (task.is_new or not is_new)
        )
        return replace(self, tasks=tuple(kept))
