"""A translation is begun, or brought up to date: what changed in the French stands in its file while somebody works on it.

The French stands there as remarks of the header: no page and no check sees them, and `traduit` takes them away.
"""

from collections.abc import Iterator
from pathlib import Path

from ..content import frontmatter
from ..content.document import Document, Words, fingerprint_of
from ..git import ask_git
from ..languages import BY_TAG, SOURCE
from ..messages.faults import Faults
from .plan import Plan
from .texts import FileText
from .word_differences import Piece, as_text, differences

BEGIN, END = "# === À TRADUIRE : le français, retiré par « traduit » ===", "# === FIN DU FRANÇAIS ==="

_MOST_VERSIONS = 300
"""Of one file; more are not asked for."""


def file_of_translation(document: Document, tag: str, content: Path) -> Path:
    """The file of a translation, whether it is there or not: it lies where the French one does, in its own language."""
    translated = document.translations.get(tag)
    return translated.file if translated else content / tag / document.file.relative_to(content / SOURCE.tag)


def french_before(document: Document, digest: str, content: Path) -> Words | None:
    """The French words from which a translation was made, or None where the history of the files does not hold them.

    digest: the fingerprint that the translation names.
    """
    project = content.parent
    if not (project / ".git").exists():
        return None
    name = document.file.relative_to(project).as_posix()
    # A renamed file had another name in its former versions.
    asked = ("log", "--follow", f"--max-count={_MOST_VERSIONS}", "--format=%H", "--name-only", "-z", "--", name)
    answer = ask_git(project, *asked)
    names = [each.strip("\n") for each in (answer or b"").decode("utf-8", "replace").split("\0")]
    version = ""
    for each in filter(None, names):
        if _is_commit(each):
            version = each
        elif version and (words := _words_at(project, version, each)) and fingerprint_of(words) == digest:
            return words
    return None


def _is_commit(text: str) -> bool:
    return len(text) in (40, 64) and all(sign in "0123456789abcdef" for sign in text)


def _words_at(project: Path, version: str, name: str) -> Words | None:
    """The words of a French file as it was, or None where it was none."""
    raw = ask_git(project, "show", f"{version}:{name}")
    if raw is None:
        return None
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    parts = frontmatter.parts_of(text, Path(name), Faults())
    if parts is None:
        return None
    title, tab, summary = (" ".join(str(parts.data.get(key) or "").split()) for key in ("titre", "onglet", "resume"))
    return Words(title, tab or None, summary, parts.body)


def changes(before: Words, after: Words) -> Iterator[tuple[str, list[Piece]]]:
    """What changed in the French: the key of the header, or nothing for the text, and the words of each changed line."""
    for key, old, new in (
        ("titre", before.title, after.title),
        ("onglet", before.tab or "", after.tab or ""),
        ("resume", before.summary, after.summary),
        ("", before.body, after.body),
    ):
        for pieces in differences(old, new):
            yield key, pieces


def plan_begun(document: Document, tag: str, content: Path, before: Words | None) -> Plan:
    """How the file of a translation gets what is to be translated.

    before: the French words that it follows; None puts the whole French text there.
    """
    plan = Plan(content)
    file = file_of_translation(document, tag, content)
    words = document.words(SOURCE)[0]
    french = list(_remarks(_changed(before, words) if before else _whole(words)))
    if file.exists():
        text = without_french(FileText.read(file))
        lines = text.text.split("\n")
        new = "\n".join([lines[0], *french, *lines[1:]])
        plan.write(file, FileText(file, new, text.line_end, text.has_mark).written)
    else:
        keys = ["titre", *(["onglet"] if words.tab else []), "resume"]
        lines = ["---", *french, *(f'{key}: ""' for key in keys), "---", ""]
        plan.write(file, "\n".join(lines) + "\n")
    return plan


def _changed(before: Words, after: Words) -> Iterator[str]:
    for key, pieces in changes(before, after):
        yield (f"{key}: " if key else "") + as_text(pieces)
        yield ""


def _whole(words: Words) -> Iterator[str]:
    yield f"titre: {words.title}"
    if words.tab:
        yield f"onglet: {words.tab}"
    yield f"resume: {words.summary}"
    yield ""
    yield words.body.strip()


def _remarks(texts: Iterator[str]) -> Iterator[str]:
    yield BEGIN
    for text in texts:
        yield from (f"# {line}".rstrip() for line in text.split("\n"))
    yield END


def without_french(text: FileText) -> FileText:
    """A file without the French that was put there to be translated."""
    kept, inside = list[str](), False
    for line in text.text.split("\n"):
        inside = inside or line == BEGIN
        if not inside:
            kept.append(line)
        inside = inside and line != END
    return text if inside else FileText(text.file, "\n".join(kept), text.line_end, text.has_mark)


def tag_named(typed: str, content: Path) -> str | None:
    """The language of a translation that somebody names by its file or its path, or None."""
    steps = typed.replace("\\", "/").split("/")
    file = Path(typed)
    if file.is_absolute() and file.resolve().is_relative_to(content.resolve()):
        steps = list(file.resolve().relative_to(content.resolve()).parts)
    found = next((step for step in steps if step in BY_TAG), None)
    return None if found == SOURCE.tag else found
