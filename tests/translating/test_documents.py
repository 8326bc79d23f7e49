"""The document that goes out to a translator, and what comes back of it."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import docx.document
import pytest
from docx.table import _Cell

from eclaircie.cli import emporter
from eclaircie.cli.invocation import Folders
from eclaircie.content import library
from eclaircie.languages import BY_TAG
from eclaircie.messages.faults import Faults
from eclaircie.project import CONTENT
from eclaircie.translating.rows import row_of, rows_of, text_of
from eclaircie.translating.sheet import sheet_of
from eclaircie.translating.word_file import document_of
from eclaircie.translating.word_reading import returned_pages
from tests.command_line import Result
from tests.command_line import run as run_command
from tests.small_site import MIDNIGHT, fingerprint, write_small_content

FRENCH = """\
---
titre: Quoi faire
onglet: Quoi
resume: Ce qu'il faut faire.
mots: [agir, partir]
---

Restez près d'une **sortie**.
Appelez [](fiche:conseils/numero), avant 2027.

[](fiche:conseils)

## Ensuite

1. Lisez [cette page](page:aider).
2. Partez.

| Jour | Heure |
|---|---|
| lundi | 9 h |
"""

OWN = {
    "Quoi faire": "What to do",
    "Quoi": "What",
    "Ce qu'il faut faire.": "What is to be done.",
    "agir\npartir": "act\nleave\ngo away",
    "Restez près d'une sortie.\nAppelez [](fiche:conseils/numero), avant 2027.": (
        "Stay near a way out.\nCall [](fiche:conseils/numero), before 2027."
    ),
    "Ensuite": "Then",
    "Lisez [cette page](page:aider).": "Read [this page](page:aider).",
    "Partez.": "Leave.",
    "| Jour | Heure |": "| Day | Hour |",
    "| lundi | 9 h |": "| Monday | 9 |",
}
"""What a translator writes beside each French cell."""

TRANSLATED = """\
---
titre: What to do
onglet: What
resume: What is to be done.
mots: [act, leave, go away]
traduit_de: {digest}
---

Stay near a way out.
Call [](fiche:conseils/numero), before 2027.

[](fiche:conseils)

## Then

1. Read [this page](page:aider).
2. Leave.

| Day | Hour |
|---|---|
| Monday | 9 |
"""

PAGE = "en/quoi.md"
SENT = "envoi.docx"

Run = Callable[..., Result]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site with a page to translate."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    monkeypatch.chdir(tmp_path)
    return write_small_content(tmp_path / "content", {"fr/quoi.md": FRENCH})


@pytest.fixture
def run(content: Path) -> Run:
    """Runs a command on that site."""
    return lambda *words: run_command(*words, folders=Folders(root=content.parent, content=content))


def cells(document: docx.document.Document) -> dict[str, _Cell]:
    """The cells for the translation, by the French beside them."""
    rows = [row.cells for table in document.tables for row in table.rows]
    return {row[1].text: row[2] for row in rows}


def fill(file: Path, changes: dict[str, str]) -> None:
    """Write into the cells of a document, as a translator does. changes: by the French beside them."""
    document = docx.Document(str(file))
    found = cells(document)
    for french, own in changes.items():
        found[french].text = own
    document.save(str(file))


def send(run: Run, content: Path, changes: dict[str, str] | None = None) -> None:
    """Let the page go out, and be filled in. changes: instead of, or beside, what a translator writes."""
    assert run("emporter", "--langue", "en", "--vers", SENT, content / "fr/quoi.md").exit_code == 0
    fill(Path(SENT), OWN | (changes or {}))


def test_a_page_that_was_filled_in_comes_back_whole(run: Run, content: Path) -> None:
    """Titles, words to search by, links, cards, lists and tables: all stand where they stand in French."""
    send(run, content)

    result = run("reprendre", SENT)

    assert (result.exit_code, result.stderr) == (0, "")
    assert (content / PAGE).read_text("utf-8") == TRANSLATED.format(digest=fingerprint(content, "quoi"))


def test_a_page_that_is_taken_back_twice_stays(run: Run, content: Path) -> None:
    """Nothing is written that is there already, and nothing is blamed."""
    send(run, content)
    run("reprendre", SENT)

    result = run("reprendre", SENT)

    assert result.exit_code == 0
    assert "rien de nouveau" in result.stdout


def test_what_goes_out_is_what_is_missing_or_behind(run: Run, content: Path) -> None:
    """Pages that follow today's French are not asked for again; a document is never written over another."""
    result = run("emporter", "--langue", "en")
    found = cells(docx.Document("traduction-en.docx"))

    assert result.exit_code == 0
    assert "Quoi faire" in found and "Vos droits" not in found
    assert run("emporter", "--langue", "en").exit_code == 2


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_translation_that_nobody_touched_comes_back_as_it_was(
    run: Run, content: Path, tag: str, tmp_path: Path
) -> None:
    """Going out and coming back changes no file."""
    text = TRANSLATED.format(digest=fingerprint(content, "quoi")).replace("What is", "What\u00a0is")
    write_small_content(content, {f"{tag}/quoi.md": text})
    before = {file: file.read_bytes() for file in content.rglob("*.md")}
    names = [file for file in before if file.is_relative_to(content / tag)]

    assert run("emporter", "--langue", tag, "--vers", SENT, *names).exit_code == 0
    result = run("reprendre", SENT)

    assert (result.exit_code, result.stderr) == (0, "")
    assert {file: file.read_bytes() for file in content.rglob("*.md")} == before


