"""What is said to the person at the terminal, in their language."""

import sys
from dataclasses import dataclass

from ..messages.command_lines import freeze_command
from ..messages.faults import Fault, shortened
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from ..project import PROJECT_ROOT


@dataclass(frozen=True)
class Voice:
    """Speaks to one person. tongue: their language. quiet: whether only what is wrong is said."""

    tongue: Tongue = "fr"
    quiet: bool = False

    def sentence(self, code: str, **values: object) -> str:
        """A sentence in the person's language; arguments as for `eclaircie.messages.sentences.sentence`."""
        return sentence(code, self.tongue, **values)

    def say(self, code: str, **values: object) -> None:
        """Say something, unless asked to be quiet."""
        if not self.quiet:
            print(self.sentence(code, **values), flush=True)

    def fail(self, code: str, **values: object) -> None:
        """Say what went wrong."""
        print(self.sentence(code, **values), file=sys.stderr, flush=True)

    def beside(self, code: str, **values: object) -> None:
        """Say something beside the output of a command, which may go into a file."""
        self.fail(code, **values)

    def fault(self, fault: Fault) -> None:
        """Say where a fault is, what it is and how to mend it.

        On one line, for a host of code takes a line that begins with `::` for a command, and what is quoted is anybody's.
        """
        print(" ".join(fault.told(PROJECT_ROOT, self.tongue).splitlines()), file=sys.stderr)

    def faults(self, faults: list[Fault], *, everything: bool) -> None:
        """Say faults in their order: of each kind so many as can be read, and how many more there are."""
        some, more = (faults, []) if everything else shortened(faults)
        for fault in some:
            self.fault(fault)
        for fault, count in more:
            self.fail("building.more", count=count, kind=fault.kind(self.tongue))
        if more:
            self.fail("building.show_all", check=freeze_command("--check"))

    def progress(self, done: int, total: int, _address: str) -> None:
        """Show how far the build is: on one line in a terminal, now and then elsewhere."""
        if self.quiet:
            return
        if sys.stdout.isatty():
            end = "\n" if done == total else ""
            print("\r" + self.sentence("building.freezing", done=done, total=total), end=end, flush=True)
        elif done == total or done % 100 == 0:
            self.say("building.freezing", done=done, total=total)
