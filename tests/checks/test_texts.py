"""What is written in texts and may not be published: numbers typed by hand, links that dial another, markup that shows."""

import pytest

from eclaircie.checks.dialling import hand_written
from eclaircie.checks.leftovers import in_value, leftovers

KNOWN = frozenset({"3018", "3114", "116006", "0800059595", "0385393939"})
"""The numbers of lines that a site has."""

SPELLINGS = [
    *("03 85 39 39 39", "0385393939", "03.85.39.39.39", "03-85-39-39-39", "03/85/39/39/39", "03,85,39,39,39"),
    *("03  85  39  39  39", "03 - 85 - 39 - 39 - 39", "03–85–39–39–39", "03—85—39—39—39", "03‑85‑39‑39‑39"),
    *("03\u00a085\u202f39\u200939\u300039", "03·85·39·39·39", "03_85_39_39_39", "03:85:39:39:39", "0 385 393 939"),
    *("03\n85 39 39 39", "03\t85 39 39 39", "(03) 85 39 39 39", "Tél.:0385393939", "0385 393 939"),
    *("+33 (0)3 85 39 39 39", "+33385393939", "0033 3 85 39 39 39", "33 3 85 39 39 39", "+ 33 3 85 39 39 39"),
    *("03\u200b85\u200b39\u200b39\u200b39", "03\u206085\u00ad39\u200e39\ufeff39", "0\u034f385393939"),
    *("０３ ８５ ３９ ３９ ３９", "٠٣ ٨٥ ٣٩ ٣٩ ٣٩", "۰۳ ۸۵ ۳۹ ۳۹ ۳۹", "𝟎𝟑 𝟖𝟓 𝟑𝟗 𝟑𝟗 𝟑𝟗", "⓪③⑧⑤③⑨③⑨③⑨"),
    *("O3 85 39 39 39", "O385393939", "03 85 39 39 3O", "03 85 39 39 39 €", "385 39 39 39", "0 3 8 5 3 9 3 9 3 9"),
    *("+689 40 12 34 56", "40 12 34 56", "27 12 34", "0892 70 12 39", "+41 21 123 45 67", "le 0 800 05 95 95"),
]
SHORT = [
    *("39 91", "39\u00a091", "39.91", "39·91", "Le 3991 répond", "le 39-91", "au 39/91", "3920", "Appelez le 39\n20"),
    *("116 007", "116007", "116.007", "116-007", "118 218", "3040", "3 0 4 0", "3️⃣9️⃣2️⃣0️⃣", "❸❾❷⓿"),
    *("Appelez le 116", "Composez le 1014", "le 191 répond", "numéro : 116 117", "Envoyez un SMS au 31114"),
    *(
        "tél. 12 34 56",
        "le 39 19 ou le 39 20",
        "3919-3920",
        "n° 3040",
        "Call 3920",
        "call 116",
        "dial 1014 now",
        "30 18",
    ),
    *("Numéro d'urgence : 191", "Appelez vite la police au 191", "Écrivez-nous par SMS au 3040", "Faites le 1019"),
    *("اتصلي على ٣٩٢٠", "الرقم 116 007", "اتصل بالرقم 191", "3114", "31 14", "116 006"),
]


@pytest.mark.parametrize("text", SPELLINGS + SHORT)
def test_a_number_typed_by_hand_is_found_however_it_is_spelled(text: str) -> None:
    """No separator, invisible sign or script hides a telephone number, and no short number passes that is nobody's."""
    assert list(hand_written(text, KNOWN))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Appelez le 17, le 18 ou le 112.",
            "Le 39 19 et le 114 répondent.",
            "15, 17, 18, 112, 114, 115, 119",
            "15 17 18",
        ),
        *("3919", "٣٩ ١٩", "En 2026", "de 2019 à 2024", "(2022-2023)", "la loi du 6 juillet 1989", "le 2 juin 2026"),
        *("le 12/05/2026 à 10 h 30", "2026-11-21", "du 12 au 14 mai", "de 09:00 à 12:00, 14:00", "10.30", "24 h/24"),
        *("article 515-9", "articles 222-33-2-1 et 226-14", "D. 594-11 et D. 594-12", "R. 3324-23", "loi n° 2010-769"),
        *("décret 2026-220", "décision 2006-0509", "cerfa 15891*03", "S7 1147", "fiche F33953", "n° 454072"),
        *("question écrite 10042", "SIREN 123 456 789", "1 200 €", "651,69 euros", "de 5 000 à 10 000 €", "3000 euros"),
        *("271 000 femmes", "3 000 personnes", "50 000 habitants", "1 800 places", "100 000 femmes par an", "50 %"),
        *("18-25 ans", "60, 75 ou 90 ans", "à 15, 18 ou 25 ans", "pages 59-62", "page 123", "50-50 Magazine", "48 h"),
        *(
            "71100 Chalon-sur-Saône",
            "12 rue Haute, 34000 Montpellier",
            "au 12 rue Haute",
            "Le 974 compte",
            "7 jours sur 7",
        ),
        *(
            "3114e",
            "le 1er janvier",
            "dans les 15 jours",
            "au 31 décembre 2026",
            "1 000 mots",
            "100 000 women",
            "1,5 km",
        ),
    ],
)
def test_what_is_counted_paid_dated_or_quoted_may_be_written(text: str) -> None:
    """Years, days, hours, amounts, ages, articles of law, forms, postcodes and the numbers that all know are no fault."""
    assert list(hand_written(text, KNOWN)) == []


