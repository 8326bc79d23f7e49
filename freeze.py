"""Check the content, freeze the site into files, and serve it if asked.

python freeze.py [--destination DIR] [--base-url URL] [--serve] [--port N] [--check] [--quiet] [--lang fr|en]
"""

import argparse
import sys
import time
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(PROJECT_ROOT / "site"))

from eclaircie.assets import Assets  # noqa: E402  # `site/` must be on the path first
from eclaircie.content.faults import Fault, Tongue  # noqa: E402
from eclaircie.pages import ContentError, Site, read_site  # noqa: E402
from eclaircie.publish.freezer import Result, freeze  # noqa: E402
from eclaircie.publish.server import server  # noqa: E402
from eclaircie.publish.workplace import WorkplaceError  # noqa: E402
from eclaircie.settings import SITE_ADDRESS, STATIC, build_date  # noqa: E402

SENTENCES = {
    "faults": (
        "{count} faute(s) à corriger. Rien n'a été publié.",
        "{count} fault(s) to mend. Nothing was published.",
    ),
    "kept": ("Le site publié avant est resté tel quel.", "The site published before has stayed as it was."),
    "sound": ("Le contenu est juste : {pages} pages.", "The content is sound: {pages} pages."),
    "remarks": (
        "{count} remarque(s) : « flask --app eclaircie status » les montre.",
        "{count} remark(s): “flask --app eclaircie status --lang en” shows them.",
    ),
    "defaults": (
        "À changer dans content/site.yaml avant de publier :",
        "To change in content/site.yaml before publishing:",
    ),
    "freezing": ("Pages : {done} / {total}", "Pages: {done} / {total}"),
    "done": (
        "{pages} pages en {languages} langues, {size} octets, {seconds} s ({made} refaites) : {folder}",
        "{pages} pages in {languages} languages, {size} bytes, {seconds} s ({made} made anew): {folder}",
    ),
    "entrance": (
        "L'adresse à imprimer : {address} (essayez-la une fois le site publié)",
        "The address to print: {address} (try it once the site is published)",
    ),
    "serving": ("Le site : {address}  (Ctrl-C pour arrêter)", "The site: {address}  (Ctrl-C to stop)"),
    "stopped": ("Arrêté.", "Stopped."),
    "no_room": (
        "L'écriture a échoué : {reason}. Libérez de la place ou choisissez un autre dossier avec --destination.",
        "Writing failed: {reason}. Make room, or choose another folder with --destination.",
    ),
    "port_taken": (
        "Le port {port} est déjà pris. Arrêtez l'autre programme ou choisissez-en un avec --port.",
        "Port {port} is taken. Stop the other program or choose another with --port.",
    ),
    "bad_url": (
        "« {value} » n'est pas l'adresse d'un site. Écrivez par exemple https://example.org/aide/",
        "“{value}” is no address of a site. Write for instance https://example.org/aide/",
    ),
    "bad_epoch": (
        "SOURCE_DATE_EPOCH n'est pas un nombre de secondes. Corrigez-la ou retirez-la.",
        "SOURCE_DATE_EPOCH is no number of seconds. Correct or unset it.",
    ),
    "not_ours": (
        "Le dossier {folder} contient un fichier qui serait perdu : {file}. Déplacez-le, ou choisissez un dossier vide avec --destination.",
        "The folder {folder} holds a file that would be lost: {file}. Move it, or choose an empty folder with --destination.",
    ),
    "is_link": (
        "{folder} est un raccourci. Donnez un vrai dossier.",
        "{folder} is a link. Give a real folder.",
    ),
    "is_file": ("{folder} est un fichier. Donnez un dossier.", "{folder} is a file. Give a folder."),
    "busy": (
        "Une autre construction est en cours. Attendez sa fin.",
        "Another build is under way. Wait for its end.",
    ),
}