WRONG = {
    "Partez.": ("", "ligne 9 : il n'y a pas de traduction de « Partez. »"),
    "Lisez [cette page](page:aider).": ("Read this page.", "ligne 8 : il manque « (page:aider) »"),
    "Ensuite": ("Then [again](page:traces)", "ligne 7 : « (page:traces) » n'est pas dans le français"),
    "Restez près d'une sortie.\nAppelez [](fiche:conseils/numero), avant 2027.": (
        "Call [](fiche:conseils/numero), before long.",
        "ligne 5 : un nombre du français n'y est pas : 2027",
    ),
}


@pytest.mark.parametrize("french", WRONG)
def test_what_was_lost_is_named_with_its_row_and_nothing_is_written(run: Run, content: Path, french: str) -> None:
    """An empty cell, a lost or an added link, a lost number."""
    own, sentence = WRONG[french]
    send(run, content, {french: own})

    result = run("reprendre", SENT)

    assert result.exit_code == 1
    assert sentence in result.stderr
    assert not (content / PAGE).exists()


def test_a_row_that_is_missing_or_doubled_is_named(run: Run, content: Path) -> None:
    """Rows are known by what stands in their first cell, not by their place."""
    send(run, content)
    document = docx.Document(SENT)
    rows = [row for row in document.tables[0].rows if row.cells[1].text in ("Partez.", "Ensuite")]
    rows[0]._tr.addnext(rows[1]._tr.__copy__())
    rows[0]._tr.getparent().remove(rows[0]._tr)
    document.save(SENT)

    told = run("reprendre", SENT).stderr

    assert "ligne 7 : cette ligne a été supprimée" in told
    assert "ligne 9 : cette ligne est là plusieurs fois" in told


def test_a_row_without_its_key_is_named(run: Run, content: Path) -> None:
    """Nobody can tell where its words would go."""
    send(run, content)
    document = docx.Document(SENT)
    next(row for row in document.tables[0].rows if row.cells[1].text == "Partez.").cells[0].text = ""
    document.save(SENT)

    told = run("reprendre", SENT).stderr

    assert "une ligne n'a plus ses petites lettres grises (« Leave. »)" in told
    assert "ligne 9 : cette ligne a été supprimée" in told


def test_french_that_was_altered_is_told_where_it_is_no_longer_in_the_site(run: Run, content: Path) -> None:
    """A slip in the left column costs nothing while the site has that row; else nobody knows what was translated."""
    send(run, content)
    document = docx.Document(SENT)
    next(row for row in document.tables[0].rows if row.cells[1].text == "Partez.").cells[1].text = "Pertez."
    document.save(SENT)
    (content / "fr/quoi.md").write_text(FRENCH.replace("Partez.", "Partez vite."), "utf-8")

    refused = run("reprendre", SENT)
    (content / "fr/quoi.md").write_text(FRENCH, "utf-8")

    assert "ligne 9 : le français de la colonne de gauche a été changé" in refused.stderr
    assert run("reprendre", SENT).exit_code == 0


