"""`affiches`: posters, cards, leaflets and counter signs, to print."""

from pathlib import Path

import click

from ..content.folding import plain_key
from ..content.settings import EXAMPLE_ENTRANCE
from ..languages import BY_TAG
from ..pages.site import Site
from ..places import territories
from ..posters.poster_error import PosterError
from ..posters.printing import printed_files, sheets, write
from ..posters.sheets import FORMS, Order, facts_of
from ..rendering.application import create_app
from . import options
from .command_error import USAGE, CommandError
from .invocation import Folders, Invocation
from .parser import Command, option


@click.command("affiches", cls=Command)
@option("--departement", "territory", metavar="71", purpose="poster_territory")
@option("--langue", "tag", type=options.OneOf(*BY_TAG), metavar="|".join(BY_TAG), purpose="poster_language")
@option("--adresse", "address", type=options.SiteAddress(), metavar="URL", purpose="poster_address")
@option("--destination", type=options.PATH, metavar="DOSSIER", purpose="poster_destination")
@options.lang
@click.pass_obj
def command(
    invocation: Invocation, territory: str | None, tag: str | None, address: str | None, destination: Path | None
) -> int:
    """What the command line asks."""
    voice, folders = invocation.voice, invocation.folders
    slug = _slug(territory) if territory else None
    folder = _folder(destination, folders)
    site = invocation.sound_site(address)
    order = Order(site, slug, _entrance(site))
    app = create_app(site, translations=folders.translations, static=folders.static)
    facts = facts_of(order, app)
    try:
        files = printed_files(sheets(order, [options.published(tag, site)] if tag else site.languages, facts, app))
        write(files, folder)
    except PosterError as error:
        raise CommandError(f"posters.{error.code}", **error.values) from error
    except OSError as error:
        raise CommandError("posters.unwritten", file=folder, reason=error.strerror or str(error)) from error
    shown = folder.relative_to(folders.root) if folder.is_relative_to(folders.root) else folder
    voice.say("posters.written", count=len(files), folder=shown, forms=", ".join(FORMS), address=order.entrance)
    if facts.left_out:
        voice.say("posters.left_out", names=" ; ".join(facts.left_out), count=len(facts.left_out))
    if site.settings.entrance == EXAMPLE_ENTRANCE:
        voice.say("posters.example_entrance", value=EXAMPLE_ENTRANCE)
    voice.say("posters.before_printing")
    return 0


def _slug(asked: str) -> str:
    """The slug of a territory, by its number or its name. Raises CommandError where there is none."""
    wanted = plain_key(asked)
    found = [slug for slug, each in territories().items() if wanted in (slug, plain_key(each.name))]
    # 1 for 01, as people say it
    found = found or [slug for slug in territories() if slug == wanted.zfill(2)]
    if not found:
        raise CommandError("posters.no_territory", USAGE, value=asked, known=", ".join(territories()).upper())
    return found[0]


def _folder(asked: Path | None, folders: Folders) -> Path:
    """Where the files go. Raises CommandError where that is published, or makes what is, or is a file."""
    folder = asked or folders.posters
    of_the_site = (folders.build, folders.portable, folders.content, folders.translations, folders.static)
    if any(folder.resolve().is_relative_to(each.resolve()) for each in of_the_site):
        raise CommandError("posters.published", USAGE, folder=folder)
    if folder.exists() and not folder.is_dir():
        raise CommandError("posters.no_folder", USAGE, file=folder)
    return folder


def _entrance(site: Site) -> str:
    """The discreet entrance, whole. Raises CommandError where the site has no address."""
    if not site.origin:
        raise CommandError("posters.no_address")
    return f"{site.origin}{site.prefix}{site.settings.entrance}"
