"""The slips of the pen in a header: each is named at its line with what was meant, or read as it was meant."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaircie.content import frontmatter
from eclaircie.content.library import load
from eclaircie.content.raw_text import FORBIDDEN
from eclaircie.content.slips import quoted
from eclaircie.messages.faults import Fault, Faults

PROSE = "titre: Un titre\nresume: Une phrase\n"


def read(folder: Path, header: str) -> tuple[object, list[Fault]]:
    """The data of a header, and its faults."""
    file = folder / "a.md"
    file.write_text(f"---\n{header}\n---\nUn.\n", "utf-8")
    faults = Faults()
    parts = frontmatter.read(file, faults)
    return parts and parts.data, list(faults)


@pytest.mark.parametrize(
    ("header", "line", "code", "remedy"),
    [
        ("titre:Une page", 2, "colon_blank", "titre: Une page"),
        ("sources:\n  - nom:Le journal\n    adresse: https://a.fr", 3, "colon_blank", "- nom: Le journal"),
        ("titre: Le 39 19 : parler à quelqu'un", 2, "colon_in_value", 'titre: "Le 39 19 : parler à quelqu\'un"'),
        ("titre: Le « oui » : quand ?", 2, "colon_in_value", 'titre: "Le « oui » : quand ?"'),
        ('titre: Un mot dit "non" : il suffit', 2, "colon_in_value", "titre: 'Un mot dit \"non\" : il suffit'"),
        ("onglet: a\ntitre: Ce que dit la loi :", 3, "colon_in_value", 'titre: "Ce que dit la loi :"'),
        ("a_verifier:\n  - Horaires : à voir : demain", 3, "colon_in_value", '- "Horaires : à voir : demain"'),
        ('titre: "Une page\nresume: b', 2, "open_quote", 'titre: "Une page"'),
        ("onglet: a\nresume: 'Une phrase\ntitre: b", 3, "open_quote", 'resume: "Une phrase"'),
        ("titre: 'L'aide d'urgence'", 2, "text_after_quote", "titre: \"L'aide d'urgence\""),
        ('titre: "Non" veut dire non', 2, "text_after_quote", "titre: '\"Non\" veut dire non'"),
        ('nom: "Le "bon" nom"', 2, "text_after_quote", "nom: 'Le \"bon\" nom'"),
        ("titre: “Une page”", 2, "smart_quotes", 'titre: "Une page"'),
        ("a_verifier:\n  - un\n  - „deux“", 4, "smart_quotes", '- "deux"'),
        ("titre: “Le 17 : police”", 2, "colon_in_value", 'titre: "Le 17 : police"'),
        ("titre: @nous", 2, "special_start", 'titre: "@nous"'),
        ("titre: [Aide] au logement", 2, "special_start", 'titre: "[Aide] au logement"'),
        ("resume: %a\ntitre: b", 2, "special_start", 'resume: "%a"'),
        ("titre: *fort* en gras", 2, "special_start", 'titre: "*fort* en gras"'),
        ("nom: - un tiret", 2, "special_start", 'nom: "- un tiret"'),
        ("langues: [fr, ar\ntitre: a", 2, "open_bracket", "« ] »"),
        ("horaires:\n  - {jours: tous, de: 09:00, a: 10:00\ntitre: a", 3, "open_bracket", "« } »"),
        ("langues: [fr; ar; pt]", 2, "semicolon", "langues: [fr, ar, pt]"),
        ("titre: a\nlangues:\n\t- fr\n\t- ar", 4, "tab", "tabulation"),
        ("titre: a\n\tresume: b", 3, "tab", "tabulation"),
        ("langues:\n  -fr\n  -ar", 3, "dash_blank", "- fr"),
        ("langues:\n  - fr\n  -ar", 4, "dash_blank", "- ar"),
        ("langues:\n  • fr\n  • ar", 3, "dash_blank", "- fr"),
        ("langues:\n  – fr\n  – ar", 3, "dash_blank", "- fr"),
        ("langues:\n  - fr\n   - ar", 4, "list_indent", "Alignez"),
        ("langues:\n - fr\n - ar\n    - pt", 5, "list_indent", "Alignez"),
        ("sources:\n  - nom: a\n   adresse: https://a.fr", 4, "wrong_indent", "Mettez 4 espace(s)"),
        ("sources:\n  - nom: a\n      adresse: https://a.fr", 4, "wrong_indent", "Mettez 4 espace(s)"),
        ("titre: a\n  resume: b", 3, "wrong_indent", "Mettez 0 espace(s)"),
        (" titre: a\nresume: b", 2, "wrong_indent", "Mettez 0 espace(s)"),
        ("titre Une page\nresume: b", 2, "missing_colon", "titre: Une page"),
        ("titre = Une page\nresume: b", 2, "missing_colon", "titre: Une page"),
        ("titre； Une page\nresume: b", 2, "missing_colon", "titre: Une page"),
        ("titre： Une page\nresume: b", 2, "missing_colon", "titre: Une page"),
        ("resume: Une phrase qui\ncontinue ici\ntitre: b", 3, "lost_line", "deux espaces"),
        ("resume: |\nUne phrase\ntitre: b", 3, "lost_line", "deux espaces"),
        ("titre: a\n----\nresume: b", 3, "dashes", "trois tirets"),
        ("titre: a\n—\nresume: b", 3, "dashes", "trois tirets"),
        ("titre: a\n––", 3, "dashes", "trois tirets"),
    ],
)
def test_a_slip_is_named_at_its_line_with_what_was_meant(
    tmp_path: Path, header: str, line: int, code: str, remedy: str
) -> None:
    """One sentence for each, in both languages, which shows the line to write; no other line is blamed."""
    _, faults = read(tmp_path, header)

    assert [(fault.code, fault.line) for fault in faults][:1] == [(code, line)]
    assert {fault.code for fault in faults} == {code}
    assert remedy in faults[0].sentence()
    assert faults[0].sentence("en") != faults[0].sentence("fr")


@pytest.mark.parametrize(
    ("header", "key", "value"),
    [
        *((f"titre{blank}: Une page", "titre", "Une page") for blank in "\u00a0\u202f\u2009"),
        *((f"titre:{blank}Une page", "titre", "Une page") for blank in "\u00a0\u202f\u2009"),
        ("titre\u00a0:\u00a0Le 17\u00a0!", "titre", "Le 17\u00a0!"),
        ("langues:\n\u00a0\u00a0-\u00a0fr\n\u00a0\u00a0- ar", "langues", ["fr", "ar"]),
        ("sources:\n  -\u00a0nom\u00a0: a\n    date: b", "sources", [{"nom": "a", "date": "b"}]),
        ("langues:\n- fr\n- ar", "langues", ["fr", "ar"]),
        ("langues: [ fr , ar ]", "langues", ["fr", "ar"]),
        ("resume: |\n  Un\n  deux", "resume", "Un\ndeux"),
        ("resume: >-\n  Un\n  deux", "resume", "Un deux"),
        ("resume: Un\n  deux", "resume", "Un deux"),
        ("titre   :   a", "titre", "a"),
        ("titre: https://a.fr/b:c", "titre", "https://a.fr/b:c"),
        ("titre: “Non” veut dire “non”", "titre", "“Non” veut dire “non”"),
        ("titre: « Non »", "titre", "« Non »"),
        ("titre: -5 degrés", "titre", "-5 degrés"),
        ("titre: un; deux", "titre", "un; deux"),
    ],
)
def test_what_has_one_meaning_is_read(tmp_path: Path, header: str, key: str, value: object) -> None:
    """Blanks that nobody can tell apart, lists without indentation, long values on several lines."""
    data, faults = read(tmp_path, header)

    assert [fault.sentence() for fault in faults] == []
    assert data == {key: value}


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40))
def test_a_value_in_the_quotes_that_are_proposed_can_be_read(text: str) -> None:
    """Whatever a value holds, the line that is shown to be copied is one that YAML reads."""
    bare = text.strip()
    if not bare or FORBIDDEN.search(bare):
        return

    found = yaml.load(f"titre: {quoted(bare)}", Loader=yaml.BaseLoader)["titre"]  # noqa: S506

    assert re.sub(r"[\"'“”„‟″〝〞\s\\]", "", found) == re.sub(r"[\"'“”„‟″〝〞\s\\]", "", bare)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (PROSE.replace("titre", "Titre"), [("key_spelling", 2)]),
        (PROSE.replace("resume", "résumé"), [("key_spelling", 3)]),
        (PROSE.replace("resume", "RESUME"), [("key_spelling", 3)]),
        ("titre: a\nresume:Une phrase : deux\n", [("colon_blank", 3)]),
        (PROSE + "Onglet: a\n", [("key_spelling", 4)]),
        (PROSE + "vérifié_le: 2026-01-01\n", [("key_spelling", 4)]),
        (PROSE + "nom: S\nnumero: 39 19\ncout: gratuit\nfacture: n_apparait_pas\n", [("no_kind", 2)]),
        (PROSE + "type: cidff\nnom: S\ncommunes: [Mâcon]\npropose: [parler]\n", [("no_kind", 2)]),
        (PROSE + "type: rencontre\ndebut: 2026-01-01\nlieu: a\n", [("no_kind", 2)]),
        (PROSE + "genre: aide\nnom: S\nnumero: 39 19\nfacture: n_apparait_pas\n", [("other_kind", 4)]),
        (PROSE + "genre: lignes\nnom: S\nnumero: 39 19\n", [("wrong_choice", 4)]),
        (PROSE + "langues: fr, ar\nnom: S\ngenre: ligne\n", [("wrong_list", 4)]),
    ],
)
def test_a_wrong_key_or_kind_is_told_once(tmp_path: Path, header: str, told: list[tuple[str, int]]) -> None:
    """A capital, an accent, a forgotten kind: no second fault says that the right one is missing."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/a.md").write_text(f"---\n{header}---\nUn.\n", "utf-8")
    faults = Faults()

    load(tmp_path, faults)

    assert [(fault.code, fault.line) for fault in faults if fault.file.name == "a.md"] == told


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("ordre: 1\n\nUn texte.", [5]),
        ("\nverifie_le: 2026-01-01\nligne: droits\nUn texte.", [6, 7]),
        ("Sources : le journal.\nUn texte.", []),
        ("Un texte.\nordre: 1", []),
        ("note: un texte", []),
    ],
)
def test_a_key_below_the_header_is_named(tmp_path: Path, body: str, lines: list[int]) -> None:
    """It would be published as a sentence; a sentence that looks like a key is let through."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/a.md").write_text(f"---\n{PROSE}---\n{body}\n", "utf-8")
    faults = Faults()

    load(tmp_path, faults)

    assert [fault.line for fault in faults if fault.code == "key_below"] == lines
