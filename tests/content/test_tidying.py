"""Headers in one form: nothing is lost, nothing else changes."""

import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from eclaircie.cli.invocation import Folders
from eclaircie.content import frontmatter
from eclaircie.content.facts import declared
from eclaircie.content.library import load
from eclaircie.content.models import MODELS
from eclaircie.content.parts import without_empty
from eclaircie.content.raw_text import forbidden_in, read_text, replace_text
from eclaircie.content.tidying import scalar, tidied, tidied_settings
from eclaircie.messages.faults import Faults
from eclaircie.project import CONTENT
from tests.command_line import Result
from tests.command_line import run as run_command
from tests.hostile.fields import as_yaml, sample
from tests.small_site import write_small_content

FILE = Path("fr/page.md")

SIGNS = st.sampled_from(
    [*"aé 0'\"\\:#-,[]{}&*!|>%@`?~=<«»“”’ن漢", "\n", "\t", "\u00a0", " : ", " #", "- ", "oui", "39 19"]
)
TEXTS = st.lists(SIGNS, max_size=12).map("".join).filter(lambda text: not forbidden_in(text))
KEYS = st.one_of(st.sampled_from(["titre", "resume", "sources", "horaires", "a_verifier", "jours", "nom"]), TEXTS)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


def tidy(text: str) -> str:
    """A file in its one form; its header can be read."""
    faults = Faults()
    new = tidied(text, FILE, faults)
    assert new is not None, [fault.code for fault in faults]
    return new


def read(text: str) -> tuple[dict[str, Any], str]:
    """The data and the text of a file."""
    parts = frontmatter.parts_of(text, FILE, Faults())
    assert parts is not None
    return parts.data, parts.body


STYLES = st.sampled_from([None, '"', "'", "|", ">"])


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5), STYLES, st.booleans(), st.sampled_from([20, 1000]))
@example({"resume": "Deux lignes\n\net : une # autre\n"}, "|", False, 20)
@example({"titre": "Dire \"non\" : 'oui'", "mots": ["- a", "b, c", "[d]", ""]}, None, True, 20)
@example({"sources": [{"nom": "a: b"}, {}], "a_verifier": [["x"], {"y": "z"}]}, None, False, 1000)
def test_what_is_read_is_the_same_before_and_after(
    data: dict[str, Any], style: str | None, flow: bool, width: int
) -> None:
    """Whatever a header says, in whatever quotes, brackets and blocks, no word of it is lost or changed."""
    header = yaml.safe_dump(
        data, allow_unicode=True, default_style=style, default_flow_style=flow, width=width, sort_keys=False
    )
    text = f"---\n{header}---\nLe texte.\n"
    assume(frontmatter.parts_of(text, FILE, Faults()) is not None)
    new = tidy(text)

    assert without_empty(read(new)[0]) == without_empty(read(text)[0])
    assert read(new)[1] == "\nLe texte.\n"
    assert tidy(new) == new


@given(st.lists(st.sampled_from(["Mot.", "  - a", "# titre", "---", "", "   ", "clé: valeur", "\u00a0x"]), max_size=6))
def test_the_text_below_stays_as_it_is(lines: list[str]) -> None:
    """Below one empty line stands every line of the text, byte for byte, and the last one ends."""
    text = "---\ntitre: Un\n---\n" + "\n".join(lines)
    before, after = read(text)[1], read(tidy(text))[1]
    kept = before.split("\n")
    while kept and not kept[0].strip():
        del kept[0]

    assert after.split("\n") == (["", *kept] if kept and kept[-1] == "" else ["", *kept, ""] if kept else [""])


def remarks_in(text: str) -> list[str]:
    """The remarks of a text, without the blanks before them."""
    return [line.strip() for line in text.split("\n") if "#" in line]


@given(st.lists(st.sampled_from(["# un", "# deux", "  # trois", "", "#"]), max_size=3), st.integers(0, 8))
def test_no_remark_is_lost(remarks: list[str], at: int) -> None:
    """A remark on a line of its own stays, wherever it stands."""
    lines = [
        "ordre: 3",
        'titre: "Un"',
        "sources:",
        "  - nom: Deux",
        "    adresse: https://essai.test/",
        'resume: "Trois"',
    ]
    text = "\n".join(["---", *lines[:at], *remarks, *lines[at:], "---", "", "Texte.", ""])
    if frontmatter.parts_of(text, FILE, Faults()) is None:
        return
    new = tidy(text)

    assert read(new) == read(text)
    assert sorted(remarks_in(new)) == sorted(remarks_in("\n".join(remarks)))
    assert tidy(new) == new


def test_a_remark_goes_with_the_key_below_it() -> None:
    """Who wrote a word above a key finds it above that key."""
    assert tidy("---\n# du titre\ntitre: Un\n\n# de tout\ngenre: page\n# de la fin\n---\n") == (
        "---\n# de tout\ngenre: page\n# du titre\ntitre: Un\n# de la fin\n---\n"
    )


