"""Which page somebody means who gives its file, its path or its address, and the files that it has."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..content.files import is_left_by_programs
from ..languages import BY_TAG, LANGUAGES


def path_of(typed: str, content: Path) -> str:
    """The path of a page below its language, such as `aides/urgence`; that of the home page is the empty text.

    typed: a file (`content/fr/aides/urgence.md`), a folder, a path (`aides/urgence`) or an address
    (`https://example.org/fr/aides/urgence/`). Nothing says that there is such a page.
    """
    text = typed.strip()
    if "://" in text:
        steps = _steps(unquote(urlsplit(text).path))
        first = next((number for number, step in enumerate(steps) if step in BY_TAG), None)
        return "/".join(steps if first is None else steps[first + 1 :])
    file = Path(text)
    if file.resolve().is_relative_to(content.resolve()) and (file.exists() or file.is_absolute()):
        steps = list(file.resolve().relative_to(content.resolve()).parts)
    else:
        steps = _steps(text.replace("\\", "/"))
        if steps[:1] == [content.name]:
            del steps[0]
    if steps and steps[0] in BY_TAG:
        del steps[0]
    if steps and steps[-1].endswith(".md"):
        steps[-1] = steps[-1].removesuffix(".md")
        if steps[-1] == "index":
            del steps[-1]
    return "/".join(steps)


def _steps(path: str) -> list[str]:
    return [step for step in path.split("/") if step not in ("", ".")]


def files_of(path: str, content: Path) -> Iterator[Path]:
    """The files of a page in every language, the French one first; those below it are not its own."""
    for language in LANGUAGES:
        for file in (content / language.tag / f"{path}.md", content / language.tag / path / "index.md"):
            if file.is_file():
                yield file


def files_below(path: str, content: Path) -> Iterator[Path]:
    """The files of a page and of all pages below it, in every language."""
    for language in LANGUAGES:
        folder = content / language.tag
        if (folder / f"{path}.md").is_file():
            yield folder / f"{path}.md"
        for file in sorted((folder / path).rglob("*.md")):
            if not any(map(is_left_by_programs, file.relative_to(folder).parts)):
                yield file


def page_path_of(file: Path, content: Path) -> str:
    """The path of the page that a file of content is of."""
    steps = [*file.relative_to(content).with_suffix("").parts[1:]]
    return "/".join(steps[:-1] if steps[-1:] == ["index"] else steps)
