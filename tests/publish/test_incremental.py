"""The last build is the cache: whatever was edited since, the next one is what a build from nothing would be."""

import datetime
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Self

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import FileSystemLoader

from eclaircie.kept import code
from eclaircie.kept.store import Store
from eclaircie.loading import read_site
from eclaircie.project import PROJECT_ROOT, STATIC, TRANSLATIONS
from eclaircie.publish import stamps
from eclaircie.publish.freezer import Result, freeze
from eclaircie.publish.manifest import Manifest
from eclaircie.rendering import application
from tests.chosen import chosen
from tests.folders import files_in
from tests.once import made_once
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content

TEMPLATES = PROJECT_ROOT / "site" / "eclaircie" / "rendering" / "templates"


@dataclass
class Project:
    """Everything that somebody can edit. package: the templates, and beside them nothing that is run."""

    folder: Path
    day: datetime.date = BEFORE_REVIEW

    @classmethod
    def copied(cls, built: Path, folder: Path) -> Self:
        """The copy of a project, with what was built in it."""
        shutil.copytree(built, folder)
        return cls(folder)

    def __post_init__(self) -> None:
        if self.content.exists():
            return
        write_small_content(self.content)
        shutil.copytree(TRANSLATIONS, self.translations)
        shutil.copytree(STATIC, self.static)
        shutil.copytree(TEMPLATES, self.package / "templates")

    @property
    def content(self) -> Path:
        """The content of a small site."""
        return self.folder / "content"

    @property
    def translations(self) -> Path:
        """The words of the interface."""
        return self.folder / "translations"

    @property
    def static(self) -> Path:
        """Style and script."""
        return self.folder / "static"

    @property
    def package(self) -> Path:
        """What stands for the code."""
        return self.folder / "package"

    @property
    def kept(self) -> Path:
        """What builds upon others keep."""
        return self.folder / "kept"

    def build(self, name: str) -> Result:
        """Freeze the site into a folder of this name; what is cold knows nothing of earlier builds."""
        kept = Store(None if name == "cold" else self.kept)
        site = read_site(self.day, content=self.content, translations=self.translations, kept=kept)
        return freeze(site, self.folder / name, translations=self.translations, static=self.static, kept=kept)

    def files(self, name: str) -> dict[str, bytes]:
        """Every file of a build."""
        return files_in(self.folder / name)