def test_a_header_has_one_form() -> None:
    """The keys in their order, lists and hours on a line, sources and sentences one below the other."""
    untidy = """---
a_verifier: ["L'heure : à voir.", Le prix]
verifie_le: "2026-11-21"
titre:   'Une écoute'
horaires:
- jours: lundi, jeudi
  de: 09:00
  a: "12:00"
contacts:
    - ecoute
    - droits
type: association
sources: [{adresse: "https://essai.test/a", nom: 'Dire "oui"'}]
genre: structure
resume: >-
  Une phrase
  sur deux lignes
---


Le texte.\x20\x20"""

    assert (
        tidy(untidy)
        == """---
genre: structure
titre: Une écoute
resume: Une phrase sur deux lignes
type: association
horaires:
  - {jours: "lundi, jeudi", de: 09:00, a: 12:00}
contacts: [ecoute, droits]
verifie_le: 2026-11-21
sources:
  - nom: Dire "oui"
    adresse: https://essai.test/a
a_verifier:
  - "L'heure : à voir."
  - Le prix
---

Le texte.\x20\x20
"""
    )


@pytest.mark.parametrize("kind", MODELS)
def test_every_kind_of_header_is_tidied(kind: str) -> None:
    """A header with every key there is loses none of them."""
    text = f"---\n{as_yaml(sample(MODELS[kind], genre=kind))}---\n"

    assert read(tidy(text)) == read(text)
    assert list(read(tidy(text))[0]) == [key for key in declared(MODELS[kind]) if key in read(text)[0]]


def test_a_header_that_cannot_be_read_is_left_to_its_writer() -> None:
    """What is wrong is told, and nothing is guessed."""
    faults = Faults()

    assert tidied("---\ntitre: Un : deux\n---\n", FILE, faults) is None
    assert [fault.code for fault in faults] == ["colon_in_value"]


def test_a_key_that_nobody_knows_is_kept_behind_the_others() -> None:
    """A slip is for the check to tell, not for this to take away."""
    assert tidy("---\ntitel: Un\nresume: Deux\n---\n") == "---\nresume: Deux\ntitel: Un\n---\n"


@pytest.mark.parametrize("text", ["ccc2be024ef5", "association Exemple", "2026-11-21", "3919"])
def test_a_plain_value_has_no_quotes(text: str) -> None:
    """A fingerprint, a name and a day are read as they are."""
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["01004", "+33180523376", "12e4", "1.10", "0x1F", "1234567890123456", "true", "null"])
def test_what_a_form_would_take_for_a_number_has_quotes(text: str) -> None:
    """A form reads YAML as most programs do: it would save the code of a town without its first digit."""
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize("empty", ['""', "null", "~", "[]", "{}", "['', null]", ""])
def test_what_a_form_writes_of_an_empty_field_is_left_out(empty: str) -> None:
    """A key that says nothing is as though it were not there; a remark above it stays."""
    text = f"---\ntitre: Un\n# Pour plus tard\npictogramme: {empty}\nordre: 30\n---\n"

    assert tidy(text) == "---\ntitre: Un\n# Pour plus tard\nordre: 30\n---\n"


def test_what_is_empty_within_a_value_is_left_out() -> None:
    """The part of a source that nobody knows, and a source of which nothing is known."""
    text = "---\nsources:\n  - nom: CAF\n    adresse: https://essai.test\n    date: ''\n  - nom: ''\n---\n"

    assert tidy(text) == "---\nsources:\n  - nom: CAF\n    adresse: https://essai.test\n---\n"


def test_the_answers_of_a_form_are_written_as_ours() -> None:
    """`true` is oui and `false` is non, where a question is answered; a word stays what it is."""
    text = '---\ntitre: "true"\ndemarche: true\na_part: False\n---\n'

    assert tidy(text) == '---\ntitre: "true"\ndemarche: oui\na_part: non\n---\n'


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves the old file, and no other beside it."""
    file = tmp_path / "a.md"
    file.write_bytes(b"avant\r\n")
    file.chmod(0o640)
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", _full_disk)
        with pytest.raises(OSError, match="plein"):
            replace_text(file, "après\n")
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (b"avant\r\n", [file])

    replace_text(file, "après\n")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == ("après\n".encode(), 0o640)


def _full_disk(_descriptor: int) -> None:
    raise OSError("plein")


def test_line_ends_become_plain(tmp_path: Path) -> None:
    """A file from Windows is read, and written, as any other."""
    file = tmp_path / "a.md"
    file.write_bytes("\ufeff---\r\ntitre: Un\r\n---\r\nTexte.\r\n".encode())
    text = read_text(file, Faults())

    assert tidy(text or "") == "---\ntitre: Un\n---\n\nTexte.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small site, of which one header has its keys in another order."""
    folder = write_small_content(tmp_path / "content")
    for file in folder.rglob("*.md"):
        replace_text(file, tidied(read_text(file, Faults()) or "", file, Faults()) or "")
    (folder / "fr" / "aider" / "index.md").write_bytes(UNTIDY)
    return folder


UNTIDY = b'---\r\nresume: "Une phrase."\r\n# remarque\r\ntitre: Aider\r\n---\r\nTexte.'


