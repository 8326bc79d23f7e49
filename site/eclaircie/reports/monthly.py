"""The monthly list as the text of one issue at the host of the code: what presses first, and what others' pages answered."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from .days import in_words
from .forge_links import Link
from .outside import SOUND, Found
from .outside_text import in_words as became
from .plain_markdown import element, plain
from .work_list import PRESSING, Group, Task, WorkList
from .work_text import count_of, title_of

MARKER = "<!-- eclaircie:monthly -->"
"""The first line of the text, which nobody sees: by it the next month finds the issue that it brings up to date."""

_STATE = re.compile(r"<!-- eclaircie:state (\{.*\}) -->")

LONGEST = 60_000
"""Bytes of the text. GitHub takes 65,536 characters."""

_LISTED = 20
_LISTED_OF_OTHERS = 3
"""So many tasks are named of a group that presses, and of another one."""

_LONGEST_SENTENCE = 300  # signs


@dataclass(frozen=True)
class Memory:
    """What one month leaves to the next, in a line of the text that nobody sees.

    day: that of the list. silent: the pages that did not answer, which is told only if they do not the next time either.
    """

    day: str = ""
    silent: frozenset[str] = frozenset()

    @classmethod
    def of_text(cls, text: str) -> "Memory":
        """That of a former text; an empty one where it has none that can be read."""
        found = _STATE.search(text)
        try:
            data = json.loads(found[1]) if found else {}
            return cls(str(data.get("day", "")), frozenset(map(str, data.get("silent", ()))))
        except (ValueError, TypeError):
            return cls()

    def line(self) -> str:
        """As it stands in a text: without the signs that end a remark, or mean something in one."""
        data = json.dumps({"day": self.day, "silent": sorted(self.silent)})
        safe = re.sub("[-<>&]", lambda sign: f"\\u{ord(sign[0]):04x}", data)
        return f"<!-- eclaircie:state {safe} -->"


@dataclass(frozen=True)
class Outside:
    """What became of the exits and of the sources."""

    exits: tuple[Found, ...]
    sources: tuple[Found, ...]

    def silent(self) -> frozenset[str]:
        """The pages that did not answer."""
        return frozenset(found.address for found in (*self.exits, *self.sources) if found.state == "silent")

    def told(self, former: Memory) -> "Outside":
        """Those of which something is to be told: of what does not answer, only what did not the last time either."""

        def is_told(found: Found) -> bool:
            return found.state not in SOUND and (found.state != "silent" or found.address in former.silent)

        return Outside(tuple(filter(is_told, self.exits)), tuple(filter(is_told, self.sources)))

    def of(self, *states: Literal["moved", "gone", "silent", "person"]) -> tuple[Found, ...]:
        """The sources of some states, by address."""
        return tuple(sorted((f for f in self.sources if f.state in states), key=lambda f: (f.state, f.address)))


@dataclass(frozen=True)
class Monthly:
    """The list of a month. text: of the issue. counts: in a few words, for the line that tells of it. is_done: whether
    nothing presses."""

    text: str
    counts: str
    is_done: bool


def monthly(work: WorkList, outside: Outside | None, former: Memory, link: Link, tongue: Tongue = "fr") -> Monthly:
    """The list of a month. outside: what became of others' pages; None where nobody asked. former: what the last one left."""
    told = outside.told(former) if outside else Outside((), ())
    writer = _Writer(tongue, link)
    pressing = [group for group in work.groups if group.kind in PRESSING and not group.since]
    troubles = (*told.exits, *told.of("moved", "gone", "silent"))
    is_done = not pressing and not troubles
    memory = Memory(work.today.isoformat(), outside.silent() if outside else former.silent)
    head = [MARKER, memory.line(), *writer.begin(work.today, is_done)]
    body = [*writer.groups("pressing", pressing, _LISTED), *writer.outside(outside, told)]
    body += writer.groups("open", [group for group in work.groups if group not in pressing], _LISTED_OF_OTHERS)
    tail = [writer.paragraph("updated")]
    counts = [f"{title_of(group, tongue)} : {len(group.tasks)}" for group in pressing]
    if troubles:
        counts.append(f"{sentence('outside.sources', tongue)} : {len(troubles)}")
    return Monthly(_fitting(head, body, tail), " · ".join(counts), is_done)