class Voice:
    """What is said to the person at the terminal, in their language."""

    def __init__(self, tongue: Tongue, *, quiet: bool) -> None:
        self.tongue: Tongue = tongue
        self.quiet = quiet

    def sentence(self, code: str, **values: object) -> str:
        """A sentence of SENTENCES."""
        return SENTENCES[code][0 if self.tongue == "fr" else 1].format(**values)

    def say(self, code: str, **values: object) -> None:
        """Say something, unless asked to be quiet."""
        if not self.quiet:
            print(self.sentence(code, **values), flush=True)

    def fail(self, code: str, **values: object) -> None:
        """Say what went wrong."""
        print(self.sentence(code, **values), file=sys.stderr, flush=True)

    def fault(self, fault: Fault) -> None:
        """Say where a fault is, what it is and how to mend it."""
        print(f"{fault.where(PROJECT_ROOT)}  {fault.sentence(self.tongue)}", file=sys.stderr)

    def progress(self, done: int, total: int, _address: str) -> None:
        """Show how far the build is: on one line in a terminal, now and then elsewhere."""
        if self.quiet:
            return
        if sys.stdout.isatty():
            print(
                "\r" + self.sentence("freezing", done=done, total=total),
                end="\n" if done == total else "",
                flush=True,
            )
        elif done == total or done % 100 == 0:
            self.say("freezing", done=done, total=total)


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks. Returns the exit status: 0 where all went well."""
    options = _options(arguments)
    voice = Voice(options.lang, quiet=options.quiet)
    try:
        return _run(options, voice)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        voice.fail("stopped")
        return 130


def _run(options: argparse.Namespace, voice: Voice) -> int:
    if options.base_url and not SITE_ADDRESS.fullmatch(options.base_url):
        voice.fail("bad_url", value=options.base_url)
        return 2
    try:
        today = build_date()
    except ValueError:
        voice.fail("bad_epoch")
        return 2
    try:
        site = read_site(today, base_url=options.base_url)
    except ContentError as error:
        for fault in error.faults.errors:
            voice.fault(fault)
        voice.fail("faults", count=len(error.faults.errors))
        return 1
    if options.check:
        return _report(site, voice)
    try:
        started = time.monotonic()
        result = freeze(site, options.destination, voice.progress)
        _summarise(result, time.monotonic() - started, options.destination, voice)
        voice.say("entrance", address=f"{site.origin}{site.prefix}{site.settings.entrance}")
    except WorkplaceError as error:
        voice.fail(error.code, **error.values)
        return 1
    except OSError as error:
        voice.fail("no_room", reason=error.strerror or str(error))
        voice.fail("kept")
        return 1
    return _serve(options.destination, options.port, site.prefix, voice) if options.serve else 0


def _report(site: Site, voice: Voice) -> int:
    """Say that the content is sound, and what the association has still to decide."""
    remarks = site.remarks.remarks
    defaults = [fault for fault in remarks if fault.code == "default"]
    voice.say("sound", pages=len(site.addresses()))
    if defaults and not voice.quiet:
        voice.say("defaults")
        for fault in defaults:
            print(f"  {dict(fault.values)['key']}")
    if len(remarks) > len(defaults):
        voice.say("remarks", count=len(remarks) - len(defaults))
    return 0


def _summarise(result: Result, seconds: float, folder: Path, voice: Voice) -> None:
    voice.say(
        "done",
        pages=result.pages,
        made=result.made,
        languages=result.languages,
        size=result.size,
        seconds=f"{seconds:.1f}",
        folder=folder,
    )


def _serve(folder: Path, port: int, prefix: str, voice: Voice) -> int:
    try:
        service = server(folder, Assets(STATIC), port, prefix)
    except OSError:
        voice.fail("port_taken", port=port)
        return 1
    with service:
        voice.say("serving", address=f"http://127.0.0.1:{service.server_port}{prefix}/")
        service.serve_forever()
    return 0


def _port(text: str) -> int:
    port = int(text)
    if port not in range(65536):
        raise argparse.ArgumentTypeError(f"{port} : 0 - 65535")
    return port


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Vérifie le contenu et fige le site en fichiers.")
    parser.add_argument(
        "--destination", type=Path, default=PROJECT_ROOT / "build", metavar="DIR", help="où écrire (build/)"
    )
    parser.add_argument("--base-url", metavar="URL", help="l'adresse où le site sera publié, chemin compris")
    parser.add_argument("--serve", action="store_true", help="servir le site sur cette machine une fois figé")
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="le port pour --serve (8000)")
    parser.add_argument("--check", action="store_true", help="vérifier le contenu, ne rien écrire")
    parser.add_argument("--quiet", action="store_true", help="ne dire que les fautes")
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help="la langue des phrases (fr)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
