"""Commands and options of click that speak the language of whoever asks, in our own sentences."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from ..content.folding import plain_key
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from .command_error import USAGE, CommandError


def _tongue(context: click.Context) -> Tongue:
    tongue: Tongue = context.find_root().obj.voice.tongue
    return tongue


class Option(click.Option):
    """An option. purpose: what it is for, as a code of the table `helping`."""

    def __init__(self, names: Sequence[str] | None = None, *, purpose: str, **settings: Any) -> None:
        super().__init__(names, **settings)
        self.purpose = purpose

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """How it is written and what it is for."""
        written = " ".join((", ".join(self.opts), *([self.metavar] if self.metavar else [])))
        return written, sentence(f"helping.{self.purpose}", _tongue(ctx))


class Command(click.Command):
    """A command whose purpose stands in the table `helping` under its own name."""

    # Not to be allowed, but to be told in our words.
    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does. Raises CommandError where the options are wrong, or a word is left."""
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            raise _in_our_words(error, ctx) from error
        if rest and not isinstance(self, click.Group):
            raise CommandError("options.extra", USAGE, value=" ".join(rest), help=_help_of(ctx))
        return rest

    def get_short_help_str(self, limit: int = 45) -> str:
        """Not called: the list of commands takes the whole sentence, which has a language."""
        return ""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`."""
        option = super().get_help_option(ctx)
        if option:
            option.help = sentence("helping.option_help", _tongue(ctx))
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How the command is written."""
        pieces = [piece for param in self.get_params(ctx) for piece in param.get_usage_pieces(ctx)]
        more = [sentence("helping.any_command", _tongue(ctx))] if isinstance(self, click.Group) else []
        words = " ".join([sentence("helping.any_options", _tongue(ctx)), *pieces, *more])
        formatter.write_usage(ctx.command_path, words, prefix=sentence("helping.usage", _tongue(ctx)))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What it is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.purpose(ctx))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What each option is for."""
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        with formatter.section(sentence("helping.options", _tongue(ctx))):
            formatter.write_dl(records)

    def purpose(self, ctx: click.Context) -> str:
        """What it is for, in a sentence or two."""
        return sentence(f"helping.{self.name}", _tongue(ctx))


class Group(Command, click.Group):
    """Commands of which each has a module of its own, named as it is, that is read only when it is called.

    package: that of the modules. names: the commands, in the order in which they are listed. others: what else one may
    type, each with the command that is meant; accents are forgiven.
    """

    def __init__(self, *, package: str, names: Sequence[str], others: Mapping[str, str], **settings: Any) -> None:
        super().__init__(**settings)
        self._package = package
        self._names = names
        self._others = others

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, or None."""
        if cmd_name not in self._names:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does. Raises CommandError where there is no such command."""
        args = [self._others.get(plain_key(args[0]), args[0]), *args[1:]]
        if args[0] not in self._names:
            raise CommandError("options.no_command", USAGE, name=args[0], known=", ".join(self._names))
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What each option and each command is for."""
        super().format_options(ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self._names]
        with formatter.section(sentence("helping.commands", _tongue(ctx))):
            formatter.write_dl(
                [
                    (name, each.purpose(ctx).partition(". ")[0].rstrip(".") + self._also(name, ctx) + ".")
                    for name, each in commands
                    if isinstance(each, Command)
                ]
            )

    def _also(self, name: str, ctx: click.Context) -> str:
        """What else one may type for a command, in words."""
        other = next((other for other, meant in self._others.items() if meant == name), "")
        return sentence("helping.also", _tongue(ctx), name=other) if other else ""


def option(*names: str, purpose: str, **settings: Any) -> Callable[[Any], Any]:
    """The decorator that gives a command an option. purpose: as for Option; settings: as for click."""
    return click.option(*names, cls=Option, purpose=purpose, **settings)


def _help_of(context: click.Context) -> str:
    """The command line that explains a command."""
    return f"{context.command_path} --help"


def _in_our_words(error: click.UsageError, context: click.Context) -> CommandError:
    """What click found wrong with the options of a command."""
    known = {name: param for param in context.command.get_params(context) for name in param.opts}
    if isinstance(error, click.NoSuchOption):
        close = difflib.get_close_matches(error.option_name, known, 1, 0.75)
        hint = sentence("options.did_you_mean", _tongue(context), name=close[0]) if close else ""
        return CommandError("options.no_option", USAGE, name=error.option_name, hint=hint, help=_help_of(context))
    if isinstance(error, click.BadOptionUsage):
        param = known[error.option_name]
        if isinstance(param, click.Option) and param.is_flag:
            return CommandError("options.takes_no_value", USAGE, name=error.option_name)
        return CommandError("options.needs_value", USAGE, name=error.option_name, value=param.metavar)
    if isinstance(error, click.MissingParameter) and isinstance(error.param, click.Option):
        return CommandError("options.missing_option", USAGE, name=error.param.opts[0], value=error.param.metavar)
    if isinstance(error, click.MissingParameter) and error.param:
        return CommandError("options.missing_argument", USAGE, name=error.param.metavar, help=_help_of(context))
    return CommandError("options.bad_usage", USAGE, help=_help_of(context))
