"""`checked`: files say that their facts were compared with their sources, each shown first."""

import datetime

import click

from ..content.base import Fiche
from ..content.document import Document
from ..content.library import load
from ..messages.faults import Faults
from ..writing.checking import plan_checked, to_check
from ..writing.telling import told_facts
from . import options
from .asking import Terminal
from .changing import writing
from .days import past_day
from .invocation import Invocation
from .parser import Command, option


@click.command("checked", cls=Command)
@click.argument("asked", nargs=-1, required=True, metavar="PAGE...")
@option("--tous", "everything", is_flag=True, purpose="checked_all")
@option("--confirme", "confirmed", is_flag=True, purpose="confirmed")
@option("--le", "day", metavar="AAAA-MM-JJ", purpose="checked_day")
@options.lang
@click.pass_obj
def command(invocation: Invocation, asked: tuple[str, ...], everything: bool, confirmed: bool, day: str | None) -> int:
    """What the command line asks."""
    content, voice = invocation.folders.content, invocation.voice
    on = past_day(day, invocation.today())
    terminal = Terminal(voice)
    if not everything:
        terminal.refuse_nobody("--tous")
    with writing(voice):
        documents = to_check(load(content, Faults()), content, asked)
        done = left = 0
        for number, document in enumerate(documents, 1):
            sure = confirmed
            if not everything:
                _show(document, number, len(documents), on, terminal)
                answer = terminal.choose("checking.still_right", can_skip=True)
                if answer != "yes":
                    left += 1
                    if answer == "no":
                        terminal.say("checking.correct", file=document.file)
                    continue
                sure = confirmed or _is_confirmed(document, terminal)
            # One by one: what was answered before Ctrl-C is kept.
            plan_checked(content, [document], on, frozenset([document.path] if sure else [])).apply()
            done += 1
            voice.say("checking.noted", file=document.file.relative_to(content.parent), day=on)
    voice.say("checking.done", count=done, left=left)
    return 0


def _show(document: Document, number: int, count: int, today: datetime.date, terminal: Terminal) -> None:
    """Show the facts of a file, each with what is doubtful about it, and its sources."""
    entry = document.entry
    terminal.title(f"{number}/{count}  {entry.title}")
    last = entry.checked_on.isoformat() if entry.checked_on else "—"
    terminal.hint(terminal.voice.sentence("checking.file", file=document.path, day=last))
    facts = list(told_facts(document))
    for fact in facts:
        terminal.line(f"  {fact.label} : {fact.text}")
        if fact.is_doubtful:
            terminal.say("checking.doubtful", style={"fg": "yellow"})
    for sentence in entry.to_verify:
        terminal.say("checking.to_verify", style={"fg": "yellow"}, text=sentence)
    if entry.valid_until and entry.valid_until < today:
        terminal.say("checking.ended", style={"fg": "yellow"}, day=entry.valid_until)
    for source in entry.sources or ():
        date = f" ({source.date})" if source.date else ""
        terminal.say("checking.source", name=f"{source.name}{date}", address=source.address)


def _is_confirmed(document: Document, terminal: Terminal) -> bool:
    """Whether the doubts of a file are gone, which only a person can say."""
    doubts = document.entry.to_confirm if isinstance(document.entry, Fiche) else ()
    return bool(doubts) and terminal.choose("checking.confirmed", default="no", keys=", ".join(doubts)) == "yes"
