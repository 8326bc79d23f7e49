"""Finds all there is to do in a site: what a check remarks, what is due within some days, what is to be translated."""

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..content.base import Fiche
from ..content.counters import Counter
from ..content.document import Document
from ..content.labels import label_of
from ..content.local import News
from ..content.review import reminder_day, review_day
from ..content.translation import progress
from ..kept.store import Store
from ..messages.faults import Fault
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from ..pages.site import Site
from ..places import territories
from ..writing.translating import french_before
from .days import in_words
from .directory_news import DirectoryNews, Reading, news_of
from .new_remarks import News as NewRemarks
from .new_remarks import new_remarks
from .words_to_translate import Former, words_of, words_to_translate
from .work_list import KINDS, STEPS, Task, Translated, WorkList

KIND_OF_REMARK: Mapping[str, str] = {
    "old": "overdue",
    "due": "due",
    "past": "over",
    "stale": "behind",
    "stale_parts": "behind",
    "to_verify": "to_verify",
    "review_over": "unreviewed",
    "much_shorter": "lost",
    "fewer_paragraphs": "lost",
    "to_review": "to_review",
    "untried": "untried",
    "telling_address": "settings",
    "default": "settings",
}
"""Where each remark of a check belongs."""

_BY_THEMSELVES = frozenset({"overdue", "due", "over", "newer", "gone", "behind", "settings"})
"""What is never called new: time brings it, a directory, a change of the French, or nobody has filled it in yet."""


def work_of_project(
    site: Site,
    content: Path,
    build: Path,
    kept: Store | None = None,
    *,
    days: int = STEPS[-1],
    tongue: Tongue = "fr",
    directories: Reading | None = None,
) -> WorkList:
    """All there is to do in a site that is sound, with what git and the last build know of it.

    content, build, kept: as for `new_remarks`. days: how far ahead facts are looked for. directories: what was read of
    newer files of public directories.
    """
    news = new_remarks(site.remarks.remarks, content, build, site.today, kept)
    former = partial(french_before, content=content)
    told = news_of(directories, site.library) if directories else None
    return work_list(site, content.parent, news, days=days, former=former, tongue=tongue, told=told)


def work_list(
    site: Site,
    root: Path,
    news: NewRemarks | None = None,
    *,
    days: int = STEPS[-1],
    former: Former | None = None,
    tongue: Tongue = "fr",
    told: DirectoryNews | None = None,
) -> WorkList:
    """All there is to do in a site that is sound.

    root: the folder of the project, from which files are named. news: what is new since it was published last; None
    where nobody can tell. days: how far ahead facts are looked for. former: the French texts of before, to count the
    words that changed; without it, those of the whole page are counted. told: what public directories say.
    """
    maker = _Maker(site, root, frozenset(news.remarks if news else ()), days, former, tongue)
    tasks = [*maker.facts(), *maker.doubts(), *maker.counters(), *maker.translations(), *maker.remarks()]
    tasks += maker.told_by_directories(told) if told else ()
    order = {kind: at for at, kind in enumerate(KINDS)}
    last = datetime.date.max
    tasks.sort(key=lambda task: (order[task.kind], not task.is_new, task.day or last, task.file, task.line))
    return WorkList(site.today, days, tuple(tasks), tuple(_translated(site)), news.commit if news else None)


def _translated(site: Site) -> Iterator[Translated]:
    library = site.library
    total = sum(document.is_written and document.has_words for document in library.documents.values())
    for each in progress(library):
        yield Translated(
            each.language.tag, each.done, total, each.reviewed, len(each.behind), each.language in site.languages
        )


