"""What a check or a build tells of the content: its faults, its remarks, and what is new among them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

from ..checks.translations import REMARKS_OF_BEHIND
from ..loading import ContentError
from ..messages.command_lines import eclaircie_command
from ..messages.faults import Fault, Faults
from ..pages.site import Site
from ..reports.new_remarks import new_remarks
from .annotations import NAMED, OVERDUE, annotations, github, gitlab
from .command_error import FAULT
from .invocation import Folders, Invocation
from .voice import Voice


@dataclass(frozen=True)
class Report:
    """Tells what was found.

    form: "text"; "github" or "gitlab" to tell the host of the code too. file: where GitLab's report goes.
    everything: whether all faults and remarks are shown. strict_age: whether old facts are a failure.
    """

    voice: Voice
    folders: Folders
    form: str
    file: Path
    everything: bool
    strict_age: bool = False

    def faults(self, error: ContentError) -> int:
        """Say what is wrong with the content. Returns the exit status."""
        self.voice.faults(error.faults.errors, everything=self.everything)
        self.voice.fail("building.faults", count=len(error.faults.errors))
        self._annotate(error.faults)
        return FAULT

    def sound(self, site: Site) -> int:
        """Say that the content is sound, what is still to be decided, and which facts are overdue. Returns the exit status."""
        voice = self.voice
        remarks = site.remarks.remarks
        defaults = [fault for fault in remarks if fault.code == "default"]
        voice.say("building.sound", pages=len(site.addresses()))
        if defaults and not voice.quiet:
            voice.say("building.defaults")
            for fault in defaults:
                print(f"  {dict(fault.values)['key']}")
        if len(remarks) > len(defaults):
            voice.say("building.remarks", count=len(remarks) - len(defaults), status=eclaircie_command("status"))
        others = [fault for fault in remarks if fault.code not in (*NAMED, "default")]
        if self.everything:
            voice.faults(others, everything=True)
        else:
            self._tell_news(site, others)
        self.what_changed(site)
        overdue = [fault for fault in remarks if fault.code == OVERDUE] if self.strict_age else []
        for fault in overdue:
            voice.fault(fault)
        if overdue:
            voice.fail("building.overdue", count=len(overdue))
        return 0 if self._annotate(site.remarks) and not overdue else FAULT

    def what_changed(self, site: Site) -> None:
        """Name the facts that became old, the news that are over, the translations that are behind or lost something.

        Where old facts are a failure, these are named with it.
        """
        named = set(NAMED) - ({OVERDUE} if self.strict_age else set())
        if not self.voice.quiet:
            found = [fault for fault in site.remarks.remarks if fault.code in named]
            self.voice.faults(found, everything=self.everything)
        if behind := sum(fault.code in REMARKS_OF_BEHIND for fault in site.remarks.remarks):
            self.voice.say("building.behind", count=behind)

    def _tell_news(self, site: Site, remarks: list[Fault]) -> None:
        """Name the remarks that the content did not have yet when it was last published.

        remarks: without those that every build names, since time or a change of the French brings them.
        """
        if self.voice.quiet or not remarks:
            return
        content = site.remarks.content or self.folders.content
        news = new_remarks(remarks, content, self.folders.build, site.today, self.folders.learnt)
        if news is None:
            self.voice.say("building.news_unknown")
            return
        code = "building.news" if news.remarks else "building.no_news"
        self.voice.say(code, count=len(news.remarks), commit=news.commit)
        self.voice.faults(news.remarks, everything=False)

    def _annotate(self, faults: Faults) -> bool:
        """Tell the host of the code which lines are concerned, if asked. Returns whether that could be done."""
        failing = {OVERDUE} if self.strict_age else frozenset[str]()
        shown = annotations(faults, self.folders.root, self.voice.tongue, failing)
        if self.form == "github":
            titles = (self.voice.sentence("building.to_mend"), self.voice.sentence("building.to_look_at"))
            print(github(shown, titles), end="", flush=True)
        elif self.form == "gitlab":
            try:
                self.file.write_text(gitlab(shown), "utf-8")
            except OSError as error:
                self.voice.fail("building.no_report", reason=error.strerror or str(error))
                return False
        return True


def with_report(command: Callable[..., int]) -> Callable[..., int]:
    """A command that is given a report in the place of the options of `TELLING` and of `--strict-age`."""

    @wraps(command)
    def made(invocation: Invocation, /, *, quiet: bool, **given: Any) -> int:
        invocation = invocation.quietly(quiet)
        told = {name: given.pop(name) for name in ("form", "file", "everything", "strict_age") if name in given}
        return command(invocation, Report(invocation.voice, invocation.folders, **told), **given)

    return made