def _fitting(head: list[str], body: list[str], tail: list[str]) -> str:
    """The blocks as a text, those at the end left out where there is no room."""
    room = LONGEST - sum(len(block.encode()) + 2 for block in (*head, *tail))
    kept: list[str] = []
    for block in body:
        room -= len(block.encode()) + 2
        if room < 0:
            break
        kept.append(block)
    return "\n\n".join([*head, *kept, *tail]) + "\n"


@dataclass(frozen=True)
class _Writer:
    """Writes the blocks of the text, each of them one line of HTML: in these nobody's words become Markdown."""

    tongue: Tongue
    link: Link

    def say(self, code: str, **values: object) -> str:
        """A sentence, as HTML."""
        return plain(sentence(f"outside.{code}", self.tongue, **values))

    def paragraph(self, code: str) -> str:
        """A sentence, as a block."""
        return element("p", self.say(code))

    def begin(self, today: datetime.date, is_done: bool) -> Iterator[str]:
        """The day, and whether all is done."""
        yield element("p", plain(sentence("work.made_on", self.tongue, day=in_words(today, self.tongue))))
        if is_done:
            yield element("p", element("b", self.say("done")))

    def groups(self, code: str, groups: list[Group], listed: int) -> Iterator[str]:
        """Groups of tasks, below a heading."""
        if groups:
            yield element("h3", self.say(code))
        for group in groups:
            title = f"{title_of(group, self.tongue)} ({count_of(group, self.tongue)})"
            items = [self._task(task) for task in group.tasks[:listed]]
            if (more := len(group.tasks) - listed) > 0:
                items.append(plain(sentence("work.and_more", self.tongue, count=more)))
            yield element("p", element("b", plain(title))) + _list(items)

    def _task(self, task: Task) -> str:
        told = f"<br>{plain(task.told[0][:_LONGEST_SENTENCE])}" if task.told else ""
        who = f" · {plain(task.cared_for_by)}" if task.cared_for_by else ""
        return f"{plain(task.title[:_LONGEST_SENTENCE])} {self._file(task.file)}{who}{told}"

    def _file(self, name: str) -> str:
        shown = element("code", plain(name))
        address = self.link(name)
        return element("a", shown, href=address) if address else shown

    def outside(self, asked: Outside | None, told: Outside) -> Iterator[str]:
        """What became of others' pages."""
        if asked is None:
            yield self.paragraph("not_asked")
            return
        yield element("h3", self.say("exits"))
        yield _list(map(self._found, told.exits)) if told.exits else self.paragraph("exits_sound")
        troubles, persons = told.of("moved", "gone", "silent"), told.of("person")
        if troubles or persons:
            yield element("h3", self.say("sources"))
        if troubles:
            yield self._founds(troubles, _LISTED * 2)
        if persons:
            summary = element("summary", self.say("by_person", count=len(persons)))
            yield element("details", summary, self._founds(persons, _LISTED))

    def _founds(self, found: tuple[Found, ...], listed: int) -> str:
        items = [self._found(each) for each in found[:listed]]
        if (more := len(found) - listed) > 0:
            items.append(plain(sentence("work.and_more", self.tongue, count=more)))
        return _list(items)

    def _found(self, found: Found) -> str:
        address = element("a", plain(found.address), href=found.address, rel="nofollow noreferrer")
        files = ", ".join(element("code", plain(name)) for name in found.files[:3])
        return f"{address}<br>{plain(became(found, self.tongue)[:_LONGEST_SENTENCE])} {files}"


def _list(items: Iterable[str]) -> str:
    return element("ul", *(element("li", item) for item in items))
