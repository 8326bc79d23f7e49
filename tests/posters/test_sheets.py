"""What stands on the sheets, read from the paper."""

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest

from eclaircie.checks.discretion import revealing_in_any, revealing_word
from eclaircie.languages import BY_TAG
from eclaircie.pages.site import Site
from eclaircie.posters import printing
from eclaircie.posters.poster_error import PosterError
from eclaircie.posters.runs import runs
from eclaircie.posters.sheets import FORMS
from tests.posters.conftest import ENTRANCE, Sheets
from tests.posters.reading import codes_on, numbers_on, signs
from tests.settings import PUBLISHED


def shown(value: Any) -> Iterator[tuple[str, bool]]:
    """Each run of some data, and whether it is a number."""
    if isinstance(value, dict) and set(value) == {"text", "number"}:
        yield value["text"], value["number"]
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from shown(each)


def figures(number: str) -> str:
    """The figures of a number, in the order in which they are dialled."""
    return re.sub(r"\D", "", number)


def neutral(made: Sheets) -> list[str]:
    """The files of the sheets that anybody may read over a shoulder."""
    return [file for file in made.files if "neutre" in file]


def test_every_number_is_read_from_left_to_right_in_every_language(made: Sheets) -> None:
    """On paper, 39 19 is never 19 39: the figures stand in the order in which they are dialled, strips included."""
    for file, data in made.data.items():
        told = {figures(text) for text, is_number in shown(data) if is_number}
        read = [number for page in made.pages(file) for number in numbers_on(page)]

        assert set(read) <= told, file
        assert {figures(tile["number"]["text"]) for tile in data["tiles"]} <= set(read), file
        if data["strip"] and data["template"] == "poster":
            assert read.count(figures(data["strip"]["text"])) >= 9, file


def test_a_number_within_a_sentence_is_set_apart() -> None:
    """Whatever a translator writes around it."""
    found = runs("الرقم 39 19 مجاني، من 9:00 إلى 17:30", "ar")
    assert [run["text"] for run in found if run["number"]] == ["39\u00a019", "9:00", "17:30"]


def test_the_square_leads_to_the_discreet_entrance(made: Sheets) -> None:
    """To that address and no other, on each sheet, printed in grey; the same stands in words beside it."""
    for file, data in made.data.items():
        codes = [code for page in made.pages(file) for code in codes_on(page)]
        assert codes, file
        assert set(codes) == {ENTRANCE}, file
        assert data["address"] == ENTRANCE.removeprefix("https://")


def test_a_neutral_sheet_says_nothing_of_the_subject(made: Sheets) -> None:
    """No word of it reveals anything, and no number but those of every town's bulletin stands there."""
    assert neutral(made)
    for file in neutral(made):
        data = made.data[file]
        language = BY_TAG[data["lang"]]
        words = " · ".join(text for text, is_number in shown(data) if not is_number)

        assert revealing_word(words, language) is None, (file, words)
        assert {figures(tile["number"]["text"]) for tile in data["tiles"]} <= {"15", "17", "18", "114"}
        assert not any("3919" in numbers_on(page) for page in made.pages(file))
        assert data["place"] is None and data["local"] == []


def test_names_and_titles_of_files_reveal_nothing(made: Sheets) -> None:
    """Neither the file among others, nor the window of whoever looks at it."""
    for file, content in made.files.items():
        title = pypdfium2.PdfDocument(content).get_metadata_value("Title")
        assert title == made.data[file]["site"]
        assert revealing_in_any(title) is None
        assert revealing_in_any(file, is_path=True) is None


def test_nothing_is_cut_off(made: Sheets) -> None:
    """Each sheet has its pages and no more, and each sign stands on them."""
    for file in made.files:
        form = next(form for name, form in sorted(FORMS.items(), reverse=True) if file.startswith(f"{name}-"))
        pages = made.pages(file)
        assert len(pages) == form.pages, file
        for page in pages:
            boxes = [box for sign, box in signs(page) if sign.text.strip()]
            assert all(box.left >= 0 and box.right <= 1 and box.bottom >= 0 and box.top <= 1 for box in boxes), file


def test_the_same_sheets_have_the_same_bytes(made: Sheets) -> None:
    """Whenever and wherever they are made."""
    some = {file: data for file, data in made.data.items() if file.endswith("-ar.pdf")}
    assert printing.printed_files(some) == {file: made.files[file] for file in some}


def test_a_sheet_is_in_its_language(made: Sheets) -> None:
    """It says so, and no word of ours is left in French."""
    for language in PUBLISHED[1:]:
        french = made.data["affiche-fr.pdf"]["words"]
        words = made.data[f"affiche-{language.tag}.pdf"]["words"]
        assert [key for key in french if words[key] == french[key]] == []


def test_no_colour_is_one_of_alarm() -> None:
    """None is red, and in grey words stay apart from what they lie on."""
    text = "".join(file.read_text("utf-8") for file in printing.TEMPLATES.glob("*.typ"))
    colours = [tuple(bytes.fromhex(found)) for found in re.findall(r"#([0-9a-f]{6})\b", text)]
    assert colours
    assert [colour for colour in colours if colour[0] > 1.5 * max(colour[1:])] == []


def test_where_the_listening_line_does_not_answer_paper_does_not_name_it(made: Sheets) -> None:
    """In Wallis and Futuna a strip has the number for emergencies."""
    data = made.data["affiche-986-fr.pdf"]
    assert data["strip"]["text"] == "17"
    assert not any("3919" in numbers_on(page) for page in made.pages("depliant-986-fr.pdf"))


def test_those_nearby_are_named_with_their_numbers(made: Sheets) -> None:
    """In a leaflet also those whom one reaches by a line; elsewhere only whoever has a number."""
    for form, count in (("affiche", 2), ("cartes", 1), ("depliant", 3), ("comptoir", 2)):
        assert len(made.data[f"{form}-71-ar.pdf"]["local"]) == count
    assert "0385000001" in numbers_on(made.pages("affiche-71-ar.pdf")[0])


def test_a_letter_that_no_font_has_is_told(made: Sheets, site: Site) -> None:
    """It is never printed as an empty box."""
    file = "comptoir-fr.pdf"
    data = {**made.data[file], "site": "漢"}
    with pytest.raises(PosterError) as refused:
        printing.printed_files({file: data})
    assert refused.value.code == "not_set"
    assert "漢" in refused.value.values["reason"]


def test_what_has_no_room_is_told(made: Sheets) -> None:
    """It is neither cut nor printed over something else."""
    file = "comptoir-fr.pdf"
    words = {**made.data[file]["words"], "question": [{"text": "Besoin de parler " * 60, "number": False}]}
    with pytest.raises(PosterError) as refused:
        printing.printed_files({file: {**made.data[file], "words": words}})
    assert refused.value.code == "no_room"


def test_a_folded_leaflet_says_nothing_of_the_subject(made: Sheets) -> None:
    """Whoever sees it on a table sees its cover alone."""
    for file, data in made.data.items():
        if data["template"] == "leaflet":
            cover = "".join(run["text"] for run in data["words"]["cover"])
            assert revealing_word(f"{cover} · {data['place']}", BY_TAG[data["lang"]]) is None, file
