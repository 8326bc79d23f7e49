"""What is tested before it is published: everything where code was changed since what is published, and in doubt."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from eclaircie.publish.changes import code_of
from tests.serving import serving

from .workflows import CHECK_CODE, Runner

ONLY_WORDS = "Depuis ce qui est publié, seuls des contenus ou des traductions ont changé"
CODE = "Du code a changé depuis ce qui est publié"
DOUBT = "On ne sait pas ce qui a changé depuis ce qui est publié"

COMMIT = "git add --all && git -c user.name=Essai -c user.email=essai@example.org commit --quiet --message Essai"


@dataclass
class Repository:
    """A project with a past, of which the first commit was published. shown: the published site."""

    runner: Runner
    shown: Path

    def commit(self, *names: str) -> None:
        """Change some files, and put them into one commit."""
        for name in names:
            with (self.runner.folder / name).open("a", encoding="utf-8") as file:
                file.write("\n")
        self.runner.must(COMMIT)

    def publish(self, changes: str = "none", commit: str = "") -> None:
        """Let the site say from which commit it was made: the last one, or another."""
        source = {"commit": commit or self.runner.must("git rev-parse HEAD").strip(), "changes": changes}
        (self.shown / "manifest.json").write_text(json.dumps({"source": source, "files": {}}), "utf-8")

    def check(self) -> str:
        """What the command of the workflows says."""
        with serving(self.shown) as address:
            return self.runner.must(CHECK_CODE, ADDRESS=address)


@pytest.fixture
def repository(project: Path, tmp_path: Path) -> Repository:
    """A project of one commit, from which the published site was made."""
    runner = Runner(project)
    runner.must(f"git init --quiet && {COMMIT}")
    (tmp_path / "shown").mkdir()
    made = Repository(runner, tmp_path / "shown")
    made.publish()
    return made


def test_words_alone_are_published_without_all_tests(repository: Repository) -> None:
    """A change of content or of translations does not wait three quarters of an hour, nor does a month without any."""
    unchanged = repository.check()
    repository.commit("content/fr/aider/index.md", "translations/ar.po")
    words = repository.check()

    for said in (unchanged, words):
        assert said.startswith(ONLY_WORDS)
        assert "pytest" not in said


def test_code_is_tested_whole(repository: Repository) -> None:
    """Whatever is not content or a translation is named, and everything is tested."""
    for name in ("static/js/veil.js", "Makefile"):
        repository.publish()
        repository.commit(name, "content/fr/aider/index.md")

        said = repository.check()

        assert said.startswith(CODE) and f"\n{name}\n" in said
        assert "pytest" in said


@pytest.mark.parametrize(
    "name",
    [
        *(
            "static/js/veil.js",
            "site/eclaircie/pages/site.py",
            "freeze.py",
            "requirements.txt",
            ".ci/verify",
            "Makefile",
        ),
        *("site/eclaircie/rendering/templates/base.html", "contents.py", "site/eclaircie/content/models.py"),
    ],
)
def test_what_is_neither_content_nor_a_translation_counts_as_code(name: str) -> None:
    """Wherever it stands, and however its name begins."""
    assert code_of(["content/fr/aider/index.md", name, "translations/ar.po"]) == [name]


def test_code_that_was_not_published_is_tested_with_the_next_words(repository: Repository) -> None:
    """It is what is published that counts: code of an earlier push, whose run failed, does not slip in behind a text."""
    repository.commit("static/js/veil.js")
    repository.commit("content/fr/aider/index.md")

    assert "static/js/veil.js" in repository.check()


def test_code_that_was_moved_away_is_code(repository: Repository) -> None:
    """A file that leaves the code for the content was changed on both sides."""
    repository.runner.must("git mv static/js/veil.js content/veil.md")
    repository.commit()

    assert "static/js/veil.js" in repository.check()


def test_code_that_was_taken_back_is_as_published(repository: Repository) -> None:
    """Two commits that undo each other leave nothing to test."""
    repository.commit("static/js/veil.js")
    repository.runner.must("git -c user.name=Essai -c user.email=essai@example.org revert --no-edit HEAD")

    assert repository.check().startswith(ONLY_WORDS)


def test_in_doubt_everything_is_tested(repository: Repository) -> None:
    """No answer, or one that does not name a commit of the repository for certain, spares no test."""
    manifest = repository.shown / "manifest.json"
    doubts: dict[str, Callable[[], object]] = {
        "nothing": manifest.unlink,
        "no manifest": lambda: manifest.write_text("[]", "utf-8"),
        "other changes": lambda: repository.publish("some"),
        "unknown changes": lambda: repository.publish("unknown"),
        "unknown commit": lambda: repository.publish(commit="0" * 39 + "1"),
        "an option": lambda: repository.publish(commit="--output=static/js/veil.js"),
    }
    for name, publish in doubts.items():
        publish()

        said = repository.check()

        assert said.startswith(DOUBT) and "pytest" in said, name
    assert repository.runner.must("git status --porcelain --untracked-files=no") == ""


def test_a_host_out_of_reach_spares_no_test(repository: Repository) -> None:
    """Nor does a site without an address, which was never published."""
    away = repository.runner.must(CHECK_CODE, ADDRESS="http://127.0.0.1:1/")
    settings = repository.runner.folder / "content" / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("adresse: https://example.org/\n", ""), "utf-8")
    never = repository.runner.must(CHECK_CODE)

    assert away.startswith(DOUBT) and "pytest" in away
    assert "Le site n'a pas encore d'adresse." in never and "pytest" in never
