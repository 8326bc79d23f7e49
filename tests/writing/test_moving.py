"""`move` and `remove`: a page goes elsewhere or away, and every link in every language with it."""

from pathlib import Path

import pytest

from eclaircie.content.library import load
from eclaircie.content.translation import is_behind, is_reviewed
from eclaircie.languages import ARABIC
from eclaircie.messages.faults import Faults
from eclaircie.writing.addresses import path_of
from eclaircie.writing.moving import plan_move
from eclaircie.writing.plan import Plan
from eclaircie.writing.writing_error import WritingError
from tests.conftest import faults_of
from tests.writing.conftest import Run, held


def read(content: Path, name: str) -> str:
    """The text of a file."""
    return (content / name).read_text("utf-8")


def test_the_small_site_is_sound(content: Path) -> None:
    """What the other tests begin with has no fault, and its Arabic page follows the French."""
    assert faults_of(content) == []
    assert not is_behind(load(content, Faults()).documents["aider"], ARABIC)


@pytest.mark.parametrize(
    "typed",
    [
        "aider/voisin",
        "/fr/aider/voisin/",
        "fr/aider/voisin.md",
        "content/fr/aider/voisin.md",
        "content\\fr\\aider\\voisin.md",
        "https://example.org/fr/aider/voisin/",
        "https://example.org/aide/en/aider/voisin",
    ],
)
def test_a_page_is_named_as_people_find_it(content: Path, typed: str) -> None:
    """By its file, on Windows too, by its path, or by the address that a browser shows."""
    assert path_of(typed, content) == "aider/voisin"


def test_a_section_is_named_by_its_folder_or_its_file(content: Path) -> None:
    """The file that an editor has open and the folder around it mean the same page."""
    assert {path_of(str(content / "en" / "aider" / "index.md"), content), path_of("aider", content)} == {"aider"}


def test_a_moved_page_takes_its_links_along(content: Path, run: Run) -> None:
    """Home, texts and translations lead to the new place, and the check has nothing to say."""
    result = run("move", "aider/voisin", "aider/palier")

    assert result.exit_code == 0
    assert not (content / "fr/aider/voisin.md").exists()
    assert "raccourcis: [aider, aider/palier]" in read(content, "fr/index.md")
    assert read(content, "ar/aider/index.md").count("page:aider/palier") == 2
    assert faults_of(content) == []


def test_a_moved_section_takes_all_its_pages_along(content: Path, run: Run) -> None:
    """The pages below it and their translations have the new address too."""
    run("move", "aider", "entourage")

    assert {path for path in held(content) if "aider" in path} == set()
    assert {"fr/entourage/index.md", "fr/entourage/voisin.md", "ar/entourage/index.md"} <= held(content).keys()
    assert faults_of(content) == []


def test_moving_back_gives_every_byte_back(content: Path, run: Run) -> None:
    """Nothing is lost on the way, remarks included."""
    before = held(content)
    run("move", "aider", "entourage")
    run("move", "entourage", "aider")

    assert held(content) == before


def test_a_renamed_line_is_named_anew_everywhere(content: Path, run: Run) -> None:
    """Home, the line of a page, contacts and cited numbers have the new name."""
    run("move", "numeros/conseils", "numeros/renseignements")

    assert "lignes: [ecoute, renseignements]" in read(content, "fr/index.md")
    assert "ligne: renseignements" in read(content, "fr/aider/voisin.md")
    assert "contacts: [renseignements]" in read(content, "fr/reseaux/71/cidff.md")
    assert "fiche:renseignements/numero" in read(content, "ar/aider/index.md")
    assert faults_of(content) == []


def test_a_renamed_network_is_named_anew_by_its_structures(content: Path, run: Run) -> None:
    """A structure names its network by the name of its file alone."""
    run("move", "reseaux/71/clunisois", "reseaux/71/cluny")

    assert "reseaux: [cluny]" in read(content, "fr/reseaux/71/cidff.md")


