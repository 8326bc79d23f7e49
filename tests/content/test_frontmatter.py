"""A file of content into its parts."""

from pathlib import Path

import pytest

from eclaircie.content import frontmatter
from eclaircie.content.parts import Parts, leave_out_empty, without_empty
from eclaircie.content.raw_text import FORBIDDEN, LARGEST_FILE, read_text
from eclaircie.messages.faults import Faults


def parts_of(folder: Path, raw: str | bytes) -> Parts:
    """The parts of a file that must be sound."""
    file = folder / "a.md"
    file.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    faults = Faults()
    parts = frontmatter.read(file, faults)
    assert parts is not None, [fault.sentence() for fault in faults]
    return parts


def faults_of(folder: Path, raw: str | bytes) -> list[tuple[str, int]]:
    """The code and the line of each fault of a file that must be refused."""
    file = folder / "a.md"
    file.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    faults = Faults()
    parts = frontmatter.read(file, faults)
    assert parts is None
    return [(fault.code, fault.line) for fault in faults]


PLAIN = "---\ntitre: Été\nresume: a\n---\n\nUn texte.\n"


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode(),
    ],
    ids=["byte order mark", "Windows", "old Macintosh", "Notepad"],
)
def test_what_editors_add_unseen_changes_nothing(tmp_path: Path, raw: bytes) -> None:
    """A byte order mark and the line ends of another system are no mistake and leave no trace."""
    assert parts_of(tmp_path, raw) == parts_of(tmp_path, PLAIN)


@pytest.mark.parametrize(
    "value",
    [
        *("24:00", "12:30:00", "00:00", "non", "oui", "yes", "no", "on", "off", "true", "null", "~"),
        *("0170", "3919", "0x1F", "0o17", "1e3", "1_000", ".5", "+33", "2026-02-30", "2026-11-21", ".inf", "=", "<<"),
    ],
)
def test_a_value_stays_as_it_was_written(tmp_path: Path, value: str) -> None:
    """Nothing is guessed: an hour is not a number of minutes, non is not false, a leading 0 is kept."""
    parts = parts_of(tmp_path, f"---\nvaleur: {value}\nliste: [{value}]\n---\n")

    assert parts.data == {"valeur": value, "liste": [value]}


@pytest.mark.parametrize("key", ["non", "112", "2026-11-21", "null", "12:30"])
def test_a_key_stays_as_it_was_written(tmp_path: Path, key: str) -> None:
    """A key such as no (Norwegian) or a number is text as well."""
    parts = parts_of(tmp_path, f"---\n{key}: a\n---\n")

    assert parts.data == {key: "a"}


def test_each_value_knows_its_line(tmp_path: Path) -> None:
    """A fault deep in a header can be shown at its own line."""
    parts = parts_of(tmp_path, "---\ntitre: a\nsources:\n  - nom: b\n    date: c\n  - nom: d\n---\n")

    lines = [parts.line(*keys) for keys in (("titre",), ("sources", 0, "date"), ("sources", 1, "nom"))]
    assert lines == [2, 5, 6]


def test_what_is_missing_has_the_line_of_what_should_hold_it(tmp_path: Path) -> None:
    """Where a key is missing, the writer is sent to the place where it belongs."""
    parts = parts_of(tmp_path, "---\ntitre: a\nsources:\n  - nom: b\n  - nom: d\n---\n")

    lines = [parts.line("sources", 1, "adresse"), parts.line("sources", 7, "nom"), parts.line("onglet")]
    assert lines == [5, 3, 2]


def test_the_text_knows_its_first_line(tmp_path: Path) -> None:
    """A fault in the text is shown at its line of the file, not of the text."""
    parts = parts_of(tmp_path, "---\ntitre: a\n---\nUn.\nDeux.\n")

    assert (parts.body, parts.body_line) == ("Un.\nDeux.\n", 4)


def test_a_rule_in_the_text_does_not_end_it(tmp_path: Path) -> None:
    """Only the first line of three hyphens closes the header."""
    parts = parts_of(tmp_path, "---\ntitre: a\n---\nUn.\n\n---\n\nDeux.\n")

    assert parts.body == "Un.\n\n---\n\nDeux.\n"


def test_a_header_may_be_empty(tmp_path: Path) -> None:
    """An empty header is read; what it lacks is for others to say."""
    assert parts_of(tmp_path, "---\n---\n").data == {}


@pytest.mark.parametrize("line", ["--- ", "---\t"])
def test_blanks_after_the_hyphens_are_let_through(tmp_path: Path, line: str) -> None:
    """A blank that nobody sees at the end of the line is no mistake."""
    assert parts_of(tmp_path, f"{line}\ntitre: a\n{line}\nUn.").data == {"titre": "a"}


