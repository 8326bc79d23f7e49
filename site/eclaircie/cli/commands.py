"""What people ask of the project on the command line, besides freezing: `flask --app eclaircie …`."""

import logging
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import click
from flask import Flask
from werkzeug.serving import run_simple

from ..content import catalogues
from ..content.settings import SITE_ADDRESS, read_settings
from ..languages import LANGUAGES, SOURCE
from ..loading import ContentError, read_site
from ..messages.command_lines import free_port, freeze_command, is_free
from ..messages.faults import Faults, Tongue
from ..preview.application import create_preview
from ..project import CONTENT, PROJECT_ROOT, STATIC, TRANSLATIONS, build_date
from ..publish import manifest
from ..publish.hosts import PRINTED, ROOT_FILE_NAMES, Place
from ..rendering.assets import Assets
from .translating import lines_of_progress

_PREVIEW = {
    "fr": "Aperçu : http://127.0.0.1:{port}/  (Ctrl-C pour arrêter)",
    "en": "Preview: http://127.0.0.1:{port}/  (Ctrl-C to stop)",
}
_PORT_TAKEN = {
    "fr": "Le port {port} est déjà pris. Si c'est un autre aperçu, arrêtez-le (Ctrl-C). Sinon : make preview PORT={free}",
    "en": "Port {port} is taken. If that is another preview, stop it (Ctrl-C). Else: make preview PORT={free}",
}


def register_commands(app: Flask) -> None:
    """Add the commands to an application."""

    @app.cli.command("preview")
    @click.option("--port", default=8000, show_default=True, help="Le port de l'aperçu.")
    @click.option("--lang", "tongue", type=click.Choice(["fr", "en"]), default="fr", help="La langue des phrases.")
    def preview(port: int, tongue: Tongue) -> None:
        """Montre le site pendant qu'on l'écrit (sur cette machine seulement)."""
        # The process that watches the code starts this one anew, and holds the port.
        if os.environ.get("WERKZEUG_RUN_MAIN") != "true":
            if not is_free(port):
                raise click.ClickException(_PORT_TAKEN[tongue].format(port=port, free=free_port(port)))
            click.echo(_PREVIEW[tongue].format(port=port))
        # Werkzeug's own lines are English, and warn of what does not matter on one's own machine.
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        watched = [str(file) for folder in (STATIC, TRANSLATIONS) for file in folder.rglob("*") if file.is_file()]
        run_simple(
            "127.0.0.1", port, create_preview(tongue=tongue), use_reloader=True, extra_files=watched, threaded=True
        )

    @app.cli.command("messages")
    def messages() -> None:
        """Met à jour translations/*.po avec les mots de l'interface."""
        faults = Faults()
        for language in LANGUAGES:
            if language is not SOURCE:
                known = len(faults)
                file = catalogues.update(TRANSLATIONS, PROJECT_ROOT, language, faults)
                if len(faults) == known:
                    click.echo(f"{file.relative_to(PROJECT_ROOT)} : à jour.")
        for fault in faults:
            click.echo(fault.told(PROJECT_ROOT), err=True)
        if faults:
            raise SystemExit(1)

    @app.cli.command("status")
    @click.option("--lang", "tongue", type=click.Choice(["fr", "en"]), default="fr", help="La langue des phrases.")
    def status(tongue: Tongue) -> None:
        """Ce qu'il reste à confirmer, à relire et à traduire."""
        try:
            site = read_site(build_date())
        except ContentError as error:
            raise click.ClickException(f"Corrigez d'abord les fautes : {freeze_command('--check')}") from error
        except ValueError as error:
            raise click.ClickException("SOURCE_DATE_EPOCH n'est pas un nombre de secondes.") from error
        for fault in site.remarks.remarks:
            click.echo(fault.told(PROJECT_ROOT, tongue))
        for line in lines_of_progress(site.library, tongue):
            click.echo(line)

    @app.cli.command("host")
    @click.argument("name")
    @click.option("--base-url", metavar="URL", help="L'adresse où le site sera publié, chemin compris.")
    @click.option("--lang", "tongue", type=click.Choice(["fr", "en"]), default="fr", help="La langue des phrases.")
    def host(name: str, base_url: str | None, tongue: str) -> None:
        """Écrit les réglages d'un hébergeur : nginx, caddy, vercel ou cloudfront."""
        voice = 0 if tongue == "fr" else 1
        if name not in PRINTED:
            known = ", ".join(PRINTED)
            files = ", ".join(sorted(ROOT_FILE_NAMES))
            sentences = (
                f"« {name} » n'est pas connu. Connus : {known}. Les autres lisent un fichier de build/ : {files}.",
                f"“{name}” is not known. Known: {known}. Others read a file of build/: {files}.",
            )
            raise click.ClickException(sentences[voice])
        if base_url is not None and not SITE_ADDRESS.fullmatch(base_url):
            raise click.ClickException(
                (f"« {base_url} » n'est pas l'adresse d'un site.", f"“{base_url}” is no address of a site.")[voice]
            )
        if base_url is None:
            read = read_settings(CONTENT, Faults())
            if read is None:
                raise click.ClickException(f"Corrigez d'abord les fautes : {freeze_command('--check')}")
            base_url = read.settings.address or ""
        place = Place(Assets(STATIC), urlsplit(base_url).path.rstrip("/"))
        printed = PRINTED[name]
        try:
            click.echo(printed.text(place), nl=False)
        except ValueError as error:
            raise click.ClickException(
                (f"« {error} » ne peut pas s'écrire pour {name}.", f"“{error}” cannot be written for {name}.")[voice]
            ) from error
        # Beside the text, so that `> file` holds nothing else.
        click.echo(printed.notes[voice].format(prefix=place.prefix), err=True)

    @app.cli.command("verify")
    @click.argument("copy", metavar="URL_OU_DOSSIER")
    @click.option(
        "--manifest",
        "file",
        type=click.Path(path_type=Path),
        default=PROJECT_ROOT / "build" / manifest.NAME,
        metavar="FILE",
        help="Le manifeste de ce qui a été construit (build/manifest.json).",
    )
    @click.option("--lang", "tongue", type=click.Choice(["fr", "en"]), default="fr", help="La langue des phrases.")
    def verify(copy: str, file: Path, tongue: Tongue) -> None:
        """Compare un site publié, ou un dossier, avec ce qui a été construit.

        Répond 0 si la copie est exacte, 1 si quelque chose diffère, 2 si rien n'a pu être comparé.
        """
        # Not above: every build reads this module, and has no use for what talks to a host.
        from ..publish.verify import Built, VerifyError, sentence, tell, verify_folder, verify_site

        try:
            built = Built.read(file)
            if SITE_ADDRESS.fullmatch(copy):
                report = verify_site(built, copy, _show_progress)
            elif copy and Path(copy).is_dir():
                report = verify_folder(built, Path(copy))
            else:
                raise VerifyError("no_folder", path=copy)
        except VerifyError as error:
            click.echo(sentence(error.code, tongue, **error.values), err=True)
            sys.exit(2)
        for line in tell(report, built, tongue):
            click.echo(line)
        sys.exit(1 if report.differences else 0)


def _show_progress(done: int, total: int) -> None:
    """On one line in a terminal, which the next sentence replaces; nowhere else."""
    if sys.stderr.isatty():
        end = "\r" + " " * 20 + "\r" if done == total else ""
        click.echo(f"\r{done} / {total}{end}", nl=False, err=True)
