"""Sheets into PDF files: all of them in memory first, then each in one step in the place of the former one."""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from flask import Flask

from ..canonical_json import Inputs
from ..files_in_use import remove_tree, replace
from ..languages import Language
from .fonts import gather
from .poster_error import PosterError
from .printed import Printed
from .sheets import FORMS, Order, sheet_of

TEMPLATES = Path(__file__).parent / "templates"


def sheets(order: Order, languages: Iterable[Language], facts: Printed, app: Flask) -> dict[str, Inputs]:
    """The data of every sheet, by the name of its file. Raises PosterError where a library is missing."""
    try:
        return {
            order.file(key, language): {"template": form.template, **sheet_of(form, language, order, facts, app)}
            for language in languages
            for key, form in FORMS.items()
        }
    except ImportError as error:
        raise PosterError("no_library") from error


def printed_files(data: dict[str, Inputs]) -> dict[str, bytes]:
    """The PDF of every sheet, by the name of its file: the same bytes for the same data. data: as `sheets` gives it.

    Raises PosterError where a font or a library is missing, or something has no room on its sheet; OSError.
    """
    with tempfile.TemporaryDirectory() as fonts:
        gather(Path(fonts), families={family for sheet in data.values() for family in sheet["families"]})
        return {file: _compiled(file, sheet, fonts) for file, sheet in data.items()}


def _compiled(file: str, sheet: Inputs, fonts: str) -> bytes:
    try:
        import typst
    except ImportError as error:
        raise PosterError("no_library") from error
    try:
        made: bytes = typst.compile(
            str(TEMPLATES / f"{sheet['template']}.typ"),
            root=str(TEMPLATES),
            font_paths=[fonts],
            ignore_system_fonts=True,
            sys_inputs={"sheet": json.dumps(sheet)},
            # Refuses a sheet without a title or a language, a picture without words, and letters that no font has.
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        raise PosterError(
            "no_room" if "no-room" in error.message else "not_set", file=file, reason=error.message
        ) from error
    return made


def write(files: dict[str, bytes], folder: Path) -> None:
    """Put files into a folder, which is made if need be: all of them, or none.

    Raises OSError; what was there before is then as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # Beside them and not elsewhere: a file takes another's place in one step on the same disk only.
    fresh = Path(tempfile.mkdtemp(prefix=".en-cours-", dir=folder))
    try:
        for file, content in files.items():
            (fresh / file).write_bytes(content)
        _exchange(files, fresh, folder)
    finally:
        remove_tree(fresh)


def _exchange(files: Iterable[str], fresh: Path, folder: Path) -> None:
    """Put new files in the place of former ones; where one cannot be, as it is open in a reader, all go back."""
    former = fresh / "former"
    former.mkdir()
    done: list[str] = []
    try:
        for file in files:
            if (folder / file).exists():
                replace(folder / file, former / file)
            done.append(file)
            replace(fresh / file, folder / file)
    except BaseException:
        for file in done:
            (folder / file).unlink(missing_ok=True)
        for sheet in former.iterdir():
            replace(sheet, folder / sheet.name)
        raise
