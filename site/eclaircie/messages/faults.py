"""What is wrong with a file, said to the person who wrote it: where, what, and how to mend it.

The code that finds a fault only names it; its sentences stand in `tables/faults/`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from .sentences import SENTENCES, sentence
from .signs import shown
from .tables.faults import REMARKS
from .tongues import Tongue

SETTINGS_FILE = "site.yaml"

SHOWN = 10
"""How many faults of a kind are shown; one mistake can have hundreds of the same, and would be lost among them."""

CAUSES = frozenset(
    {"no_folder", "empty_folder", "no_home", "renamed", "path_not_plain", "not_markdown", "copy_of_file"}
)
"""The faults, besides those of files that cannot be read, from which others follow."""


@dataclass(frozen=True)
class Fault:
    """One fault. code: its name in the tables of faults. file, line: where it is. values: what its sentence names."""

    code: str
    file: Path
    line: int
    values: tuple[tuple[str, Any], ...] = ()

    @property
    def is_remark(self) -> bool:
        """A remark is shown but does not keep the site from being built."""
        return self.code in REMARKS

    def sentence(self, tongue: Tongue = "fr") -> str:
        """The fault and its remedy, in one or two sentences."""
        return sentence(f"faults.{self.code}", tongue, **dict(self.values))

    def kind(self, tongue: Tongue = "fr") -> str:
        """What all faults of this kind have in common: their sentence without its remedy, `…` for what it names."""
        french, english = SENTENCES[f"faults.{self.code}"]
        general = re.sub(r"\{\w+\}", "…", (french if tongue == "fr" else english).replace("{hint}", ""))
        return re.split(r"(?<=[.?!…:]) (?=[A-ZÀ-Ý])", general, maxsplit=1)[0].rstrip(" .:")

    def told(self, root: Path, tongue: Tongue = "fr") -> str:
        """Where it is and its sentence, as a terminal shows them. root: as for `where`."""
        return f"{self.where(root)}  {self.sentence(tongue)}"

    def where(self, root: Path | None = None) -> str:
        """`file:line`, the file relative to `root` where it lies in it."""
        file = self.file
        if root and file.is_relative_to(root):
            file = file.relative_to(root)
        return f"{shown(file)}:{self.line}"


class Faults:
    """The faults found so far; a reader goes on after one, so that a writer sees them all at once.

    They come in the order in which they are best mended: what keeps a French file from being read, for much else may
    follow from it; what is wrong in French files and in the settings; translations; the words of the interface.

    content: the folder of all content, which tells French files from the others.
    unread: the files of which a fault was added because they cannot be read.
    """

    def __init__(self, content: Path | None = None) -> None:
        self._all: dict[Fault, None] = {}
        self.content = content
        self.unread: set[Path] = set()

    def add(self, code: str, file: Path, line: int, **values: Any) -> None:
        """Note a fault; the same one twice counts once."""
        self._all[Fault(code, file, line, tuple(sorted(values.items())))] = None

    def take_back(self, fault: Fault) -> None:
        """Forget a fault, in the place of which another one tells more."""
        self._all.pop(fault, None)

    @property
    def in_order(self) -> list[Fault]:
        """All of them, in the order in which they were noted."""
        return list(self._all)

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._sorted(self._all))

    def _sorted(self, some: Iterable[Fault]) -> list[Fault]:
        groups: dict[Path, int] = {}

        def order(fault: Fault) -> tuple[int, bool, str, int, str]:
            group = groups.get(fault.file)
            if group is None:
                group = groups[fault.file] = self._group(fault.file)
            follows = fault.file not in self.unread and fault.code not in CAUSES
            return group, follows, str(fault.file), fault.line, fault.code

        return sorted(some, key=order)

    def _group(self, file: Path) -> int:
        if not self.content:
            return 0
        within = file.relative_to(self.content).parts if file.is_relative_to(self.content) else ("",)
        return 0 if within[:1] in ((), ("fr",), (SETTINGS_FILE,)) else 1 if within[0] else 2

    def __len__(self) -> int:
        return len(self._all)

    @property
    def errors(self) -> list[Fault]:
        """Those that keep the site from being built."""
        return self._sorted(fault for fault in self._all if not fault.is_remark)

    @property
    def remarks(self) -> list[Fault]:
        """Those that only ask for attention."""
        return self._sorted(fault for fault in self._all if fault.is_remark)


class _OfAKind(Protocol):
    """A fault, or what is made of one."""

    @property
    def code(self) -> str: ...


_Kind = TypeVar("_Kind", bound=_OfAKind)


def shortened(faults: Iterable[_Kind]) -> tuple[list[_Kind], list[tuple[_Kind, int]]]:
    """At most SHOWN faults of each kind, in their order; and for each kind that has more its first, and how many are left."""
    counts: Counter[str] = Counter()
    shown_faults: list[_Kind] = []
    first: dict[str, _Kind] = {}
    for fault in faults:
        counts[fault.code] += 1
        first.setdefault(fault.code, fault)
        if counts[fault.code] <= SHOWN:
            shown_faults.append(fault)
    return shown_faults, [(first[code], count - SHOWN) for code, count in counts.items() if count > SHOWN]
