"""One mistake is told once: what follows from it is not, and what is told first is what is to be mended first."""

import shutil
import subprocess
from pathlib import Path

import pytest

from eclaircie.content.hints import nearest, nearest_page
from eclaircie.content.library import load
from eclaircie.messages.faults import SHOWN, Fault, Faults, shortened
from eclaircie.messages.tables.faults import FAULTS
from eclaircie.messages.tongues import Tongue
from eclaircie.project import CONTENT
from tests.conftest import MakeContent, faults_of
from tests.small_site import write_small_content

WITHIN_HEADER = {
    "a colon in a value": ("titre: Être", "titre: Le 39 19 : être"),
    "a quote that stays open": ("resume: Une", 'resume: "Une'),
    "a wrong fact": ("genre: ligne", "genre: ligne\nordre: trente"),
    "a missing key": ("nom: Écoute\n", ""),
    "a kind that does not exist": ("genre: ligne", "genre: lignes"),
    "a forgotten kind": ("genre: ligne\n", ""),
    "a key twice": ("genre: ligne", "genre: ligne\ngenre: ligne"),
    "an invisible sign": ("Une écoute", "Une\x07 écoute"),
    "no header": ("---\ntitre", "titre"),
    "four hyphens": ("---\ntitre", "----\ntitre"),
    "an open header": ("\n---\nOn", "\n\nOn"),
    "a number that nobody can call": ('numero: "39 19"', 'numero: "39 1"'),
}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content, for faults that so many pages could be blamed for; each test puts it back."""
    return Path(shutil.copytree(CONTENT, tmp_path_factory.mktemp("project") / "content"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The content of a small site."""
    return write_small_content(tmp_path / "content")


def test_a_colon_in_the_line_that_all_pages_call_is_one_fault(real: Path) -> None:
    """Of all the links to the file and the pages that call its number none is blamed, in any language."""
    file = real / "fr/numeros/ecoute.md"
    before = file.read_text("utf-8")
    file.write_text(before.replace('titre: "Le 39 19 : parler à une écoutante"', "titre: Le 39 19 : parler"), "utf-8")

    faults = faults_of(real)
    file.write_text(before, "utf-8")

    assert [(fault.file, fault.line) for fault in faults] == [(file, 3)]


@pytest.mark.parametrize("slip", WITHIN_HEADER)
def test_a_slip_in_a_file_to_which_others_lead_is_told_alone(small: Path, slip: str) -> None:
    """Whatever is wrong in the header of the line that every page calls, only that file is named."""
    file = small / "fr/numeros/ecoute.md"
    before = file.read_bytes()
    sound, spoiled = (text.encode() for text in WITHIN_HEADER[slip])
    assert sound in before
    file.write_bytes(before.replace(sound, spoiled, 1))

    assert {fault.file for fault in faults_of(small)} == {file}


@pytest.mark.parametrize(
    "name",
    ["index", "aider/index", "numeros/secours", "numeros/sms", "numeros/droits", "traces/index", "traces/fenetre"],
)
@pytest.mark.parametrize(
    "raw", [b"---\ntitre: A : b\n---\nUn.\n", b"\xff\xfe\x00", b"", b"---\ntitre: \xe9t\xe9\n---\n"]
)
def test_no_file_that_cannot_be_read_has_others_blamed(small: Path, name: str, raw: bytes) -> None:
    """The home page, a section, an emergency line, a fixed page: each keeps its name whatever it holds."""
    file = small / f"fr/{name}.md"
    file.write_bytes(raw)

    assert {fault.file for fault in faults_of(small)} == {file}


def test_a_network_that_cannot_be_read_keeps_its_structures(real: Path) -> None:
    """Structures and news name the network of their département by its file."""
    file = real / "fr/reseaux/71/chalon.md"
    before = file.read_text("utf-8")
    file.write_text(before.replace("genre: reseau", "genre: réseau x"), "utf-8")

    faults = faults_of(real)
    file.write_text(before, "utf-8")

    assert {fault.file for fault in faults} == {file}


@pytest.mark.parametrize("name", ["Écoute.md", "ecoute.txt", "ecoute.md.txt", "ECOUTE.MD", "ecoute copie.md"])
def test_a_file_with_a_wrong_name_has_no_other_blamed(small: Path, name: str) -> None:
    """A name that suits no address is told with the right one, and the links to the page are not."""
    file = small / "fr/numeros/ecoute.md"
    file.rename(file.with_name(name))

    faults = faults_of(small)

    assert [fault.file.name for fault in faults] == [name]
    assert "ecoute" in faults[0].sentence()


def test_wrong_settings_do_not_hide_what_is_wrong_with_pages(make_content: MakeContent) -> None:
    """A slip in site.yaml and one in a page are told together."""
    content = make_content({"site.yaml": "nom: {fr: Essai\n", "fr/essai.md": "---\ntitre: a\nresume: b\n---\n"})

    assert {fault.file.name for fault in faults_of(content)} == {"site.yaml", "essai.md"}


def test_the_true_fault_comes_first_and_french_before_translations(make_content: MakeContent) -> None:
    """A file that cannot be read, then other French files, then translations, whatever their folders are called."""
    wrong = "---\ntitre: a\nonglet: a\nresume: b\n---\n[](page:nulle-part)\n"
    content = make_content(
        {
            "ar/traces/index.md": "---\ntitre: a : b\n---\n",
            "fr/aaa.md": wrong,
            "fr/zzz.md": "---\ntitre: a : b\n---\n",
        }
    )

    told = [fault.file.relative_to(content).as_posix() for fault in faults_of(content)]

    assert told == ["fr/zzz.md", "fr/aaa.md", "ar/traces/index.md"]