def replace(file: Path, old: str, new: str) -> None:
    """Replace a text in a file."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def append(file: Path, text: str) -> None:
    """Write a text at the end of a file."""
    with file.open("a", encoding="utf-8") as opened:
        opened.write(text)


def change_word(project: Project, number: int) -> None:
    """The text of a page."""
    append(project.content / "fr/aider/index.md", f"\nEncore un mot, {'x' * number}.\n")


def change_fact(project: Project, number: int) -> None:
    """A fact that several pages show."""
    text = FILES["fr/numeros/conseils.md"].replace("0 800 00 00 01", f"0 800 00 00 {number:02}")
    write_small_content_file(project, "fr/numeros/conseils.md", text)


def write_small_content_file(project: Project, name: str, text: str) -> None:
    """One file of the content, others as they are."""
    kept = {file: (project.content / file).read_bytes() for file in FILES if (project.content / file).is_file()}
    gone = [file for file in FILES if file not in kept]
    write_small_content(project.content, {name: text})
    for file, data in kept.items():
        if file != name:
            (project.content / file).write_bytes(data)
    for file in gone:
        (project.content / file).unlink(missing_ok=True)


def change_template(project: Project, number: int) -> None:
    """A component of every page."""
    append(project.package / "templates/components/footer.html", f"<p>{number}</p>\n")


def change_style(project: Project, number: int) -> None:
    """The stylesheet."""
    append(project.static / "css/base.css", f"main{{outline-offset:{number}px}}\n")


def change_script(project: Project, number: int) -> None:
    """The script."""
    append(project.static / "js/navigation.js", f"\ndocument.title += {number};\n")


def change_message(project: Project, number: int) -> None:
    """A word of the interface, in one language."""
    file = project.translations / "en.po"
    text = file.read_text("utf-8")
    start = text.index('msgstr "', text.index('msgid "Quitter"'))
    end = text.index("\n", start)
    word = "x" * number  # a figure would be a number that nobody has checked
    file.write_text(f'{text[:start]}msgstr "Away {word}"{text[end:]}', "utf-8")


def change_name(project: Project, number: int) -> None:
    """A setting that every page of a language shows."""
    file = project.content / "site.yaml"
    text = file.read_text("utf-8")
    start = text.index("en: ") + 4
    file.write_text(text[:start] + f"Trial {'x' * number}" + text[text.index(",", start) :], "utf-8")


def change_publisher(project: Project, number: int) -> None:
    """A setting that one page shows."""
    file = project.content / "site.yaml"
    text = file.read_text("utf-8").partition("editeur:")[0]
    file.write_text(f"{text}editeur: {{nom: Association {'x' * number}}}\n", "utf-8")


def add_page(project: Project, number: int) -> None:
    """A page, which its section lists."""
    page = f"---\ntitre: Nouvelle\nresume: Nouvelle.\nordre: {number}\n---\nTexte.\n"
    (project.content / f"fr/aider/nouvelle-{'x' * (number % 3)}a.md").write_text(page, "utf-8")


def remove_page(project: Project, _number: int) -> None:
    """A page less."""
    for file in project.content.glob("*/aider/voisin.md"):
        file.unlink()


def rename_page(project: Project, _number: int) -> None:
    """A page at another address."""
    for file in project.content.glob("*/aider/voisin.md"):
        file.rename(file.with_name("palier.md"))


def translate_page(project: Project, number: int) -> None:
    """A page in another language."""
    page = f"---\ntitre: Helping\nonglet: Helping\nresume: To help.\n---\nCall {'x' * number}.\n"
    (project.content / "en/aider").mkdir(exist_ok=True, parents=True)
    (project.content / "en/aider/index.md").write_text(page, "utf-8")


def wait(project: Project, number: int) -> None:
    """Another day, on which facts may be past their review."""
    project.day += datetime.timedelta(days=number * 20)


def damage(project: Project, number: int) -> None:
    """What is published, by somebody else."""
    build = project.folder / "warm"
    pages = sorted(build.rglob("*.html")) if build.exists() else []
    for page in pages[number :: len(pages) or 1]:
        page.write_bytes(page.read_bytes()[:-number])


def lose_what_is_kept(project: Project, number: int) -> None:
    """The folder of what earlier builds have learnt, or one of its files."""
    files = sorted(project.kept.glob("*"))
    for file in files[number % 3 :: 3]:
        file.unlink()


def cut_what_is_kept(project: Project, number: int) -> None:
    """The end of what was kept, as after a full disk."""
    for file in project.kept.glob("*"):
        file.write_bytes(file.read_bytes()[:-number])


def lie_about_what_is_kept(project: Project, number: int) -> None:
    """What was kept says that everything is as it was, in words that no build of this code wrote."""
    for file in project.kept.glob("*"):
        held = file.read_bytes()
        file.write_bytes(held[:64] + held[64:].replace(b"0", str(number % 9 + 1).encode()))


Edit = Callable[[Project, int], None]

EDITS: tuple[Edit, ...] = (
    *(change_word, change_fact, change_template, change_style, change_script, change_message, change_name),
    *(change_publisher, add_page, remove_page, rename_page, translate_page, wait, damage),
)

HARM: tuple[Edit, ...] = (lose_what_is_kept, cut_what_is_kept, lie_about_what_is_kept)
"""What may happen between two builds, and changes nothing."""

edits = st.lists(
    st.lists(st.tuples(st.sampled_from((*EDITS, *HARM)), st.integers(1, 40)), max_size=2), min_size=1, max_size=3
)
"""Some builds one after the other, and before each of them some edits."""

Rounds = list[list[tuple[Edit, int]]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a project that was built once, which each test copies."""

    def make(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            project = Project(folder)
            use_package(patch, project, code)
            project.build("warm")

    return made_once(tmp_path_factory, "incremental", make)


def check_rounds(built: Path, rounds: Rounds) -> None:
    """Build after each round of edits upon the last build, then once from nothing, and compare."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        project = Project.copied(built, Path(folder, "project"))
        use_package(patch, project, code)
        patch.setattr(stamps, "YOUNG", 0)  # builds follow one another at once
        for some in rounds:
            for edit, number in some:
                edit(project, number)
            project.build("warm")
        project.build("cold")
        assert project.files("warm") == project.files("cold")


def use_package(patch: pytest.MonkeyPatch, project: Project, module: ModuleType) -> None:
    """Have the application take its templates from the project, and fingerprints look there for the code."""
    loader = property(lambda _app: FileSystemLoader(project.package / "templates"))
    patch.setattr(application.Application, "jinja_loader", loader)
    patch.setattr(module, "PACKAGE", project.package)
    patch.setattr(module, "code_fingerprint", module.code_fingerprint.__wrapped__)
    patch.setattr(module, "runner_fingerprint", module.runner_fingerprint.__wrapped__)


unhurried = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])


@given(edits)
@settings(unhurried, max_examples=3, derandomize=True)
def test_a_build_upon_another_is_the_one_made_from_nothing(built: Path, rounds: Rounds) -> None:
    """After any edits, pages taken from the last build are those that would be made, in every file and the manifest."""
    check_rounds(built, rounds)


@pytest.mark.exhaustive
@pytest.mark.timeout(1200)  # seconds
@given(edits)
@settings(unhurried, max_examples=40, derandomize=True)
def test_any_build_upon_another_is_the_one_made_from_nothing(built: Path, rounds: Rounds) -> None:
    """The same after many more edits."""
    check_rounds(built, rounds)


@pytest.mark.parametrize("edit", chosen(EDITS, len(EDITS) // 2, "edits"), ids=lambda edit: edit.__name__)
def test_each_edit_changes_what_is_published(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Edit
) -> None:
    """What is edited here does reach the pages, or the comparisons above would prove nothing."""
    project = Project.copied(built, tmp_path / "project")
    use_package(monkeypatch, project, code)
    before = project.files("warm")

    edit(project, 30)
    edited = project.build("warm")

    assert edited.made > 0 or len(project.files("warm")) < len(before)
    assert (project.files("warm") != before) == (edit is not damage)


def test_only_the_pages_that_name_the_publisher_are_made_again(tmp_path: Path) -> None:
    """Who publishes the site stands on one page of the small site, in three languages."""
    project = Project(tmp_path)
    project.build("warm")

    change_publisher(project, 1)

    assert project.build("warm").made == 3


def test_what_one_folder_has_the_other_takes(tmp_path: Path) -> None:
    """Two folders take turns: a page that the last build made in one of them is not made again in the other."""
    project = Project(tmp_path)
    project.build("warm")
    project.build("warm")

    change_word(project, 1)
    assert project.build("warm").made > 0
    assert project.build("warm").made == 0
    change_publisher(project, 1)
    project.build("warm")
    project.build("cold")

    assert project.files("warm") == project.files("cold")


def test_a_translation_that_falls_behind_is_told_wherever_it_is_listed(tmp_path: Path) -> None:
    """A word that changes in a French text changes what lists say of its translation."""
    project = Project(tmp_path)
    project.build("warm")
    before = Manifest.read(project.folder / "warm") or Manifest()

    change_word(project, 1)
    project.build("warm")
    after = Manifest.read(project.folder / "warm") or Manifest()
    assert before.files["ar/index.html"].inputs != after.files["ar/index.html"].inputs
    project.build("cold")

    assert project.files("warm") == project.files("cold")