class _Maker:
    """Makes the tasks of a site. Arguments as for `work_list`; new: the remarks that are new."""

    def __init__(
        self, site: Site, root: Path, new: Collection[Fault], days: int, former: Former | None, tongue: Tongue
    ) -> None:
        self._site, self._root, self._new, self._days, self._former = site, root, new, days, former
        self._tongue: Tongue = tongue
        self._of_file = {file: document for document in self._documents for file, _ in document.files()}
        self._remarks: dict[tuple[Path, str], list[Fault]] = {}
        for fault in site.remarks.remarks:
            self._remarks.setdefault((fault.file, KIND_OF_REMARK[fault.code]), []).append(fault)

    @property
    def _documents(self) -> list[Document]:
        return [document for _, document in sorted(self._site.library.documents.items()) if document.is_written]

    def _say(self, code: str, **values: object) -> str:
        return sentence(f"work.{code}", self._tongue, **values)

    def _day(self, day: datetime.date) -> str:
        return in_words(day, self._tongue)

    def _task(self, kind: str, file: Path, line: int, told: tuple[str, ...], **more: object) -> Task:
        document = self._of_file.get(file)
        name = file.relative_to(self._root) if file.is_relative_to(self._root) else file
        faults = self._remarks.get((file, kind), ())
        task = Task(
            kind=kind,
            file=name.as_posix(),
            line=line,
            title=document.entry.title if document else self._say("settings_title"),
            told=told,
            territory=(document.territory or "") if document else "",
            cared_for_by=self._cared_for_by(document) if document else "",
            is_new=kind not in _BY_THEMSELVES and any(fault in self._new for fault in faults),
        )
        return replace(task, **more)  # type: ignore[arg-type]  # the names are those of the class

    def _cared_for_by(self, document: Document) -> str:
        """Who cares for a file: whom it names itself, else whom its section names, home aside."""
        path, documents = document.path, self._site.library.documents
        while path:
            known = documents.get(path)
            if known and known.entry.cared_for_by:
                return known.entry.cared_for_by
            path = path.rpartition("/")[0]
        return document.entry.cared_for_by or ""

    def facts(self) -> Iterator[Task]:
        """The files whose facts are to be compared with their sources, now or within the days."""
        today, months = self._site.today, self._site.settings.review_months
        horizon = today + datetime.timedelta(self._days)
        for document in self._documents:
            entry = document.entry
            last, starts = review_day(entry, months), reminder_day(entry, document.path, months)
            if last is None or starts is None or starts > horizon or isinstance(entry, Counter):
                continue
            line = document.parts.line("verifie_le" if entry.checked_on else "valable_jusqu_au")
            checked = self._say("checked_on", day=self._day(entry.checked_on)) if entry.checked_on else ""
            if last < today:
                told = self._say("too_old", day=self._day(last), checked=checked)
                yield self._task("overdue", document.file, line, (told,), day=last)
            else:
                told = self._say("compare", start=self._day(starts), day=self._day(last), checked=checked)
                yield self._task("due", document.file, line, (told,), day=last, starts=starts)

    def doubts(self) -> Iterator[Task]:
        """The facts of which only an old source, or one alone, is known."""
        for document in self._documents:
            entry = document.entry
            if isinstance(entry, Fiche) and entry.to_confirm and not isinstance(entry, Counter):
                told = self._say("doubtful", keys=", ".join(entry.to_confirm))
                yield self._task("to_confirm", document.file, document.parts.line("a_confirmer"), (told,))

    def counters(self) -> Iterator[Task]:
        """The counters of each département whose record is old or in doubt: for all of them, the directory is read again."""
        for slug in territories():
            found = self._site.library.local(slug, Counter)
            old = [d for d, entry in found if entry.to_confirm or self._site.listing.age(d)["old"]]
            if old:
                told = self._say("old_counters", count=len(old), of=len(found))
                name = territories()[slug].name
                yield self._task(
                    "to_confirm", old[0].file.parent, 1, (told,), title=self._say("counters", name=name), territory=slug
                )

    def told_by_directories(self, news: DirectoryNews) -> Iterator[Task]:
        """The files of which a public directory has something newer, and those that it has not any more."""
        none = sentence("directory.no_day", self._tongue)
        for each in news.newer:
            here = self._day(each.here) if each.here else none
            days = self._say("directory_days", there=self._day(each.there), here=here, identifier=each.identifier)
            keys = ", ".join(map(label_of, each.keys))
            differs = self._say("differs", keys=keys) if keys else self._say("differs_not")
            line = each.document.parts.line("annuaire")
            yield self._task("newer", each.document.file, line, (f"{days} {differs}",), day=each.there)
        for document in news.gone:
            told = self._say("not_there", identifier=str(document.facts.get("annuaire")))
            yield self._task("gone", document.file, document.parts.line("annuaire"), (told,))

    def translations(self) -> Iterator[Task]:
        """The translations that are behind, and those that nobody reviewed, each with its words."""
        for each in progress(self._site.library):
            for own in each.behind:
                words = words_to_translate(self._of_file[own.file], own, self._former)
                told = (self._say("to_translate", count=words), *self._told("behind", own.file))
                line = own.parts.line("traduit_de")
                yield self._task("behind", own.file, line, told, words=words, language=each.language.tag)
            for own in each.unreviewed:
                words = words_of(self._of_file[own.file])
                told = (self._say("to_read", count=words), *self._told("unreviewed", own.file))
                yield self._task("unreviewed", own.file, 1, told, words=words, language=each.language.tag)

    def _told(self, kind: str, file: Path) -> Iterator[str]:
        for fault in self._remarks.get((file, kind), ()):
            yield fault.sentence(self._tongue)

    def remarks(self) -> Iterator[Task]:
        """All other remarks, those of a kind in a file as one task."""
        for (file, kind), faults in self._remarks.items():
            if kind in ("overdue", "due", "behind", "unreviewed"):
                continue
            entry = self._of_file[file].entry if file in self._of_file else None
            day = entry.last_day if isinstance(entry, News) else None
            yield self._task(kind, file, faults[0].line, tuple(self._sentences(kind, faults)), day=day)

    def _sentences(self, kind: str, faults: list[Fault]) -> Iterator[str]:
        """What the remarks of a file say, without what the title of their group says already."""
        for fault in faults:
            if kind == "to_verify":
                yield str(dict(fault.values)["value"])
            elif kind not in ("to_review", "untried"):
                yield fault.sentence(self._tongue)