def test_a_translation_stays_up_to_date_and_reviewed(content: Path, run: Run) -> None:
    """Where only links are led elsewhere, nobody has to translate or to read that again."""
    assert run("relu", content / "ar/aider/index.md", "--par", "M. D.").exit_code == 0
    run("move", "aider/voisin", "aider/palier")

    document = load(content, Faults()).documents["aider"]
    assert (is_behind(document, ARABIC), is_reviewed(document, ARABIC)) == (False, True)


def test_a_translation_that_is_behind_stays_behind(content: Path, run: Run) -> None:
    """A move notes nothing that nobody has done."""
    file = content / "ar/aider/index.md"
    file.write_text(file.read_text("utf-8").replace("26b9e2e03147", "000000000000"), "utf-8")
    run("move", "aider/voisin", "aider/palier")

    assert "traduit_de: 000000000000" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("aider/voisin", "telephone/doute", "déjà prise"),
        ("aider/voisin", "aider/violence", "« violence »"),
        ("aider/voisin", "aider/voisin", "déjà là"),
        ("aider", "aider/tout", "ne commence pas par le sien"),
        ("aider/rien", "aider/tout", "n'existe pas en français"),
        ("traces", "effacer", "toutes les pages du site"),
        ("telephone", "mobile", "« telephone/doute »"),
        ("numeros/ecoute", "numeros/parler", "connaît cette ligne"),
        ("aider/voisin", "aider/Mon Voisin", "mon-voisin"),
        ("aider/voisin", "seul/palier", "onglet"),
        ("", "debut", "n'existe pas en français"),
        ("aider/voisin", "../../ailleurs", ""),
    ],
)
def test_a_move_that_cannot_be_changes_nothing(content: Path, run: Run, old: str, new: str, told: str) -> None:
    """The sentence names what is wrong, and every file is as it was."""
    before = held(content)
    result = run("move", old, new)

    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert (held(content), list(content.parent.rglob("ailleurs*"))) == (before, [])


def test_a_move_can_be_looked_at_first(content: Path, run: Run) -> None:
    """With --check every file is named and none is changed."""
    before = held(content)
    result = run("move", "aider/voisin", "aider/palier", "--check")

    assert "content/fr/aider/voisin.md → content/fr/aider/palier.md" in result.output
    assert held(content) == before


def test_a_fault_elsewhere_is_no_reason_to_refuse_a_move(content: Path, run: Run) -> None:
    """Only what the move itself would break keeps it from being done."""
    (content / "fr/telephone/doute.md").write_text("---\ntitre: Un doute\n---\nRien.\n", "utf-8")

    assert run("move", "aider/voisin", "aider/palier").exit_code == 0


def test_windows_line_ends_stay(content: Path, run: Run) -> None:
    """A file that is written on Windows has its own line ends after a move, and no other line changes."""
    file = content / "fr/aider/index.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    run("move", "aider/voisin", "aider/palier")

    assert file.read_bytes() == before.replace(b"voisin", b"palier")