def test_a_number_is_shown_where_it_stands() -> None:
    """The number is given back as it was typed, with its line."""
    found = hand_written("Un.\nDeux 06 12 34 56 78.\nTrois 39 91.", KNOWN)

    assert [(number.value, number.line) for number in found] == [("06 12 34 56 78", 1), ("39 91", 2)]


LEFT = [
    *(
        "[Appelez](fiche:ecoute numero)",
        "[texte] (page:traces)",
        "[texte](page:traces",
        "[](fiche:ecoute",
        "texte](page:a)",
    ),
    *("(page:traces)", "Voyez page:traces.", "[texte][traces]", "[]", "[texte]\n(page:traces)", "fiche:ecoute/numero"),
    *(
        "Un **mot",
        "Un mot**",
        "Un *mot",
        "Un __mot",
        "Un mot__",
        "~~barré~~",
        "==surligné==",
        "Un `mot",
        "mot\\mot",
        "x^2^",
    ),
    *(
        "[[Une page]]",
        "{#id}",
        "## Un titre {#id}",
        "{.classe}",
        "{{ mot }}",
        "{% mot %}",
        "$$x$$",
        "%%caché%%",
        "[TOC]",
    ),
    *("Une note[^1]", "[^1]: La note", "::: note", "!!! note", "> [!note]\n> Un mot", "> [!WARNING]", "[!tip] Un mot"),
    *(
        "- [ ] à faire",
        "- [x] fait",
        "1. [ ] à faire",
        "```\nun mot\n```",
        "~~~\nun mot\n~~~",
        "un &foo; mot",
        "un&nbsp mot",
    ),
    *("| a | b |", "a | b |", "| a | b |\n|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 | 3 |", "Un mot :smile:"),
    *("a) un\nb) deux", "1/ un\n2/ deux", "→ un\n→ deux", "Un\nDeux\n---", "Un\n-", "##### Petit", "###### Petit"),
    *("Un ![dessin](page:a)", "![dessin](https://essai.test/a.png)", "![[dessin.png]]", "[a]: https://essai.test"),
    *(
        "<br>",
        "Un <b>mot</b>",
        "<!-- caché -->",
        "<https://essai.test>",
        "<moi@essai.test>",
        "# Titre",
        "Titre\n====",
    ),
]


@pytest.mark.parametrize("text", LEFT)
def test_markup_that_would_be_shown_as_it_was_typed_is_named(text: str) -> None:
    """What another tool understands, or what has a slip in it, never becomes words of a page unseen."""
    assert leftovers(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Un **mot**, *un autre* et `un_troisième`.", "Un [lien](page:traces).", "[un lien\nlong](page:traces)"),
        *(
            "[](fiche:ecoute)",
            "  [](fiche:ecoute)",
            "> Une citation",
            "- a\n- b",
            "1) a\n2) b",
            "| a | b |\n|---|---|\n| 1 | 2 |",
        ),
        *(
            r"Une étoile \* et \[ceci\](cela)",
            "`**` et `[](fiche:ecoute)`",
            "&lt;b&gt; &#42;&#42;",
            "R&D, M&M",
            "Q/R : oui",
        ),
        *(
            "cerfa 15891*03",
            "gratuit*",
            "Trait_d_union",
            "a - b",
            "5 > 3",
            "Non ! [Suite](page:a)",
            "Bonjour :)",
            "12:30",
            "L'un : l'autre",
        ),
        *(
            "## Un titre ##",
            "Un mot  \nun autre",
            "Un mot\\\nun autre",
            "***",
            "Une page : voyez-la.",
            "la fiche : utile",
            "etc. [...]",
        ),
    ],
)
def test_what_is_meant_as_it_stands_is_no_fault(text: str) -> None:
    """Formatting that is understood, signs behind a backslash or between backticks, and ordinary words may be written."""
    assert leftovers(text) == ()


@pytest.mark.parametrize(
    "text", ["Un **mot**", "Un `mot`", "[Un mot](page:a)", "Un\\ mot", "Un <b>mot</b>", "a &nbsp; b"]
)
def test_a_value_of_a_header_is_shown_without_formatting(text: str) -> None:
    """Signs of formatting in a title or a name would be seen."""
    assert in_value(text)


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ("Un.\nDeux [lien] (page:a).", 2, "Un. Deux [lien] (page:a)."),
        ("- un\n- deux\n  - **trois", 3, "**trois"),
        ("| a |\n|---|\n| b** |", 3, "b**"),
    ],
)
def test_what_is_left_is_shown_at_its_line(text: str, line: int, value: str) -> None:
    """A writer is told the line, and the words around."""
    assert [(problem.line, problem.value) for problem in leftovers(text)] == [(line, value)]