@pytest.mark.parametrize("sign", ["é", "œ", "€", "’", "\u00a0", "\u202f", "ع", "🌤", "\t"])
def test_any_script_is_text(tmp_path: Path, sign: str) -> None:
    """Accents, other scripts, narrow blanks and pictures are accepted."""
    parts = parts_of(tmp_path, f'---\ntitre: "a{sign}b"\n---\na{sign}b')

    assert (parts.data["titre"], parts.body) == (f"a{sign}b", f"a{sign}b")


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"])
def test_a_sign_that_nobody_sees_is_refused(tmp_path: Path, sign: str) -> None:
    """Such a sign comes from a broken copy; some of them would shift the line numbers."""
    assert faults_of(tmp_path, f"---\ntitre: a\n---\nUn.\na{sign}b\n") == [("control_sign", 5)]


@pytest.mark.parametrize(
    ("raw", "line"),
    [(b"\xff-\x00", 1), (b"---\ntitre: \xe9t\xe9\n---\n", 2), ("---\n---\né".encode() + b"\xc3", 3)],
)
def test_what_is_not_utf_8_is_shown_at_its_line(tmp_path: Path, raw: bytes, line: int) -> None:
    """A file saved in another encoding is refused at the first line that shows it."""
    assert faults_of(tmp_path, raw) == [("not_utf8", line)]


def test_a_file_may_be_as_big_as_the_limit_says(tmp_path: Path) -> None:
    """A file of exactly the largest size is read."""
    raw = PLAIN.encode()

    text = (b"a" * 98 + b"\n\n") * LARGEST_FILE
    assert parts_of(tmp_path, (raw + text)[:LARGEST_FILE]).data["titre"] == "Été"


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    """One byte more than the largest size is too much."""
    raw = PLAIN.encode()

    assert faults_of(tmp_path, raw + b"a" * (LARGEST_FILE - len(raw) + 1)) == [("too_big", 1)]


@pytest.mark.parametrize(
    "raw",
    ["", "\n", "titre: a\n", "Un texte.\n---\ntitre: a\n---\n", "# Titre\n", "-\ntitre: a\n-\n"],
)
def test_a_file_without_a_header_is_refused(tmp_path: Path, raw: str) -> None:
    """A file begins with its header and with nothing else."""
    assert faults_of(tmp_path, raw) == [("no_header", 1)]


@pytest.mark.parametrize(
    ("header", "line"),
    [("? [a]\n: b", 2), ('titre: "a\\qb"', 2), ("titre: a\nresume: {b: c, d", 3), ("titre: a\n]: b", 3)],
)
def test_a_header_that_cannot_be_read_is_shown_at_its_line(tmp_path: Path, header: str, line: int) -> None:
    """The line that the reader stumbled over is named, and no traceback is shown."""
    assert {at for _, at in faults_of(tmp_path, f"---\n{header}\n---\n")} == {line}


@pytest.mark.parametrize(
    "header",
    [
        "a: " + "[" * 10_000 + "]" * 10_000,
        "a: " + "{a: " * 10_000 + "}" * 10_000,
        "- " * 10_000,
        "a: " + "[" * 300 + "]" * 300,
    ],
    ids=["lists", "mappings", "rows", "a few hundred"],
)
def test_lists_in_lists_without_end_are_refused(tmp_path: Path, header: str) -> None:
    """Nesting that would end the interpreter is an ordinary fault."""
    assert faults_of(tmp_path, f"---\n{header}\n---\n") == [("bad_yaml", 2)]


@pytest.mark.parametrize("header", ["&a titre: b", "titre: &a b", "titre: *a", "titre: a\n<<: *b", "titre: [&a b, *a]"])
def test_anchors_are_refused(tmp_path: Path, header: str) -> None:
    """A writer who types & or * at the start of a value means the sign, not YAML's shortcut."""
    assert {code for code, _ in faults_of(tmp_path, f"---\n{header}\n---\n")} == {"anchor"}


@pytest.mark.parametrize("tag", ["!important", "!!int", "!!python/object/apply:os.system", "!!binary"])
def test_tags_are_refused(tmp_path: Path, tag: str) -> None:
    """No value can ask for another type, let alone for code to run."""
    assert faults_of(tmp_path, f"---\ntitre: a\nresume: {tag} b\n---\n") == [("tag", 3)]


def test_a_key_that_stands_twice_is_shown_at_its_second_line(tmp_path: Path) -> None:
    """A later line never silently replaces an earlier one, at any depth."""
    raw = "---\ntitre: a\nhote: {nom: a, nom: b}\ntitre: c\n---\n"

    assert faults_of(tmp_path, raw) == [("duplicate_key", 3), ("duplicate_key", 4)]


def test_a_second_document_is_shown_at_its_line(tmp_path: Path) -> None:
    """A header is one: what begins another within it is a mistake."""
    assert faults_of(tmp_path, "---\ntitre: a\n--- b\n---\n") == [("bad_yaml", 3)]


