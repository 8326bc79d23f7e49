"""Telephone numbers as facts: what each costs, the national lines, and what a writer may change alone."""

from pathlib import Path

import pytest

from eclaircie.content.national_lines import NATIONAL_LINES, NUMBER_KEYS
from eclaircie.content.numbering_plan import tariff_of
from eclaircie.content.values import digits_of
from eclaircie.loading import read_site
from eclaircie.project import CONTENT
from tests.conftest import TODAY, MakeContent, faults_of
from tests.small_site import FILES, write_small_content

NUMBERS = CONTENT / "fr" / "numeros"


def line(facts: str, name: str = "Une écoute") -> str:
    """The file of a helpline."""
    return (
        f"---\ntitre: {name}\nonglet: Écoute\nresume: On vous écoute.\ngenre: ligne\nnom: {name}\n{facts}\n"
        "sources: [{nom: Le service, adresse: https://www.service-public.fr/}]\nverifie_le: 2026-11-01\n---\n\n"
        "Quelqu'un répond.\n"
    )


@pytest.mark.parametrize(
    ("number", "tariff"),
    [
        *(
            (number, "free")
            for number in ("17", "112", "114", "115", "119", "196", "116 006", "39 19", "30 18", "31 33")
        ),
        *((number, "free") for number in ("0 800 05 95 95", "08 019 019 11", "0 805 12 34 56", "+33 800 05 95 95")),
        *(
            (number, "ordinary")
            for number in ("01 40 47 06 06", "+33 1 80 52 33 76", "09 72 39 39 49", "0 806 00 01 26")
        ),
        *((number, "ordinary") for number in ("0262 20 01 43", "0 809 40 14 01", "32 30", "36 46", "39 49")),
        *((number, "paid") for number in ("0 892 68 32 08", "0899 70 00 00", "0 810 25 71 10", "0 826 02 20 20")),
        *(
            (number, "paid")
            for number in ("+33 8 92 68 32 08", "118 218", "118 008", "0 836 68 00 00", "0 884 00 00 00")
        ),
        *((number, "paid") for number in ("32 37", "36 24", "8 10 12", "+979 123 456 789", "+44 909 123 4567")),
        *((number, "operator") for number in ("10 07", "10 13", "1064")),
        *((number, "fiction") for number in ("01 99 00 56 78", "02 61 91 00 01", "03 53 01 99 99", "04 65 71 12 34")),
        *((number, "fiction") for number in ("05 36 49 00 00", "06 39 98 12 34", "+33 6 39 98 12 34")),
        *((number, "unsure") for number in ("32 20", "39 77", "30 08", "31 75", "36 15")),
        *((number, "abroad") for number in ("+687 27 26 26", "+352 12 34 56 78")),
        *((number, None) for number in ("12", "1700", "0033", "40 19 19", "123 456 789")),
    ],
)
def test_a_number_tells_what_a_call_costs(number: str, tariff: str | None) -> None:
    """By its first digits a number is free, ordinary, paid, an operator's, or for examples only."""
    assert tariff_of(digits_of(number)) == tariff


@pytest.mark.parametrize(
    "number", ["0 891 12 34 56", "08 10 10 20 30", "0820 00 00 00", "118 712", "+33 8 99 12 34 56", "32 37"]
)
@pytest.mark.parametrize("cost", ["", "cout: gratuit", "cout: appel_ordinaire"])
def test_a_paid_number_is_refused_whatever_is_said_of_it(tmp_path: Path, number: str, cost: str) -> None:
    """Nobody who asks for help is sent to a number that costs, even where the file calls it free."""
    content = write_small_content(tmp_path, {"fr/numeros/essai.md": line(f'numero: "{number}"\n{cost}')})

    assert [(fault.code, fault.line) for fault in faults_of(content)] == [("paid_phone", 7)]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ('numero: "0 806 00 01 26"\ncout: gratuit', "not_free"),
        ('numero: "09 70 80 90 10"\ncout: gratuit', "not_free"),
        ('numero: "36 46"\ncout: gratuit', "not_free"),
        ('numero: "03 85 21 65 00"\nfacture: n_apparait_pas', "on_the_bill"),
        ('numero: "0262 20 01 43"\ncout: appel_ordinaire\nfacture: n_apparait_pas', "on_the_bill"),
        ('numero: "39 12"\ncout: appel_ordinaire\nfacture: n_apparait_pas', "on_the_bill"),
        ('numero: "0 801 23 45 67"\ncout: appel_ordinaire', "free_number"),
        ('numero: "30 39"\ncout: appel_ordinaire', "free_number"),
        ('numero: "116 117"\ncout: appel_ordinaire', "free_number"),
        ('numero: "39 12"', "unsure_cost"),
    ],
)
def test_a_cost_that_the_number_cannot_have_is_refused(tmp_path: Path, facts: str, code: str) -> None:
    """What the page says of the price and of the bill is possible for that number."""
    content = write_small_content(tmp_path, {"fr/numeros/essai.md": line(facts)})

    assert [fault.code for fault in faults_of(content)] == [code]