MENDED = {
    "Read [this page] (page:aider).": "Read [this page](page:aider).",
    "Read [this page](Page:Aider ).": "Read [this page](page:aider).",
    "Read\u00ad [this page](\u200epage:aider\u200e).\u200b": "Read [this page](page:aider).",
    "Read  [this page](page:aider) \u202bnow\u202c.": "Read [this page](page:aider) now.",
    "It\u2019s \u201cthere\u201d: [this page](page:aider) \u2013 go.": "It's \u201cthere\u201d: [this page](page:aider) - go.",
}


@pytest.mark.parametrize("written", MENDED)
def test_what_a_word_processor_did_is_undone(run: Run, content: Path, written: str) -> None:
    """Links whose parts drifted apart, signs that nobody sees, quotes and dashes that the language is not written with."""
    send(run, content, {"Lisez [cette page](page:aider).": written})

    result = run("reprendre", SENT)

    assert (result.exit_code, result.stderr) == (0, "")
    assert f"1. {MENDED[written]}\n" in (content / PAGE).read_text("utf-8")


@pytest.mark.parametrize(
    ("french", "typed", "written"),
    [
        ("Partez.", "2. Leave.", "2. Leave.\n"),
        ("Partez.", "- Leave.", "2. Leave.\n"),
        ("Ensuite", "Then\nat once", "## Then at once\n"),
        ("| lundi | 9 h |", "| Monday\n| 9 |", "| Monday | 9 |\n"),
    ],
)
def test_what_stands_on_one_line_is_written_on_one(
    run: Run, content: Path, french: str, typed: str, written: str
) -> None:
    """A sign of a list that was typed too, a subtitle or a row of a table on two lines: each is what was meant."""
    send(run, content, {french: typed})

    result = run("reprendre", SENT)

    assert (result.exit_code, result.stderr) == (0, "")
    assert written in (content / PAGE).read_text("utf-8")


def test_bold_is_bold(run: Run, content: Path) -> None:
    """What the French has in bold is bold in the document, and what the translator makes bold is bold on the page."""
    send(run, content)
    document = docx.Document(SENT)
    french = next(row.cells[1] for table in document.tables for row in table.rows if "sortie" in row.cells[1].text)
    cell = cells(document)["Partez."]
    cell.text = ""
    cell.paragraphs[0].add_run("Leave")
    cell.paragraphs[0].add_run(" now ").bold = True
    cell.paragraphs[0].add_run("or later.")
    document.save(SENT)

    run("reprendre", SENT)

    assert [run.text for run in french.paragraphs[0].runs if run.bold] == ["sortie"]
    assert "2. Leave **now** or later.\n" in (content / PAGE).read_text("utf-8")


def test_revisions_count_as_accepted(run: Run, content: Path) -> None:
    """Words added under revision are there, words taken away are gone."""
    send(run, content)
    document = docx.Document(SENT)
    paragraph = cells(document)["Partez."].paragraphs[0]._p
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for xml in (
        f"<w:ins {namespace}><w:r><w:t> Now.</w:t></w:r></w:ins>",
        f"<w:del {namespace}><w:r><w:delText> Never.</w:delText></w:r></w:del>",
    ):
        paragraph.append(docx.oxml.parse_xml(xml))
    document.save(SENT)

    run("reprendre", SENT)

    assert "2. Leave. Now.\n" in (content / PAGE).read_text("utf-8")


def test_a_translation_that_was_changed_meanwhile_is_not_written_over(run: Run, content: Path) -> None:
    """What somebody else wrote in the site stays, and is told."""
    send(run, content)
    write_small_content(content, {PAGE: "---\ntitre: Else\nonglet: E\nresume: Else.\n---\n\nElse.\n"})
    before = (content / PAGE).read_bytes()

    result = run("reprendre", SENT)

    assert result.exit_code == 1
    assert "cette traduction a été changée dans le site" in result.stderr
    assert (content / PAGE).read_bytes() == before


