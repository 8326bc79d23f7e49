"""What the page *Changements* knows from one press to the next, as long as the editor is open."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from .errors import SendingError
from .keeper import Keeper
from .receiving import Conflict


@dataclass(frozen=True)
class Outcome:
    """What came of the last press. sentences: what is said. is_fault: whether something was not done.

    page: an address to look at, empty for none.
    """

    sentences: tuple[str, ...]
    is_fault: bool = False
    page: str = ""


@dataclass
class Session:
    """One editor at work. sentence: as somebody typed it, until it was sent. conflicts: where a choice is missing."""

    keeper: Keeper = field(default_factory=Keeper)
    outcome: Outcome | None = None
    sentence: str = ""
    conflicts: tuple[Conflict, ...] = ()
    _at_work: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One press at a time. Raises SendingError where another one is not done yet."""
        if not self._at_work.acquire(blocking=False):
            raise SendingError("busy")
        try:
            yield
        finally:
            self._at_work.release()

    def take_outcome(self) -> Outcome | None:
        """What came of the last press, told once."""
        outcome, self.outcome = self.outcome, None
        return outcome
