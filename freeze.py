"""Check the content, freeze the site into files, and serve it if asked.

python freeze.py [--destination DIR] [--base-url URL] [--require-address] [--serve] [--port N] [--check] [--strict-age]
                 [--portable [DIR]] [--compress] [--format text|github|gitlab] [--report FILE] [--all] [--quiet] [--lang fr|en]
"""

import argparse
import errno
import gc
import io
import signal
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import FrameType

if __name__ == "__main__":
    # While libraries are loaded there is nothing to clean up: Ctrl-C ends the program without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Nothing of what is loaded is ever thrown away, so nobody need look for it.
    gc.disable()

PROJECT_ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(PROJECT_ROOT / "site"))

from eclaircie.checks.translations import REMARKS_OF_BEHIND, REMARKS_OF_TRANSLATIONS  # noqa: E402
from eclaircie.cli.annotations import Annotation, annotations, github, gitlab  # noqa: E402
from eclaircie.cli.new_remarks import new_remarks  # noqa: E402
from eclaircie.content.settings import SITE_ADDRESS  # noqa: E402
from eclaircie.loading import ContentError, read_site  # noqa: E402
from eclaircie.messages import internal_errors  # noqa: E402  # `site/` comes first
from eclaircie.messages.command_lines import flask_command, free_port, freeze_command, python  # noqa: E402
from eclaircie.messages.faults import Fault, Faults, Tongue, shortened  # noqa: E402
from eclaircie.pages.site import Site  # noqa: E402
from eclaircie.project import CONTENT, STATIC, build_date  # noqa: E402
from eclaircie.publish import compression, manifest  # noqa: E402
from eclaircie.publish.freezer import Result, freeze  # noqa: E402
from eclaircie.publish.portable import FOLDER as PORTABLE  # noqa: E402
from eclaircie.publish.portable import copy_of, holds_copy, holds_site  # noqa: E402
from eclaircie.publish.provenance import provenance  # noqa: E402
from eclaircie.publish.server import server  # noqa: E402
from eclaircie.publish.staging import StagingError, put_back  # noqa: E402
from eclaircie.rendering.assets import Assets  # noqa: E402

OVERDUE = "old"
"""The remark about facts that are past their review period."""

NAMED = (OVERDUE, "past", *REMARKS_OF_TRANSLATIONS)
"""The remarks that come by themselves, as days go by or the French changes: each build names them, nobody would look for
them elsewhere."""