def test_a_translation_says_which_french_it_follows(run: Run, content: Path) -> None:
    """Where the French has changed since, the translation names the French that was translated, and this is said."""
    digest = fingerprint(content, "quoi")
    send(run, content)
    (content / "fr/quoi.md").write_text(FRENCH.replace("Partez.", "Partez vite."), "utf-8")

    result = run("reprendre", SENT)

    assert result.exit_code == 0
    assert "le français a encore changé" in result.stdout
    assert (content / PAGE).read_text("utf-8") == TRANSLATED.format(digest=digest)


def test_what_changed_in_the_french_is_marked(run: Run, content: Path) -> None:
    """By word, where git knows the French that was translated: added words are highlighted, removed ones struck through."""
    digest = fingerprint(content, "quoi")
    write_small_content(content, {PAGE: TRANSLATED.format(digest=digest)})
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@b.test", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", "-C", str(content.parent), *words], check=True, capture_output=True)
    (content / "fr/quoi.md").write_text(FRENCH.replace("Partez.", "Fuyez vite."), "utf-8")

    result = run("emporter", "--langue", "en", "--vers", SENT, content / PAGE)

    paragraph = next(
        row.cells[1].paragraphs[0]
        for table in docx.Document(SENT).tables
        for row in table.rows
        if "vite" in row.cells[1].text
    )
    assert result.exit_code == 0
    assert [run.text for run in paragraph.runs if run.font.strike] == ["Partez"]
    assert "".join(run.text for run in paragraph.runs if run.font.highlight_color) == "Fuyez vite"


def test_what_changed_in_the_french_must_be_looked_at(run: Run, content: Path) -> None:
    """A page whose rows nobody has looked at does not count as up to date, though its words may still be right."""
    write_small_content(content, {PAGE: TRANSLATED.format(digest="0" * 12)})
    before = (content / PAGE).read_bytes()
    run("emporter", "--langue", "en", "--vers", SENT, content / PAGE)

    untouched = run("reprendre", SENT)
    fill(Path(SENT), {"Partez.": "Leave now."})
    refused = run("reprendre", SENT)
    kept = (content / PAGE).read_bytes()
    fill(Path(SENT), {"Quoi faire": "What to do", "Partez.": "Leave."})
    run("reprendre", SENT)

    assert "« Quoi faire » : pas encore faite." in untouched.stdout
    assert refused.exit_code == 1 and "ligne 1 : le français de cette ligne a changé" in refused.stderr
    assert kept == before
    assert (content / PAGE).read_text("utf-8") == TRANSLATED.format(digest=fingerprint(content, "quoi"))


def test_a_page_that_was_not_begun_is_no_fault(run: Run, content: Path) -> None:
    """A document may come back with some of its pages done: the others are named, and stay as they are."""
    run("emporter", "--langue", "en", "--vers", SENT, content / "fr/quoi.md", content / "fr/aider/voisin.md")
    fill(Path(SENT), OWN)

    result = run("reprendre", SENT)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "« Pour la voisine » : pas encore faite." in result.stdout
    assert (content / PAGE).exists() and not (content / "en/aider/voisin.md").exists()


def test_a_page_that_comes_back_twice_is_taken_once(run: Run, content: Path) -> None:
    """Of two documents with the same page the first one counts, and this is said."""
    send(run, content)
    other = Path("autre.docx")
    other.write_bytes(Path(SENT).read_bytes())
    fill(other, {"Partez.": "Go."})

    result = run("reprendre", SENT, other)

    assert "cette page est là plusieurs fois" in result.stderr
    assert "2. Leave." in (content / PAGE).read_text("utf-8")


def test_a_review_is_never_invented(run: Run, content: Path) -> None:
    """Who has reviewed a translation, and when, stays as it stood, and a new one names nobody."""
    review = "relu_par: M. D.\nrelu_le: 2026-11-20\nrelu_de: 0123456789abcdef\n"
    text = TRANSLATED.format(digest=fingerprint(content, "quoi")).replace("---\n\nStay", f"{review}---\n\nStay")
    write_small_content(content, {PAGE: text})
    send(run, content, {"Partez.": "Leave at once."})

    run("reprendre", SENT)

    assert (content / PAGE).read_text("utf-8") == text.replace("2. Leave.", "2. Leave at once.")


