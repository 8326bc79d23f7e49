"""`python -m eclaircie`: all commands."""

import click

from . import options
from .parser import Group

NAMES = (
    "build",
    "check",
    "preview",
    "edit",
    "status",
    "sources",
    "exits",
    "remind",
    "telecharger",
    "propose",
    "messages",
    "new",
    "checked",
    "move",
    "remove",
    "annuaire",
    "tidy",
    "bareme",
    "translate",
    "emporter",
    "reprendre",
    "traduit",
    "relu",
    "affiches",
    "host",
    "cadre",
    "verify",
    "changed",
    "proposal",
    "comment",
    "docs",
    "components",
)

FRENCH = {"nouveau": "new", "verifie": "checked", "deplacer": "move", "retirer": "remove", "traduire": "translate"}
"""What people who write may type for some of them."""


@click.pass_context
def _show_help(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


group = options.lang(
    Group(
        name="eclaircie",
        package=__package__,
        names=NAMES,
        others=FRENCH,
        callback=_show_help,
        invoke_without_command=True,
    )
)
