"""What translators ask of the project on the command line: note what was translated, and what was reviewed."""

import datetime
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
from flask import Flask

from ..checks import reviewers
from ..checks.translations import differences
from ..content import frontmatter, library
from ..content.library import Document, Library, Translated
from ..content.translation import is_behind, progress, review_of
from ..languages import BY_TAG, SOURCE
from ..messages.command_lines import flask_command
from ..messages.faults import Faults, Tongue, shown
from ..project import CONTENT, PROJECT_ROOT, build_date

_FILES = click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FICHIER..."
)


def register_translating(app: Flask) -> None:
    """Add the commands to an application."""

    @app.cli.command("traduit")
    @_FILES
    def translated(files: tuple[Path, ...]) -> None:
        """Note dans une traduction qu'elle suit le texte français d'aujourd'hui."""
        for file, document, own in _translations(files):
            if found := list(differences(document, own)):
                faults = Faults()
                for found_here in found:
                    line = own.parts.body_line + found_here.line - 1
                    faults.add(found_here.code, own.file, line, **found_here.values)
                told = "\n".join(fault.told(PROJECT_ROOT) for fault in faults)
                raise click.ClickException(f"{file} : cette traduction n'a pas les parties du français.\n{told}")
            _write(file, {"traduit_de": document.fingerprint})
            click.echo(f"{_name(file)} : noté.")

    @app.cli.command("relu")
    @_FILES
    @click.option("--par", "reviewer", required=True, help="L'organisation, ou des initiales. Jamais un nom.")
    @click.option("--le", "day", metavar="AAAA-MM-JJ", help="Le jour de la relecture (aujourd'hui).")
    def reviewed(files: tuple[Path, ...], reviewer: str, day: str | None) -> None:
        """Note qu'une personne dont c'est la langue a relu ces mots, à côté du français d'aujourd'hui."""
        reviewer = " ".join(reviewer.split())
        if not reviewers.is_allowed(reviewer):
            raise click.ClickException(
                f"« {shown(reviewer)} » nomme peut-être une personne. "
                "Écrivez des initiales (M. D.), ou une organisation (association Exemple)."
            )
        read_on = _day(day)
        for file, document, own in _translations(files):
            if is_behind(document, BY_TAG[_tag(file)]):
                raise click.ClickException(
                    f"{file} : le texte français a changé depuis cette traduction. Mettez-la à jour d'abord, "
                    f"puis : {flask_command('traduit', str(file))}"
                )
            review = review_of(document, own)
            _write(file, {"relu_par": reviewer, "relu_le": read_on.isoformat(), "relu_de": review})
            click.echo(f"{_name(file)} : relecture notée.")


def _write(file: Path, values: dict[str, str]) -> None:
    """As `note`, with a sentence where nothing can be written. Raises click.ClickException."""
    try:
        note(file, values)
    except OSError as error:
        raise click.ClickException(
            f"{file} n'a pas pu être écrit ({error.strerror or error}) : le fichier est resté tel quel. "
            "Vérifiez que le dossier n'est pas protégé et que le disque n'est pas plein, puis recommencez."
        ) from error


def _day(text: str | None) -> datetime.date:
    """The day of a review. Raises click.ClickException where it is none, or still to come."""
    today = build_date()
    try:
        day = datetime.date.fromisoformat(text) if text else today
    except ValueError as error:
        raise click.ClickException(f"« {shown(text or '')} » n'est pas une date. Écrivez-la ainsi : {today}") from error
    if day > today:
        raise click.ClickException(f"{day} est dans le futur. Corrigez la date, ou retirez --le.")
    return day


def _translations(files: tuple[Path, ...]) -> Iterator[tuple[Path, Document, Translated]]:
    """The French page and the words of each file. Raises click.ClickException where one is no translation."""
    faults = Faults()
    books = library.load(CONTENT, faults)
    for file in files:
        if not file.resolve().is_relative_to(CONTENT) or _tag(file) == SOURCE.tag or _tag(file) not in BY_TAG:
            raise click.ClickException(f"{file} : ce n'est pas une traduction.")
        document, own = _find(books, file)
        if document is None:
            raise click.ClickException(f"{_name(file)} : la page française n'existe pas.")
        if own is None:
            wrong = [fault for fault in faults if fault.file.resolve() == file.resolve()]
            told = "\n".join(fault.told(PROJECT_ROOT) for fault in wrong)
            raise click.ClickException(told or f"{_name(file)} : la page n'a pas de texte.")
        yield file, document, own