@pytest.mark.parametrize("stop", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", [1, 2, 4])
def test_a_plan_that_is_stopped_changes_nothing(
    content: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException, at: int
) -> None:
    """A full disk and Ctrl-C leave every file as it was, wherever they come."""
    plan = plan_move(content, load(content, Faults()), "aider", "entourage/tous").plan
    before, calls = held(content), iter(range(1, 100))

    def put(copy: Path, file: Path) -> None:
        if next(calls) == at:
            raise stop
        copy.replace(file)

    monkeypatch.setattr("eclaircie.writing.plan.replace", put)
    with pytest.raises((WritingError, KeyboardInterrupt)):
        plan.apply()

    assert held(content) == before
    assert not (content / "fr/entourage").exists()


def test_what_somebody_saves_meanwhile_is_not_lost(content: Path) -> None:
    """A plan that was made from another text is not carried out."""
    plan = Plan(content)
    plan.write(content / "fr/index.md", "autre chose")
    (content / "fr/index.md").write_text("enregistré entre-temps", "utf-8")

    with pytest.raises(WritingError):
        plan.apply()
    assert read(content, "fr/index.md") == "enregistré entre-temps"


def test_nothing_outside_the_content_is_written(content: Path) -> None:
    """A plan refuses a file elsewhere as soon as it is named."""
    with pytest.raises(WritingError):
        Plan(content).write(content / ".." / "elsewhere.md", "x")


# Removing


def test_a_page_with_links_to_it_is_not_removed_unasked(content: Path, run: Run) -> None:
    """Each place is told with its line, and nothing changes."""
    before = held(content)
    result = run("remove", "aider/voisin")

    assert result.exit_code == 1
    assert "fr/aider/index.md:8  mène à cette page." in result.stderr
    assert "fr/index.md" in result.stderr and "ar/aider/index.md" in result.stderr
    assert held(content) == before


def test_links_can_go_with_the_page_and_their_words_stay(content: Path, run: Run) -> None:
    """A link without words leaves the title of the page; home no longer shows it; translations stay up to date."""
    run("remove", "aider/voisin", "--et-les-liens")

    assert "Lisez la page, puis Pour la voisine.\n" in read(content, "fr/aider/index.md")
    assert "raccourcis: [aider]" in read(content, "fr/index.md")
    assert not is_behind(load(content, Faults()).documents["aider"], ARABIC)
    assert faults_of(content) == []


def test_links_can_lead_to_another_page(content: Path, run: Run) -> None:
    """What took its place is named in its stead."""
    run("remove", "aider/voisin", "--a-la-place", "telephone/doute")

    assert read(content, "fr/aider/index.md").count("page:telephone/doute") == 2
    assert "raccourcis: [aider, telephone/doute]" in read(content, "fr/index.md")
    assert faults_of(content) == []


def test_a_cited_number_is_never_taken_out_of_a_sentence(content: Path, run: Run) -> None:
    """A person has to write that sentence anew."""
    before = held(content)
    result = run("remove", "numeros/conseils", "--et-les-liens")

    assert result.exit_code == 1
    assert "fr/aider/index.md:6" in result.stderr
    assert held(content) == before


def test_what_is_removed_can_be_taken_back(content: Path, run: Run) -> None:
    """The copies beside the content, copied over it, give every file back."""
    before = held(content)
    run("remove", "aider/voisin", "--et-les-liens")
    (kept,) = (content.parent / ".retires").iterdir()
    for name, text in held(kept / "content").items():
        (content / name).write_bytes(text)

    assert held(content) == before


def test_a_removal_that_cannot_be_written_leaves_nothing_behind(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a changed file nor a copy that nobody asked for, also where nothing at all can be written any more."""
    before = held(content)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("eclaircie.writing.plan.replace", full)
    result = run("remove", "aider/voisin", "--et-les-liens")

    assert (result.exit_code, result.stderr.startswith("content/")) == (1, True)
    assert "(No space left on device). Rien n'a changé." in result.stderr
    assert (held(content), list((content.parent / ".retires").iterdir())) == (before, [])


@pytest.mark.parametrize("path", ["aider", "traces", "numeros/ecoute", "reseaux", "", "nulle-part"])
def test_what_the_site_needs_is_not_removed(content: Path, run: Run, path: str) -> None:
    """A section with pages, a page that all lead to, and the lines of every page stay."""
    before = held(content)

    assert run("remove", path, "--et-les-liens").exit_code == 1
    assert (held(content), (content.parent / ".retires").exists()) == (before, False)


def test_a_card_goes_with_its_paragraph(content: Path, run: Run) -> None:
    """A link that stands alone leaves neither an empty paragraph nor an empty item."""
    file = content / "fr/telephone/doute.md"
    file.write_text(
        "---\ntitre: Un doute\nresume: Un doute.\n---\nAvant.\n\n[](fiche:71-cidff)\n\nAprès :\n\n"
        "- [](page:reseaux/71/cidff)\n- encore\n",
        "utf-8",
    )
    run("remove", "reseaux/71/cidff", "--et-les-liens")

    assert read(content, "fr/telephone/doute.md").endswith("Avant.\n\nAprès :\n\n- encore\n")