def test_what_the_check_refuses_is_told_with_its_row(run: Run, content: Path) -> None:
    """A number written by hand is no fault of the document, but of the page: nothing of it is written."""
    send(run, content, {"Partez.": "Call 01 23 45 67 89."})

    result = run("reprendre", SENT)

    assert result.exit_code == 1
    assert result.stderr.startswith("« Quoi faire », ligne 9 : ")
    assert not (content / PAGE).exists()


def test_where_the_library_is_missing_there_is_a_sentence(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site itself needs no such library; whoever needs it is told how to get it."""
    docx.Document().save("x.docx")
    monkeypatch.setitem(sys.modules, "docx", None)

    for words in (("emporter", "--langue", "en"), ("reprendre", "x.docx")):
        result = run(*words)

        assert result.exit_code == 1
        assert "requirements-edit.txt" in result.stderr


@pytest.mark.parametrize("words", [("--langue", "fr"), ("--langue", "xx"), ("--langue", "en", "site.yaml")])
def test_what_cannot_go_out_is_said(run: Run, content: Path, words: tuple[str, ...]) -> None:
    """French, a language that the site has not, a file that is no page."""
    (content.parent / "site.yaml").write_text("x", "utf-8")

    result = run("emporter", *words)

    assert result.exit_code == 2
    assert "Traceback" not in result.output and result.stderr
    assert [*content.parent.glob("*.docx")] == []


def test_a_full_disk_leaves_no_half_of_a_document(run: Run, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence gives the reason, and nothing is left behind."""

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(emporter, "replace", full)

    result = run("emporter", "--langue", "en")

    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert [file.name for file in content.parent.iterdir()] == ["content"]


def test_arabic_runs_from_right_to_left(run: Run, content: Path) -> None:
    """In each cell of the translation, and not in the French ones."""
    run("emporter", "--langue", "ar", "--vers", SENT, content / "ar/aider/index.md")

    rows = docx.Document(SENT).tables[0].rows[1:]
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}bidi"
    turned = [[len(list(cell._tc.iter(name))) for cell in row.cells] for row in rows]
    assert {tuple(each) for each in turned} == {(0, 0, 1)}


@pytest.mark.parametrize("held", [b"", b"PK\x03\x04", b"not a document"])
def test_what_is_no_document_is_said(run: Run, held: bytes) -> None:
    """A file of another kind gets a sentence with the remedy."""
    Path("x.docx").write_bytes(held)

    result = run("reprendre", "x.docx")

    assert result.exit_code == 1
    assert "enregistrez-le au format Word" in result.stderr


def test_a_document_of_somebody_else_is_said(run: Run) -> None:
    """A document without a page of ours too."""
    docx.Document().save("x.docx")

    assert "il n'y a pas de page à reprendre" in run("reprendre", "x.docx").stderr


BODIES = [
    "Un.\nDeux.\n\n## Trois\n\n- a\n  b\n- c\n\n1. d\n2. e\n\n   f\n\n> g\n>\n> h\n\n| i | j |\n|---|---|\n| k | l |\n",
    "Suite :\n- a\n- b\n\n---\n\n#### Fin\n",
]


@pytest.mark.parametrize("body", BODIES)
def test_rows_make_the_text_that_they_were_cut_from(body: str) -> None:
    """Whatever the blocks are: also through the few signs by which each is known in the document."""
    rows = rows_of(body)

    assert text_of(rows) == body
    assert [row_of(row.code, row.text) for row in rows] == rows


@pytest.mark.exhaustive
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_translation_goes_out_and_comes_back(tag: str, tmp_path: Path) -> None:
    """Each cell of each page of the real site."""
    documents = [each for each in library.load(CONTENT, Faults()).documents.values() if tag in each.translations]
    sheets = [sheet_of(document, BY_TAG[tag], CONTENT) for document in documents]
    file = tmp_path / "a.docx"
    file.write_bytes(document_of(sheets, BY_TAG[tag], "fr"))

    for sheet, page in zip(sheets, returned_pages(file), strict=True):
        assert [returned.row.text for returned in page.rows] == [line.own for line in sheet.lines], page.path
