"""What somebody is asked of a public directory's proposals, and what is taken where nobody is asked."""

from dataclasses import dataclass, field
from typing import Any

from ..importing.differences import Changed, Difference
from ..importing.proposals import Proposals
from ..importing.record import Record
from .asking import Answer, Terminal
from .directory_telling import Telling, by_kind, kind_named


@dataclass
class Taken:
    """What is taken. keys: of the differences of a file. kept: what a person had to be asked about, and nobody was."""

    new: list[Record] = field(default_factory=list)
    renewed: list[Changed] = field(default_factory=list)
    towns: dict[str, str] = field(default_factory=dict)
    changed: list[tuple[Changed, frozenset[str]]] = field(default_factory=list)
    kept: list[tuple[Changed, Difference]] = field(default_factory=list)


def everything(proposals: Proposals) -> Taken:
    """All of it, but what somebody has checked after the directory, and doubts."""
    taken = Taken(list(proposals.new), list(proposals.renewed), proposals.towns_for(proposals.new))
    for change in proposals.changed:
        keys = frozenset(each.key for each in change.differences if each.by_all)
        taken.kept += [(change, each) for each in change.differences if not each.by_all]
        if keys:
            taken.changed.append((change, keys))
    return taken


class Questions:
    """Asks. certain: by the keys of records, those of which a person has said which file describes them."""

    def __init__(self, terminal: Terminal, telling: Telling) -> None:
        self._terminal, self._telling = terminal, telling
        self._certain: set[str] = set()

    def settle(self, proposals: Proposals) -> None:
        """Ask about each record that a file may describe already."""
        while proposals.doubts:
            doubt = proposals.doubts[0]
            for document in doubt.documents:
                self._telling.doubt(doubt, document)
                if self._yes("same", default="no"):
                    self._certain.add(doubt.record.key)
                    proposals.settle(doubt, document)
                    break
            else:
                proposals.settle(doubt, None)

    def new_ones(self, proposals: Proposals) -> Taken:
        """Ask for what is new and what only gets another day: all of it, or kind by kind."""
        taken = Taken(new=self._new(proposals.new))
        self._telling.kept_up(proposals)
        if proposals.renewed and self._yes("take_renewed", count=len(proposals.renewed)):
            taken.renewed = list(proposals.renewed)
        # Whoever takes counters takes what shows the nearest first.
        if taken.new or taken.renewed or (proposals.towns_for() and self._yes("take_towns")):
            taken.towns = proposals.towns_for(taken.new)
        return taken

    def differences(self, proposals: Proposals) -> Taken:
        """Ask for each fact that differs. What was said before somebody passes the rest counts."""
        taken, goes_on = Taken(), True
        for change in proposals.changed:
            keys = self._said_before(change)
            if goes_on:
                self._telling.change(change)
                more, goes_on = self._keys(change)
                keys |= more
            if keys:
                taken.changed.append((change, keys))
        return taken

    def _said_before(self, change: Changed) -> frozenset[str]:
        """The identifier, where a person has said already that file and record are one."""
        if change.record.key not in self._certain:
            return frozenset()
        return frozenset(each.key for each in change.differences if each.is_identifier)

    def _new(self, records: list[Record]) -> list[Record]:
        if not records:
            return []
        kinds = by_kind(records)
        if self._yes("take_one_new" if len(records) == 1 else "take_new", count=len(records)):
            return records
        taken = list[Record]()
        for kind, some in kinds.items() if len(kinds) > 1 else ():
            answer = self._terminal.choose("directory.take_kind", can_skip=True, kind=kind_named(kind), count=len(some))
            if answer == "skip":
                break
            taken += some if answer == "yes" else []
        return taken

    def _keys(self, change: Changed) -> tuple[frozenset[str], bool]:
        """The differences of a file that are taken, and whether somebody goes on answering."""
        keys = set[str]()
        for difference in change.differences:
            if difference.key in self._said_before(change):
                continue
            code = "take_fact"
            if difference.is_identifier:
                code = "take_identifier" if difference.stands is None else "take_new_identifier"
            else:
                self._telling.difference(difference)
            default: Answer = "yes" if difference.by_all else "no"
            answer = self._terminal.choose(f"directory.{code}", default=default, can_skip=True)
            if answer == "skip":
                return frozenset(keys), False
            if answer == "yes":
                keys.add(difference.key)
        return frozenset(keys), True

    def _yes(self, code: str, default: Answer = "yes", **values: Any) -> bool:
        return self._terminal.choose(f"directory.{code}", default=default, **values) == "yes"
