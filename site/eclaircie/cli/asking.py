"""Questions at a terminal: short, with a hint in grey, and an answer by default in brackets."""

import os
import sys
from contextlib import suppress
from typing import Literal, NoReturn

import click

from .command_error import USAGE, CommandError
from .voice import Voice

with suppress(ImportError):  # where there is none, as on Windows, the system's own editing of a line will do
    import readline  # noqa: F401  # to be imported is all it needs for arrows to work

Answer = Literal["yes", "no", "skip"]


class Terminal:
    """Where somebody is asked. voice: their language."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    @property
    def is_there(self) -> bool:
        """Whether somebody can answer."""
        return sys.stdin.isatty()

    def refuse_nobody(self, option: str) -> None:
        """Raises CommandError where nobody can answer. option: what does without questions."""
        if not self.is_there:
            raise CommandError("asking.nobody", USAGE, option=option)

    def line(self, text: str = "", **style: bool | str) -> None:
        """Show a line, in a style where the terminal has any."""
        # Whoever has set this wants none: https://no-color.org
        plain = bool(os.environ.get("NO_COLOR"))
        click.echo(click.style(text, **style) if style and not plain else text)  # type: ignore[arg-type]

    def say(self, code: str, *, style: dict[str, bool | str] | None = None, **values: object) -> None:
        """Show a sentence."""
        self.line(self.voice.sentence(code, **values), **(style or {}))

    def title(self, text: str) -> None:
        """Show what the next lines are about."""
        self.line()
        self.line(text, bold=True)

    def hint(self, text: str) -> None:
        """Show what helps to answer."""
        self.line(f"  {text}", dim=True)

    def wrong(self, text: str) -> None:
        """Show why an answer cannot be taken."""
        self.line(f"  {text}", fg="yellow")

    def ask(self, default: str = "") -> str:
        """What somebody types, without spaces around it; the default where they only press Enter.

        Raises KeyboardInterrupt where they will type no more.
        """
        prompt = f"  [{default}] > " if default else "  > "
        try:
            return input(prompt).strip() or default
        except EOFError:
            _stop()

    def lines(self) -> str:
        """What somebody types on several lines, up to one that holds nothing but a full stop, or to the end of the input.

        Raises KeyboardInterrupt where the input ends at once.
        """
        typed: list[str] = []
        while True:
            try:
                line = input("  | ").rstrip()
            except EOFError:  # Ctrl-D is how some end a text
                line = "." if typed else _stop()
            if line.strip() == ".":
                return "\n".join(typed).strip()
            typed.append(line)

    def choose(self, code: str, *, default: Answer = "yes", can_skip: bool = False, **values: object) -> Answer:
        """Whether somebody says yes to a question; with can_skip they may leave it open."""
        words: dict[Answer, tuple[str, ...]] = {"yes": ("o", "oui", "y", "yes"), "no": ("n", "non", "no")}
        if can_skip:
            words["skip"] = ("p", "passer", "s", "skip")
        known = {word: answer for answer, all_words in words.items() for word in all_words}
        while True:
            self.line(self.voice.sentence(code, **values))
            typed = self.ask(self.voice.sentence(f"asking.{default}")).lower()
            if typed in known:
                return known[typed]
            self.wrong(self.voice.sentence("asking.which_word" if can_skip else "asking.yes_or_no"))


def _stop() -> NoReturn:
    raise KeyboardInterrupt