SENTENCES = {
    "faults": (
        "{count} faute(s) à corriger. Rien n'a été publié.",
        "{count} fault(s) to mend. Nothing was published.",
    ),
    "more": ("et {count} de plus de cette sorte : {kind}", "and {count} more of this kind: {kind}"),
    "show_all": (
        "Tout montrer : {check} --all",
        "To show all: {check} --all",
    ),
    "behind": (
        "{count} traduction(s) en retard sur le français. Leurs pages le disent.",
        "{count} translation(s) behind the French. Their pages say so.",
    ),
    "overdue": (
        "{count} fiche(s) dont les faits n'ont pas été revérifiés à temps.",
        "{count} file(s) whose facts were not checked again in time.",
    ),
    "to_mend": ("À corriger", "To mend"),
    "to_look_at": ("À regarder", "To look at"),
    "kept": ("Le site publié avant est resté tel quel.", "The site published before has stayed as it was."),
    "whole": ("Le site publié est entier.", "The published site is whole."),
    "sound": ("Le contenu est juste : {pages} pages.", "The content is sound: {pages} pages."),
    "remarks": (
        "{count} remarque(s) : « {status} » les montre.",
        "{count} remark(s): “{status} --lang en” shows them.",
    ),
    "news": (
        "Nouvelles depuis le dernier contenu publié ({commit}) : {count}",
        "New since the content that was last published ({commit}): {count}",
    ),
    "no_news": (
        "Aucune n'est nouvelle depuis le dernier contenu publié ({commit}).",
        "None is new since the content that was last published ({commit}).",
    ),
    "news_unknown": (
        "Sans git, on ne sait pas lesquelles sont nouvelles.",
        "Without git, nobody knows which are new.",
    ),
    "read_only": (
        "On ne peut pas écrire ici : {reason}. Le dossier est protégé ou appartient à quelqu'un d'autre. "
        "Changez ses droits, ou choisissez un autre dossier avec {option}.",
        "Nothing can be written here: {reason}. The folder is protected or somebody else's. "
        "Change its rights, or choose another folder with {option}.",
    ),
    "disk_full": (
        "Il n'y a plus de place sur le disque : {reason}. Faites de la place, ou choisissez un autre disque avec {option}.",
        "The disk is full: {reason}. Make room, or choose another disk with {option}.",
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
    "portable": (
        "Copie portable : ouvrez {file}. Chaque page ouverte laisse une ligne dans l'historique ; la copie le dit.",
        "Portable copy: open {file}. Each page that is opened leaves a line in the history; the copy says so.",
    ),
    "serving": ("Le site : {address}  (Ctrl-C pour arrêter)", "The site: {address}  (Ctrl-C to stop)"),
    "stopped": ("Arrêté.", "Stopped."),
    "no_room": (
        "L'écriture a échoué : {reason}. Recommencez, ou choisissez un autre dossier avec {option}.",
        "Writing failed: {reason}. Try again, or choose another folder with {option}.",
    ),
    "bug": (
        "Le programme a une erreur ({reason}) : ce n'est pas votre faute. "
        "Envoyez ce fichier à qui s'occupe du programme : {file}",
        "The program has a mistake ({reason}): it is not yours. "
        "Send this file to whoever looks after the program: {file}",
    ),
    "port_taken": (
        "Le port {port} est déjà pris. Si c'est un autre aperçu, arrêtez-le (Ctrl-C). Sinon, prenez un port libre : "
        "--port {free}, ou avec make : PORT={free}",
        "Port {port} is taken. If that is another preview, stop it (Ctrl-C). Else take a free port: "
        "--port {free}, or with make: PORT={free}",
    ),
    "no_address": (
        "L'adresse du site manque. Écrivez-la dans content/site.yaml (« adresse ») avant de publier.",
        "The address of the site is missing. Write it into content/site.yaml (“adresse”) before publishing.",
    ),
    "no_report": (
        "Le rapport n'a pas pu être écrit : {reason}. Choisissez un autre fichier avec --report.",
        "The report could not be written: {reason}. Choose another file with --report.",
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
        "Le dossier {folder} contient un fichier qui serait perdu : {file}. Déplacez-le, ou choisissez un dossier vide avec {option}.",
        "The folder {folder} holds a file that would be lost: {file}. Move it, or choose an empty folder with {option}.",
    ),
    "holds_site": (
        "{folder} contient le site à publier, qui serait perdu. Donnez un autre dossier à --portable.",
        "{folder} holds the site to be published, which would be lost. Give another folder with --portable.",
    ),
    "holds_copy": (
        "{folder} contient une copie portable, qui serait perdue. Donnez un autre dossier avec --destination.",
        "{folder} holds a portable copy, which would be lost. Give another folder with --destination.",
    ),
    "windows_name": (
        "{file}:1  Windows ne peut rien enregistrer sous le nom « {name} ». Renommez ce fichier ou ce dossier.",
        "{file}:1  Windows can save nothing under the name “{name}”. Rename this file or folder.",
    ),
    "no_brotli": (
        "--compress demande la bibliothèque brotli. Installez-la : "
        "{python} -m pip install --require-hashes -r requirements-compress.txt",
        "--compress needs the library brotli. Install it: "
        "{python} -m pip install --require-hashes -r requirements-compress.txt",
    ),
    "is_link": (
        "{folder} est un raccourci. Donnez un vrai dossier.",
        "{folder} is a link. Give a real folder.",
    ),
    "is_mount": (
        "{folder} est un disque ou un volume, qui ne peut pas être échangé contre un autre dossier. "
        "Donnez un dossier à l'intérieur avec {option}.",
        "{folder} is a disk or a volume, which cannot be exchanged for another folder. "
        "Give a folder inside it with {option}.",
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
            self.fail("more", count=count, kind=fault.kind(self.tongue))
        if more:
            self.fail("show_all", check=freeze_command("--check"))

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
    except KeyboardInterrupt as stop:
        return _stopped(stop, voice)
    except Exception as error:
        return _failed(error, voice)


def _run(options: argparse.Namespace, voice: Voice) -> int:
    if options.base_url and not SITE_ADDRESS.fullmatch(options.base_url):
        voice.fail("bad_url", value=options.base_url)
        return 2
    if options.compress and compression.BROTLI is None:
        voice.fail("no_brotli", python=python())
        return 1
    try:
        today = build_date()
    except ValueError:
        voice.fail("bad_epoch")
        return 2
    if not options.check:
        # Whatever becomes of this build, what it would find wrong with the folder is told further down.
        with suppress(StagingError, OSError, ValueError, RuntimeError):
            put_back(options.destination)
    built = _build(today, options, voice)
    if isinstance(built, int):
        return built
    return _serve(options.destination, options.port, built.prefix, voice) if options.serve else 0


def _build(today: date, options: argparse.Namespace, voice: Voice) -> Site | int:
    """Check the content, and freeze the site unless asked only to check. Returns the site, or the exit status instead."""
    try:
        site = read_site(today, base_url=options.base_url)
    except ContentError as error:
        return _tell_faults(error, options, voice)
    if options.check:
        return _report(site, options, voice)
    if options.require_address and not (options.base_url or site.settings.address):
        voice.fail("no_address")
        return 1
    before, begun = None, False
    try:
        before, begun = _published(options.destination), True
        started = time.monotonic()
        _keep_apart(options)
        result = freeze(
            copy_of(site) if options.portable else site,
            options.destination,
            voice.progress,
            provenance=provenance(PROJECT_ROOT),
            compressed=options.compress,
        )
        _tell_what_changed(site, options, voice)
        _summarise(result, time.monotonic() - started, options.destination, voice)
        if options.portable:
            voice.say("portable", file=options.destination / "index.html")
        else:
            voice.say("entrance", address=f"{site.origin}{site.prefix}{site.settings.entrance}")
    except Exception as error:
        return _tell_failure(error, before, options, voice)
    except KeyboardInterrupt as stop:
        status = _stopped(stop, voice)
        if begun:
            _say_what_is_published(before, options.destination, voice)
        else:
            voice.fail("kept")
        return status
    return site


def _tell_faults(error: ContentError, options: argparse.Namespace, voice: Voice) -> int:
    """Say what is wrong with the content. Returns the exit status."""
    voice.faults(error.faults.errors, everything=options.all)
    voice.fail("faults", count=len(error.faults.errors))
    _annotate(error.faults, options, voice)
    return 1


def _tell_failure(error: Exception, before: bytes | None, options: argparse.Namespace, voice: Voice) -> int:
    """Say why a build failed, and what is published. Returns the exit status."""
    option = "--portable" if options.portable else "--destination"
    if isinstance(error, StagingError):
        voice.fail(error.code, option=option, **error.values)
        return 1
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        voice.fail(_why(error), option=option, reason=f"{error.strerror or error}{where}")
    else:
        _failed(error, voice)
    _say_what_is_published(before, options.destination, voice)
    return 1


def _why(error: OSError) -> str:
    """The sentence that says why nothing could be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "disk_full"
    return "read_only" if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) else "no_room"


def _keep_apart(options: argparse.Namespace) -> None:
    """Raises StagingError where a site would take the place of a copy, or a copy that of a site."""
    if options.portable and holds_site(options.destination):
        raise StagingError("holds_site", folder=options.destination)
    if not options.portable and holds_copy(options.destination):
        raise StagingError("holds_copy", folder=options.destination)


def _stopped(stop: KeyboardInterrupt, voice: Voice) -> int:
    """Say that somebody stopped the program. Returns the exit status that shells expect of the signal."""
    print(file=sys.stderr)
    voice.fail("stopped")
    return 128 + (stop.args[0] if stop.args else signal.SIGINT)


def _failed(error: Exception, voice: Voice) -> int:
    """Say that there is a mistake in the program, and keep for whoever mends it what tells where. Returns the exit status."""
    reason, file = internal_errors.save(error)
    voice.fail("bug", reason=reason, file=file)
    return 1


def _published(folder: Path) -> bytes | None:
    """What tells a published site from another; None where there is none."""
    try:
        return (folder / manifest.NAME).read_bytes()
    except OSError:
        return None


def _say_what_is_published(before: bytes | None, folder: Path, voice: Voice) -> None:
    """Say what became of the published site, as it is found and not as it is supposed to be."""
    after = _published(folder)
    if after == before:
        voice.fail("kept")
    elif after is not None:
        voice.fail("whole")


def _report(site: Site, options: argparse.Namespace, voice: Voice) -> int:
    """Say that the content is sound, what the association has still to decide, and which facts are overdue."""
    remarks = site.remarks.remarks
    defaults = [fault for fault in remarks if fault.code == "default"]
    voice.say("sound", pages=len(site.addresses()))
    if defaults and not voice.quiet:
        voice.say("defaults")
        for fault in defaults:
            print(f"  {dict(fault.values)['key']}")
    if len(remarks) > len(defaults):
        voice.say("remarks", count=len(remarks) - len(defaults), status=flask_command("status"))
    others = [fault for fault in remarks if fault.code not in (*NAMED, "default")]
    if options.all:
        voice.faults(others, everything=True)
    else:
        _tell_news(site, others, voice)
    _tell_what_changed(site, options, voice)
    overdue = [fault for fault in remarks if fault.code == OVERDUE] if options.strict_age else []
    for fault in overdue:
        voice.fault(fault)
    if overdue:
        voice.fail("overdue", count=len(overdue))
    return 0 if _annotate(site.remarks, options, voice) and not overdue else 1


def _tell_news(site: Site, remarks: list[Fault], voice: Voice) -> None:
    """Name the remarks that the content did not have yet when it was last published.

    remarks: without those that every build names, since time or a change of the French brings them.
    """
    if voice.quiet or not remarks:
        return
    news = new_remarks(remarks, site.remarks.content or CONTENT, PROJECT_ROOT / "build", site.today)
    if news is None:
        voice.say("news_unknown")
        return
    voice.say("news" if news.remarks else "no_news", count=len(news.remarks), commit=news.commit)
    voice.faults(news.remarks, everything=False)


def _tell_what_changed(site: Site, options: argparse.Namespace, voice: Voice) -> None:
    """Name the facts that became old, the news that are over, the translations that are behind or lost something.

    Where old facts are a failure, these are named with it.
    """
    named = set(NAMED) - ({OVERDUE} if options.strict_age else set())
    if not voice.quiet:
        voice.faults([fault for fault in site.remarks.remarks if fault.code in named], everything=options.all)
    if behind := sum(fault.code in REMARKS_OF_BEHIND for fault in site.remarks.remarks):
        voice.say("behind", count=behind)


def _annotate(faults: Faults, options: argparse.Namespace, voice: Voice) -> bool:
    """Tell the host of the code which lines are concerned, where it was asked for. Returns whether that could be done."""
    failing = {OVERDUE} if options.strict_age else frozenset[str]()
    shown: list[Annotation] = annotations(faults, PROJECT_ROOT, voice.tongue, failing)
    if options.format == "github":
        print(github(shown, (voice.sentence("to_mend"), voice.sentence("to_look_at"))), end="", flush=True)
    elif options.format == "gitlab":
        try:
            options.report.write_text(gitlab(shown), "utf-8")
        except OSError as error:
            voice.fail("no_report", reason=error.strerror or str(error))
            return False
    return True


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
        voice.fail("port_taken", port=port, free=free_port(port))
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
    parser.add_argument("--destination", type=Path, metavar="DIR", help="où écrire (build/)")
    parser.add_argument("--base-url", metavar="URL", help="l'adresse où le site sera publié, chemin compris")
    parser.add_argument(
        "--require-address", action="store_true", help="refuser de construire un site dont l'adresse n'est pas écrite"
    )
    parser.add_argument("--serve", action="store_true", help="servir le site sur cette machine une fois figé")
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="le port pour --serve (8000)")
    parser.add_argument("--check", action="store_true", help="vérifier le contenu, ne rien écrire")
    parser.add_argument(
        "--strict-age", action="store_true", help="avec --check : échouer si des faits n'ont pas été revérifiés à temps"
    )
    parser.add_argument(
        "--format",
        choices=("text", "github", "gitlab"),
        default="text",
        help="montrer aussi les fautes à leur ligne, dans une proposition de changement (github, gitlab)",
    )
    parser.add_argument(
        "--report",
        type=Path,
        default=Path("gl-code-quality-report.json"),
        metavar="FILE",
        help="où écrire le rapport de --format gitlab (gl-code-quality-report.json)",
    )
    parser.add_argument(
        "--portable",
        type=Path,
        nargs="?",
        const=PROJECT_ROOT / PORTABLE,
        metavar="DIR",
        help=f"faire au lieu du site une copie qui s'ouvre depuis un dossier ou une clé USB ({PORTABLE}/)",
    )
    parser.add_argument(
        "--compress",
        action="store_true",
        help="écrire aussi chaque fichier comprimé (.br, .gz), pour Apache, nginx et Caddy",
    )
    parser.add_argument("--all", action="store_true", help="montrer toutes les fautes et toutes les remarques")
    parser.add_argument("--quiet", action="store_true", help="ne dire que les fautes")
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help="la langue des phrases (fr)")
    options = parser.parse_args(arguments)
    if options.strict_age and not options.check:
        parser.error("--strict-age : --check")
    if options.portable:
        # A copy has a folder of its own, and no server.
        for name in ("destination", "serve", "compress", "require_address"):
            if getattr(options, name):
                parser.error(f"--portable : --{name.replace('_', '-')}")
    options.destination = options.portable or options.destination or PROJECT_ROOT / "build"
    return options


def _stop(number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt(number)


if __name__ == "__main__":
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000)  # a build reads much that it keeps, and makes little rubbish
    # A machine that shuts down stops us as a person does: what was begun is cleaned up.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    # The name of a folder may hold bytes that are no text.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