def test_a_renamed_page_is_told_once(real: Path) -> None:
    """Git still knows the page by its former name: one fault names the new one and where the former is asked for."""
    project = real.parent
    subprocess.run(["git", "init", "-q", project], check=True)
    subprocess.run(["git", "-C", project, "add", "-A"], check=True)
    identity = ("-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", project, *identity, "commit", "-qm", "a"], check=True)
    file = real / "fr/faire/preparer.md"
    file.rename(file.with_name("depart.md"))

    faults = faults_of(real)
    file.with_name("depart.md").rename(file)
    shutil.rmtree(project / ".git")

    assert [(fault.code, fault.file.name) for fault in faults] == [("renamed", "depart.md")]
    assert "« faire/preparer »" in faults[0].sentence()
    assert "« faire/depart »" in faults[0].sentence()
    assert "content/fr/aider/proche.md:" in faults[0].sentence()


def test_a_removed_page_calls_up_no_other(real: Path) -> None:
    """Where nothing is near, nothing is proposed: a page of the same folder least of all."""
    file = real / "fr/faire/preparer.md"
    text = file.read_bytes()
    file.unlink()

    faults = faults_of(real)
    file.write_bytes(text)

    assert faults
    assert not [fault for fault in faults if "→" in fault.sentence()]


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        *(("aides/urgense", "aides/urgence"), ("aides/ugrence", "aides/urgence"), ("AIDES/Urgence", "aides/urgence")),
        *(("droits/urgence", "aides/urgence"), ("urgence", "aides/urgence"), ("faire/preparer", "faire/se-preparer")),
        *(("faire/preparation", "faire/se-preparer"), ("faire/plainte", "faire/deposer"), ("demarches", "demarche")),
    ],
)
def test_the_page_that_was_meant_is_proposed(path: str, meant: str) -> None:
    """A slip of the finger, a file that was moved, one renamed with the same words, a title that says the word."""
    titles = {
        "aides/urgence": "L'aide d'urgence",
        "aides/logement": "Un logement",
        "demarche": "Une page",
        "faire/declarer": "Déclarer un enfant",
        "faire/deposer": "Déposer plainte",
        "faire/se-preparer": "Avant un départ",
    }

    assert nearest_page(path, titles) == f" → « {meant} » ?"


@pytest.mark.parametrize(
    "path", ["faire/preparer", "faire/parler", "aides/toit", "reseaux/72/cidff", "numeros/autre", "a", ""]
)
def test_a_page_of_the_same_folder_is_no_proposal(path: str) -> None:
    """What shares a folder, or an ending, or is a namesake in another département, is another page."""
    titles = {"faire/declarer": "a", "faire/separer": "b", "aides/droit": "c", "reseaux/71/cidff": "d", "numeros": "e"}

    assert nearest_page(path, titles) == ""


@pytest.mark.parametrize(
    ("word", "known"), [("71-iscg", "73-iscg"), ("ecoute", "droits"), ("sms", "sos"), ("17", "18"), ("toit", "toi")]
)
def test_another_name_is_no_proposal(word: str, known: str) -> None:
    """Numbers are never near one another, nor are short words that differ in a letter."""
    assert nearest(word, [known]) == ""


def test_ten_of_a_kind_are_shown_and_the_rest_is_counted() -> None:
    """Hundreds of the same do not hide the one that differs."""
    faults = Faults()
    for line in range(1, 31):
        faults.add("no_page", Path("a.md"), line, value="x")
    faults.add("no_text", Path("z.md"), 1)

    some, more = shortened(faults)

    assert [fault.code for fault in some] == ["no_page"] * SHOWN + ["no_text"]
    assert [(fault.code, count) for fault, count in more] == [("no_page", 20)]


@pytest.mark.parametrize("tongue", ["fr", "en"])
def test_a_kind_of_faults_has_a_name(tongue: Tongue) -> None:
    """What is counted is named without what only one of them has."""
    kinds = {code: Fault(code, Path("a.md"), 1).kind(tongue) for code in FAULTS}

    assert {code: kind for code, kind in kinds.items() if not kind or set(kind) & set("{}")} == {}


@pytest.mark.parametrize(
    "name",
    [
        *(
            ".obsidian/workspace.json",
            ".obsidian/a.md",
            ".trash/a.md",
            ".DS_Store",
            "a.md~",
            "Thumbs.db",
            "desktop.ini",
        ),
        *(".~lock.a.md#", "~$a.docx", "#a.md#", "a.md.bak", "a.md.swp", "__MACOSX/a.md", "@eaDir/a.md", "a.md.orig"),
    ],
)
@pytest.mark.parametrize("folder", ["", "fr/", "fr/aides/", "en/"])
def test_what_programs_leave_behind_is_passed_over(tmp_path: Path, folder: str, name: str) -> None:
    """Folders of editors, locks, backups and what systems put everywhere are nobody's mistake, wherever they lie."""
    for file in (tmp_path / "fr/aides/a.md", tmp_path / "fr/index.md", tmp_path / f"{folder}{name}"):
        file.parent.mkdir(parents=True, exist_ok=True)
        kind = "genre: accueil\nraccourcis: [aides/a]\nthemes: [aides/a]\nlignes: [a]\n" if file.stem == "index" else ""
        file.write_text(f"---\ntitre: a\nresume: a\n{kind}---\n", "utf-8")
    faults = Faults()
    library = load(tmp_path, faults)

    assert (set(library.documents), [fault.sentence() for fault in faults]) == ({"aides/a", ""}, [])