def _find(books: Library, file: Path) -> tuple[Document | None, Translated | None]:
    """The French page of a translation, and the words of the translation, where they can be read."""
    path = "/".join(_name(file).with_suffix("").parts[1:]).removesuffix("index").rstrip("/")
    document = books.documents.get(path)
    own = document.translations.get(_tag(file)) if document else None
    # `page.md` and `page/index.md` would be the same page.
    return document, own if own and own.file.resolve() == file.resolve() else None


def _name(file: Path) -> Path:
    """A file as seen from the folder of all content."""
    return file.resolve().relative_to(CONTENT)


def _tag(file: Path) -> str:
    """The language of a translation, by the folder in which it lies."""
    return _name(file).parts[0]


def note(file: Path, values: dict[str, str]) -> None:
    """Write lines `key: "value"` into the header of a file, in place of those with the same keys or at its end.

    Every other byte stays. The file is replaced in one step, so that a full disk or an interruption leaves the old one
    whole. Raises click.ClickException where the header cannot be read, or would not be read as it was afterwards.
    """
    faults = Faults()
    before = frontmatter.read(file, faults)
    if before is None:
        raise click.ClickException("\n".join(fault.told(PROJECT_ROOT) for fault in faults))
    new = _with_lines(file.read_bytes().decode("utf-8"), values)
    with tempfile.NamedTemporaryFile("wb", dir=file.parent, suffix=".tmp", delete=False) as copy:
        try:
            copy.write(new.encode("utf-8"))
            copy.flush()
            os.fsync(copy.fileno())
            after = frontmatter.read(Path(copy.name), Faults())
            if after is None or after.data != before.data | values or after.body != before.body:
                raise click.ClickException(
                    f"{file} : l'en-tête n'est pas fait de lignes « clé: valeur ». Récrivez-le ainsi, puis recommencez."
                )
            shutil.copymode(file, copy.name)
            Path(copy.name).replace(file)
        except BaseException:
            Path(copy.name).unlink(missing_ok=True)
            raise


def _with_lines(text: str, values: dict[str, str]) -> str:
    """The text of a file with lines in its header; they end as its first line does."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    ending = lines[0][len(lines[0].rstrip("\r\n")) :]
    end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    header = lines[1:end]
    for key, value in values.items():
        new = f"{key}: {_scalar(value)}{ending}"
        place = next((n for n, line in enumerate(header) if re.match(rf"""["']?{key}["']?\s*:""", line)), len(header))
        after = place + 1
        while after < len(header) and header[after][:1] in (" ", "\t"):  # the rest of a value on several lines
            after += 1
        header[place:after] = [new]
    return "".join([lines[0], *header, *lines[end:]])


def _scalar(value: str) -> str:
    return value if re.fullmatch(r"[0-9a-f-]+", value) else json.dumps(value, ensure_ascii=False)


_PROGRESS = {
    "count": (
        "{tag} : {done} / {total} traduites, {reviewed} relues, {behind} en retard",
        "{tag}: {done} / {total} translated, {reviewed} reviewed, {behind} behind",
    ),
    "behind": ("En retard sur le français, à mettre à jour ({tag}) :", "Behind the French, to be updated ({tag}):"),
    "unreviewed": (
        "À faire relire par une personne dont c'est la langue ({tag}) :",
        "To be reviewed by a native speaker ({tag}):",
    ),
}


def lines_of_progress(library: Library, tongue: Tongue = "fr") -> Iterator[str]:
    """How far the translations are: for each language, the files that need somebody, then a count."""

    def sentence(code: str, **values: object) -> str:
        return _PROGRESS[code][tongue == "en"].format(**values)

    found = list(progress(library))
    for each in found:
        for code, files in (("behind", each.behind), ("unreviewed", each.unreviewed)):
            if files:
                yield sentence(code, tag=each.language.tag)
                yield from (f"  {_shown(own.file)}" for own in files)
    for each in found:
        yield sentence(
            "count",
            tag=each.language.tag,
            done=each.done,
            total=len(library.documents),
            reviewed=each.reviewed,
            behind=len(each.behind),
        )


def _shown(file: Path) -> str:
    return shown(file.relative_to(PROJECT_ROOT) if file.is_relative_to(PROJECT_ROOT) else file)