def run(content: Path, *words: object) -> Result:
    """`tidy` on a small site."""
    return run_command("tidy", *map(str, words), folders=Folders(root=content.parent, content=content))


def test_tidy_brings_every_page_into_the_common_form(content: Path) -> None:
    """One word tidies all; what was tidy is not touched."""
    file = content / "fr" / "aider" / "index.md"
    others = {other: other.read_bytes() for other in content.rglob("*.md") if other != file}
    result = run(content)

    assert (result.exit_code, "fr/aider/index.md" in result.output) == (0, True)
    assert file.read_text("utf-8") == "---\n# remarque\ntitre: Aider\nresume: Une phrase.\n---\n\nTexte.\n"
    assert {other: other.read_bytes() for other in others} == others
    assert "forme commune" in run(content).output


def test_tidy_with_check_writes_nothing(content: Path) -> None:
    """It names the files, says what to do about them, and fails."""
    result = run(content, "--check")

    assert result.exit_code == 1
    assert "fr/aider/index.md" in result.output
    assert "-m eclaircie tidy" in result.output
    assert (content / "fr" / "aider" / "index.md").read_bytes() == UNTIDY


def test_tidy_names_what_it_cannot_read_and_leaves_it(content: Path) -> None:
    """A header with a fault stays as it is, with the line and the remedy."""
    file = content / "fr" / "aider" / "index.md"
    file.write_text("---\ntitre: Un : deux\n---\n", "utf-8")
    result = run(content)

    assert result.exit_code == 1
    assert "aider/index.md:2 " in result.output
    assert file.read_text("utf-8") == "---\ntitre: Un : deux\n---\n"


def test_tidy_takes_pages_of_the_content_only(content: Path, tmp_path: Path) -> None:
    """No other Markdown is written over."""
    other = tmp_path / "README.md"
    other.write_text("---\nb: 1\na: 2\n---\n", "utf-8")

    assert run(content, other).exit_code == 2
    assert other.read_text("utf-8") == "---\nb: 1\na: 2\n---\n"


def test_a_tidy_translation_is_as_up_to_date_as_before(content: Path) -> None:
    """What says which French words it follows, and who read it, holds for the same words."""
    before = {d.path: (d.fingerprint, d.translations.keys()) for d in load(content, Faults()).documents.values()}
    run(content)

    assert {
        d.path: (d.fingerprint, d.translations.keys()) for d in load(content, Faults()).documents.values()
    } == before


SETTINGS = """\
# Les réglages.

# L'adresse courte.
entree: "/i"


# Le nom.
# Il ne dit rien.
nom: {fr: "Vie: pratique", en: Life}
editeur:
  # l'association
  nom: Essai
inconnu: [a]
# La fin.
"""


def test_settings_have_one_form_and_keep_their_remarks() -> None:
    """Keys as the guide lists them, each with what stands above it, and what is about the whole at the top."""
    assert tidied_settings(SETTINGS, FILE, Faults()) == textwrap.dedent("""\
        # Les réglages.

        # Le nom.
        # Il ne dit rien.
        nom:
          fr: "Vie: pratique"
          en: Life

        # L'adresse courte.
        entree: /i

        editeur:
          # l'association
          nom: Essai

        inconnu: [a]

        # La fin.
        """)


@example(["# Les réglages.", "  # l'association", "editeur:", 'entree: "/i"'])
@given(st.lists(st.sampled_from([*SETTINGS.splitlines(), "", "adresse:", "  - |", "    deux", ""]), max_size=20))
def test_no_setting_and_no_remark_is_lost(lines: list[str]) -> None:
    """Whatever can be read is read as before, remarks included, and a second time changes nothing."""
    text = "\n".join(lines)
    new = tidied_settings(text, FILE, Faults())
    assume(new is not None)
    assert new is not None
    parts, before = frontmatter.read_yaml(new, FILE, Faults()), frontmatter.read_yaml(text, FILE, Faults())
    assert parts and before and parts.data == before.data
    assert sorted(line for line in lines if line.startswith("#")) == sorted(
        line for line in new.split("\n") if line.startswith("#")
    )
    assert tidied_settings(new, FILE, Faults()) == new


def test_the_settings_are_tidied_with_the_pages(content: Path) -> None:
    """The command takes them by itself, and alone where they are named."""
    file = content / "site.yaml"
    before = file.read_text("utf-8")
    assert run(content, file, "--check").exit_code == 1
    assert run(content, file).exit_code == 0
    assert file.read_text("utf-8") != before
    assert run(content, file, "--check").exit_code == 0


def test_every_page_of_the_content_is_tidy() -> None:
    """What one sees of a header in one file is where one looks for it in all: `make tidy`."""
    settings = CONTENT / "site.yaml"
    assert tidied_settings(settings.read_text("utf-8"), settings, Faults()) == settings.read_bytes().decode()
    files = sorted(CONTENT.rglob("*.md"))
    untidy = [
        file.relative_to(CONTENT).as_posix()
        for file in files
        if tidied(read_text(file, Faults()) or "", file, Faults()) != file.read_bytes().decode()
    ]

    assert files
    assert untidy == []