@pytest.mark.parametrize(
    "facts",
    [
        'numero: "0 800 23 13 13"\ncout: gratuit\nfacture: n_apparait_pas',
        'numero: "01 48 06 42 41"\ncout: appel_ordinaire\nfacture: peut_apparaitre',
        'numero: "39 12"\ncout: gratuit',
        'numero: "30 39"',
        'numero: "32 30"\ncout: appel_ordinaire',
        "messagerie: https://www.service-public.fr/\ncout: gratuit\nfacture: n_apparait_pas",
    ],
)
def test_adding_a_helpline_is_a_writers_act(tmp_path: Path, facts: str) -> None:
    """A new line of help needs its own file and nothing else: no list in the code names it."""
    assert faults_of(write_small_content(tmp_path, {"fr/numeros/essai.md": line(facts)})) == []


def test_a_new_helpline_is_shown_with_the_others(make_content: MakeContent) -> None:
    """With one more file the real site is sound, and its page of all numbers lists the new line."""
    site = read_site(TODAY, content=make_content({"fr/numeros/essai.md": line('numero: "30 39"', "Une autre écoute")}))

    [*_, others] = site.inputs("/fr/numeros/")["line_groups"]
    assert (others["need"], [line["title"] for line in others["lines"]]) == (None, ["Une autre écoute"])


def test_changing_a_number_that_is_not_pinned_is_a_writers_act(make_content: MakeContent) -> None:
    """A line that is in no table and has no number yet may be given one without anyone who programs."""
    texts = {file.stem: file.read_text("utf-8") for file in sorted(NUMBERS.glob("*.md"))}
    free = {name: text for name, text in texts.items() if name not in (*NATIONAL_LINES, "index")}
    name, text = next((name, text) for name, text in free.items() if "\nnumero:" not in text)
    added = text.replace("\ngenre: ligne\n", '\ngenre: ligne\nnumero: "0 800 23 13 13"\n')

    assert faults_of(make_content({f"fr/numeros/{name}.md": added})) == []


def test_one_wrong_digit_in_a_national_line_is_refused(tmp_path: Path) -> None:
    """Each national number, its last digit changed, is refused at its line, and the right one is told."""
    spoiled, expected = {}, {}
    for name, line in NATIONAL_LINES.items():
        key = next((key for key in NUMBER_KEYS if key in line.facts), None)
        if key:
            rows = (NUMBERS / f"{name}.md").read_text("utf-8").splitlines()
            at = next(number for number, row in enumerate(rows) if row.startswith(f"{key}: "))
            right = rows[at].removeprefix(f"{key}: ").strip('"')
            rows[at] = f'{key}: "{right[:-1]}{(int(right[-1]) + 1) % 10}"'
            spoiled[f"fr/numeros/{name}.md"] = "\n".join(rows)
            expected[name] = (at + 1, right)
    faults = faults_of(write_small_content(tmp_path, spoiled))

    assert len(expected) > 10
    for name, (at, right) in expected.items():
        told = [f for f in faults if f.file.parts[-3:] == ("fr", "numeros", f"{name}.md") and f.line == at]
        assert [(fault.code, right in fault.sentence()) for fault in told] == [("wrong_national", True)]


@pytest.mark.parametrize(("one", "other"), [("secours", "pompiers"), ("ecoute", "numerique")])
def test_two_national_lines_cannot_change_places(tmp_path: Path, one: str, other: str) -> None:
    """The fire brigade under the button of the police, or any other exchange of two files, is refused."""
    texts = {name: (NUMBERS / f"{name}.md").read_text("utf-8") for name in (one, other)}
    exchanged = {f"fr/numeros/{one}.md": texts[other], f"fr/numeros/{other}.md": texts[one]}
    content = write_small_content(tmp_path, exchanged)

    assert {fault.file.stem for fault in faults_of(content) if fault.code == "wrong_national"} == {one, other}


@pytest.mark.parametrize("name", ["secours", "sms", "ecoute"])
def test_a_line_of_the_dock_cannot_be_removed_or_renamed(tmp_path: Path, name: str) -> None:
    """The three lines at the bottom of every page are found by the names of their files."""
    content = write_small_content(tmp_path)
    file = content / "fr" / "numeros" / f"{name}.md"
    file.rename(file.with_name("autre.md"))
    renamed = {fault.code for fault in faults_of(content)}
    file.with_name("autre.md").unlink()
    removed = {fault.code for fault in faults_of(content)}

    assert "dock_renamed" in renamed
    assert "dock_missing" in removed


def test_a_spelling_of_the_right_number_is_accepted(tmp_path: Path) -> None:
    """3919 and 39 19 are the same number."""
    text = FILES["fr/numeros/ecoute.md"].replace('numero: "39 19"', "numero: 3919")

    assert text != FILES["fr/numeros/ecoute.md"]
    assert faults_of(write_small_content(tmp_path, {"fr/numeros/ecoute.md": text})) == []
