"""The command lines that the README shows, as the commands themselves have them."""

import textwrap

import click

from ..messages.sentences import sentence
from .freeze import command as freeze
from .group import group

_WIDTH = 118  # characters


def command_lines(name: str) -> str:
    """A part of the README in Markdown: `freeze`, the options of the main job, or `commands`, all that one may ask.

    Raises KeyError where there is no part of this name.
    """
    return {"freeze": _freeze, "commands": _commands}[name]()


def _freeze() -> str:
    start = "python freeze.py "
    words = " ".join(_written(param).replace(" ", "\0") for param in freeze.params)
    lines = textwrap.wrap(start + words, _WIDTH, subsequent_indent=" " * len(start), break_on_hyphens=False)
    return "```sh\n" + "\n".join(lines).replace("\0", " ") + "\n```\n"


def _commands() -> str:
    rows = []
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        arguments = [param for param in command.params if isinstance(param, click.Argument)] if command else []
        line = " ".join([name, *(param.make_metavar(click.Context(group)) for param in arguments)])
        purpose = sentence(f"helping.{name}", "en")
        rows.append(f"| `python -m eclaircie {line}` | {purpose} |\n")
    return "| | |\n|---|---|\n" + "".join(rows)


def _written(param: click.Parameter) -> str:
    """An option as a usage shows it."""
    metavar = param.metavar
    if metavar and metavar.startswith("["):
        return f"[{param.opts[0]} {metavar}]"
    return f"[{param.opts[0]} {metavar}]" if metavar else f"[{param.opts[0]}]"
