"""What the documents say is so."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from eclaircie.checks import suite
from eclaircie.cli.documents import documents, filled
from eclaircie.content.base import Entry, Header, Hours, Source
from eclaircie.content.departments import Department, Landmark, Places
from eclaircie.content.library import load
from eclaircie.content.local import Network, News, Structure
from eclaircie.content.models import CITED, MODELS, Home, Page
from eclaircie.content.numbering_plan import tariff_of
from eclaircie.content.references import references
from eclaircie.content.tidying import tidied
from eclaircie.content.values import digits_of
from eclaircie.messages.faults import Faults
from eclaircie.pages.site import Site
from eclaircie.project import CONTENT, PROJECT_ROOT
from tests.conftest import TODAY
from tests.small_site import write_small_content

README = PROJECT_ROOT / "README.md"
WRITING = PROJECT_ROOT / "docs" / "ecrire.md"
DOCUMENTS = sorted([*PROJECT_ROOT.glob("*.md"), *(PROJECT_ROOT / "docs").rglob("*.md")])


def texts() -> str:
    """All documents together."""
    return "\n".join(file.read_text("utf-8") for file in DOCUMENTS)


def prose(document: Path) -> str:
    """The text of a document without its code."""
    return re.sub(r"```.*?```|`[^`]*`", "", document.read_text("utf-8"), flags=re.DOTALL)


def aliases(*models: type[Header]) -> set[str]:
    """The keys of models, as writers know them."""
    return {field.alias or name for model in models for name, field in model.model_fields.items()}


def options_of_freeze() -> set[str]:
    """The options that `freeze.py` knows."""
    command = [sys.executable, str(PROJECT_ROOT / "freeze.py"), "--help"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return set(re.findall(r"--[a-z][a-z-]*", said))


def test_there_is_a_readme() -> None:
    """Whoever opens the project is welcomed."""
    assert README.is_file()


def test_every_make_target_that_is_named_exists() -> None:
    """No document asks for a `make` that the Makefile does not know."""
    makefile = (PROJECT_ROOT / "Makefile").read_text("utf-8")
    known = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)", texts())) | set(re.findall(r"^\s*make ([a-z]+)", texts(), re.MULTILINE))

    assert named
    assert named - known == set()


def test_every_make_target_is_listed_by_make_help() -> None:
    """A target that people can call says what it is for."""
    makefile = (PROJECT_ROOT / "Makefile").read_text("utf-8")
    [phony] = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    told = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))

    assert told == set(phony.split())


def test_every_option_of_freeze_that_is_named_exists() -> None:
    """No document names an option that `freeze.py` does not know."""
    lines = [line for line in texts().splitlines() if "freeze.py" in line]
    named = {option for line in lines for option in re.findall(r"--[a-z][a-z-]*", line.split("freeze.py", 1)[1])}

    assert named - options_of_freeze() == set()


def test_every_command_that_is_named_exists() -> None:
    """No document, script or target of make asks for a command that the project does not have; from its folder they run."""
    scripts = "\n".join(
        file.read_text("utf-8") for file in (PROJECT_ROOT / "Makefile", PROJECT_ROOT / ".ci" / "verify")
    )
    named = set(re.findall(r"-m eclaircie ([a-z]+)", texts() + scripts))
    command = [sys.executable, "-m", "eclaircie", "--help"]
    with_code = {**os.environ, "PYTHONPATH": "site"}  # as the README says
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT_ROOT, env=with_code).stdout
    known = set(re.findall(r"^  ([a-z]+) |«\s+([a-z]+)\s+»", said, re.MULTILINE))

    assert "export PYTHONPATH=site" in README.read_text("utf-8")
    assert (
        {"status", "verify", "host", "traduit", "relu", "preview", "messages"}
        <= named
        <= {word for words in known for word in words}
    )


def test_no_document_names_a_command_of_another_command_line() -> None:
    """There is one way to call a command."""
    assert [
        file.name for file in DOCUMENTS if file.name != "CHANGELOG.md" and "flask --app" in file.read_text("utf-8")
    ] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_every_file_that_a_document_links_to_exists(document: Path) -> None:
    """No document leads to a file that is not there."""
    links = re.findall(r"\]\(([^)\s#]+)[^)]*\)", prose(document))
    files = [link for link in links if not re.match(r"[a-z]+:", link)]

    assert [link for link in files if not (document.parent / link).exists()] == []


def anchors(document: Path) -> set[str]:
    """What leads to each heading of a document, as GitHub, GitLab and Forgejo make it from its words."""
    text = re.sub(r"```.*?```", "", document.read_text("utf-8"), flags=re.DOTALL)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.relative_to(PROJECT_ROOT).as_posix())
def test_every_heading_that_a_document_links_to_exists(document: Path) -> None:
    """No document leads into the middle of a page that has no such heading."""
    links = re.findall(r"\]\(([^)\s#:]*)#([^)\s]+)\)", prose(document))

    assert [
        f"{file}#{name}" for file, name in links if name not in anchors(document.parent / file if file else document)
    ] == []


PLACES = ("site/", "static/", "tests/", "bench/", "docs/", "content/", "translations/", ".ci/", ".github/", ".forgejo/")
"""The folders below which a document names files."""


@pytest.mark.parametrize(
    "document",
    [file for file in DOCUMENTS if file.name != "CHANGELOG.md"],
    ids=lambda file: file.relative_to(PROJECT_ROOT).as_posix(),
)
def test_every_file_of_the_code_that_a_document_names_exists(document: Path) -> None:
    """A file that was moved is named where it is now. The changelog tells what was; examples of content are made up."""
    named = re.findall(r"`([\w./-]+)`", document.read_text("utf-8"))
    files = [name for name in named if name.startswith(PLACES) and not name.startswith("content/fr/")]

    assert [name for name in files if not (PROJECT_ROOT / name).exists()] == []


def linked(document: Path) -> set[Path]:
    """The files to which a document leads."""
    return {(document.parent / link).resolve() for link in re.findall(r"\]\(([^)\s#:]+)\)", prose(document))}


def test_every_document_is_told_of_in_their_list() -> None:
    """docs/README.md leads to each document, that of the hosts to each host, and the README to the list."""
    index = PROJECT_ROOT / "docs" / "README.md"
    told = linked(index) | linked(PROJECT_ROOT / "docs" / "publier" / "README.md")

    assert index in linked(README)
    assert [file for file in DOCUMENTS if file not in told | {index}] == []


ENGLISH = re.compile(r"\b(?:the|and|which|where|with|are)\b")
FRENCH = re.compile(r"\b(?:le|les|des|une|pour|dans|avec)\b")


@pytest.mark.parametrize("document", sorted((PROJECT_ROOT / "docs").rglob("*.md")), ids=lambda file: file.name)
def test_a_document_is_in_one_language(document: Path) -> None:
    """Whoever reads one does not step over the other; what buttons and other documents are called is left aside."""
    words = re.sub(r"\*[^*\n]+\*|[«“][^»”]*[»”]|\[[^]]*\]\([^)]*\)", "", prose(document))

    assert not (ENGLISH.search(words) and FRENCH.search(words)), (ENGLISH.findall(words), FRENCH.findall(words))


@pytest.mark.parametrize(
    ("document", "text", "made"), list(documents(PROJECT_ROOT)), ids=lambda part: Path(part).name[:9]
)
def test_a_document_says_what_the_code_declares(document: Path, text: str, made: str) -> None:
    """Each key, how it is written, what one may choose, each command and its options: `make docs` writes them."""
    assert text == made


def test_what_stands_between_two_marks_is_written_anew() -> None:
    """Whatever somebody wrote there, what is declared takes its place; the marks and the rest stay."""
    text = "Avant\n<!-- tableau : ligne (écrit par x) -->\nvieux\n<!-- fin du tableau -->\nAprès\n"

    assert filled(text, lambda name: f"[{name}]\n") == text.replace("vieux\n", "\n[ligne]\n\n")


def test_each_table_of_the_guide_is_there() -> None:
    """No mark was lost with what stands between them."""
    marks = re.findall(r"<!-- tableau : (\S+)", WRITING.read_text("utf-8"))

    assert len(marks) == len(set(marks)) == 17
    assert re.findall(r"<!-- made: (\S+)", README.read_text("utf-8")) == ["freeze", "commands"]


@pytest.mark.parametrize("kind", [kind for kind, model in MODELS.items() if model not in (Home, Page, Places)])
def test_every_key_of_every_kind_is_in_the_guide(kind: str) -> None:
    """No kind of page is left out, but the home page, of which there is one."""
    keys = re.findall(r"^\| `([a-z_]+)` \|", WRITING.read_text("utf-8"), re.MULTILINE)

    assert aliases(MODELS[kind]) <= set(keys)


def test_the_page_of_all_places_has_the_keys_of_all_pages() -> None:
    """The guide says so, and gives it no table."""
    assert aliases(Places) == aliases(Entry)


def guide_examples() -> dict[str, str]:
    """The whole files that the guide shows, by their path below content/."""
    blocks = re.findall(r"([^\n]*)\n\n```\n(---\n.*?)```", WRITING.read_text("utf-8"), re.DOTALL)
    paths = [re.search(r"`content/([a-z0-9/-]+\.md)`", line) for line, _ in blocks]
    return {path[1] if path else "fr/aider/depart.md": text for path, (_, text) in zip(paths, blocks, strict=True)}


REAL_VALUES = {
    "03 53 01 00 00": "03 85 00 00 01",
    "3 place de l'Exemple": "3 place de la Mairie",
    "www.example.org": "www.essai.test",
}
"""What stands in the guide for the values of an association, and such values."""


def checked(content: Path) -> Faults:
    """What is wrong with a content folder."""
    faults = Faults()
    suite.check(load(content, faults), content, TODAY, 12, faults)
    return faults


@pytest.mark.parametrize("name", guide_examples())
def test_an_example_of_the_guide_has_the_form_of_all_headers(name: str) -> None:
    """Whoever copies one has a header as `tidy` would write it."""
    assert tidied(guide_examples()[name], Path(name), Faults()) == guide_examples()[name]


@pytest.mark.parametrize("name", guide_examples())
def test_an_example_of_the_guide_is_refused_as_it_stands(tmp_path: Path, name: str) -> None:
    """Whoever pastes an example and forgets to change it is told that it is one, and nothing else."""
    content = write_small_content(tmp_path / "content", guide_examples())
    told = [fault for fault in checked(content).errors if fault.file == content / name]

    assert told
    assert {"exemple" in fault.sentence() and "example" in fault.sentence("en") for fault in told} == {True}


def test_the_examples_of_the_guide_hold_no_value_that_is_somebodys() -> None:
    """The number of the guide is of those that are given to nobody; its addresses lead nowhere."""
    text = "\n".join(guide_examples().values())
    numbers = re.findall(r"numero: *(.*)", text)

    assert numbers
    assert {tariff_of(digits_of(number)) for number in numbers} == {"fiction"}
    assert set(re.findall(r"https://([^/\s]+)", text)) == {"www.example.org"}


def test_the_local_examples_are_sound(tmp_path: Path) -> None:
    """Whoever copies them all at once, with real values, has a site without a fault, of every local kind."""
    examples = {}
    for name, text in guide_examples().items():
        for example, real in REAL_VALUES.items():
            text = text.replace(example, real)
        examples[name] = text
    droits = {"fr/numeros/droits.md": (CONTENT / "fr/numeros/droits.md").read_text("utf-8")}
    content = write_small_content(tmp_path / "content", {**droits, **examples})
    written = {content / name for name in examples}
    faults = Faults()
    library = load(content, faults)
    suite.check(library, content, TODAY, 12, faults)

    kinds = {type(document.entry) for document in library.documents.values() if document.file in written}
    assert [(f.code, f.where(content)) for f in faults if f.file in written and f.code != "to_verify"] == []
    assert kinds == {Page, Places, Department, Network, Structure, News, Landmark}


@pytest.mark.parametrize("model", [Source, Hours], ids=lambda model: model.__name__)
def test_the_guide_names_the_keys_within_keys(model: type[Header]) -> None:
    """Sources, hours and scales are explained key by key."""
    text = WRITING.read_text("utf-8")

    assert {key for key in aliases(model) if not re.search(rf"`{key}`|\b{key}: ", text)} == set()


def test_the_home_page_uses_only_known_keys(site: Site) -> None:
    """The keys of the home page, which the guide leaves out, are all used in the one there is."""
    used = set(site.library.home.parts.data)

    assert aliases(Home) - aliases(Entry) <= used


def test_every_reference_in_the_guide_could_be_published(site: Site) -> None:
    """The examples of links lead to pages, lines and facts that exist."""
    examples = [
        reference
        for reference in references(WRITING.read_text("utf-8").replace("`", ""))  # in code, nothing is a link
        if reference.scheme in ("page", "fiche") and not reference.fiche.isupper()
    ]
    wrong = [
        reference.target
        for reference in examples
        if (reference.scheme == "page" and reference.path not in site.library.documents)
        or (reference.scheme == "fiche" and reference.fiche not in site.library.fiches)
        or (reference.scheme == "fiche" and reference.fact and reference.fact not in CITED["inline"] | CITED["block"])
    ]

    assert examples
    assert wrong == []