@pytest.mark.parametrize("value", ["b", "[b, c]", "\n  - {b: c}\n  - d", "{b: {c: d}}"])
def test_what_follows_a_key_that_stands_twice_is_still_looked_at(tmp_path: Path, value: str) -> None:
    """Whatever its value is made of, it is passed over as a whole."""
    header = f"titre: a\ntitre: {value}\nresume: !t e"

    assert [code for code, _ in faults_of(tmp_path, f"---\n{header}\n---\n")] == ["duplicate_key", "tag"]


@pytest.mark.parametrize("key", ["[a, b]", "{a: [b]}"])
def test_a_key_is_a_text(tmp_path: Path, key: str) -> None:
    """A list or a mapping before the colon is a mistake, and the lines below it are still looked at."""
    header = f"? {key}\n: [c, {{d: e}}]\nresume: !t e"

    assert faults_of(tmp_path, f"---\n{header}\n---\n") == [("bad_yaml", 2), ("tag", 4)]


def test_a_sign_that_is_refused_can_never_be_printed() -> None:
    """A text of which all signs can be printed is let through at once."""
    signs = map(chr, range(0x110000))

    assert [sign for sign in signs if sign.isprintable() and FORBIDDEN.search(sign)] == []


def test_a_long_text_of_short_paragraphs_is_read(tmp_path: Path) -> None:
    """The limits are those of a paragraph, not of the text."""
    paragraphs = "\n\n".join(["[a] " * 60] * 60)

    assert parts_of(tmp_path, f"---\na: b\n---\n{paragraphs}\n").body == f"{paragraphs}\n"


@pytest.mark.parametrize("header", ["- a\n- b", "un texte", "[a]"])
def test_a_header_that_is_no_list_of_keys_is_refused(tmp_path: Path, header: str) -> None:
    """A header is made of keys and values."""
    assert faults_of(tmp_path, f"---\n{header}\n---\n") == [("not_keys", 2)]


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    """A file that is gone gives a sentence and no traceback."""
    faults = Faults()

    assert frontmatter.read(tmp_path / "absent.md", faults) is None
    assert [fault.code for fault in faults] == ["unreadable"]


def test_a_folder_in_place_of_a_file_is_a_fault(tmp_path: Path) -> None:
    """A folder that is named like a file gives a sentence and no traceback."""
    faults = Faults()

    assert read_text(tmp_path, faults) is None
    assert [fault.code for fault in faults] == ["unreadable"]


def test_what_says_nothing_is_left_out() -> None:
    """A form that writes a key for each of its fields leaves those not filled in empty; they count as absent."""
    data = {
        "titre": "",
        "resume": "a",
        "hote": {"nom": "null", "siege": "b"},
        "liste": ["", "c"],
        "autres": [{"x": "~"}],
    }

    assert without_empty(data) == {"resume": "a", "hote": {"siege": "b"}, "liste": ["c"]}


def test_what_is_left_keeps_its_line() -> None:
    """An item that follows an empty one, and a key that says nothing, are found where they stand."""
    parts = frontmatter.parts_of('---\nonglet:\nmots:\n  - ""\n  - un\n---\n', Path("a.md"), Faults())
    assert parts is not None
    leave_out_empty(parts)

    assert parts.data == {"mots": ["un"]}
    assert parts.line("mots", 0) == 5
    assert parts.line("onglet") == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("nom: Collectif #NousToutes 71", 1),
        ("nom: #NousToutes", 1),
        ("nom: Un nom\t#2", 1),
        ("nom: Un\n  autre #2", 2),
        ('nom: "Collectif" # une remarque', 1),
        ("liste:\n  - Un #1\n  - Deux", 2),
        ("liste: [Un, Deux] # une remarque", 1),
        ("liste: {un: deux} #3", 1),
        ("sources: # une remarque\n  - nom: Un", 1),
        ("un: 1\n\nnom: 'Un # deux' # trois", 3),
        ("nom: Un – #2", 1),
        ("sources:\n  - nom: Un\n    adresse: https://example.org/ #haut", 3),
    ],
)
def test_a_value_cut_at_a_sign_is_named(text: str, line: int) -> None:
    """What YAML leaves out behind a value may have been a part of it: nobody can tell, so the writer is asked."""
    faults = Faults()

    assert frontmatter.read_yaml(text, Path("a.md"), faults) is None
    assert [(fault.code, fault.line) for fault in faults] == [("cut_value", line)]


@pytest.mark.parametrize(
    "text",
    [
        "# Une remarque\nnom: Un",
        "nom: Un\n  # Une remarque",
        'nom: "Un #2"',
        "nom: 'Un # deux'",
        "nom: Un#2",
        "nom: C#",
    ],
)
def test_a_remark_on_its_own_line_and_a_sign_in_quotes_are_allowed(text: str) -> None:
    """A line of its own cannot be a part of a value, and quotes keep a value whole."""
    faults = Faults()

    assert frontmatter.read_yaml(text, Path("a.md"), faults)
    assert list(faults) == []
