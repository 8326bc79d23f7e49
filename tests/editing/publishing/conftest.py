"""Two people, each with a copy of one project, and the forge between them."""

import datetime
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from eclaircie.editing.publishing.changes import Change, changes
from eclaircie.editing.publishing.connection import Connection
from eclaircie.editing.publishing.keeper import Keeper
from eclaircie.editing.publishing.receiving import Choice
from eclaircie.editing.publishing.repository import Repository, opened
from eclaircie.editing.publishing.sending import Order, Sent, propose, publish
from tests.editing.publishing.forge import KEY, Forge, forge_of, git

NOW = datetime.datetime(2026, 11, 21, 10, 30)
PAGE, OTHER = "content/fr/aider/index.md", "content/fr/aider/voisin.md"
TEXT = "---\ntitre: {title}\nonglet: Aider\nresume: Pour aider.\n---\n\nUne phrase.\nUne autre phrase.\n"


@dataclass
class Person:
    """Somebody with a copy. folder: of the project."""

    folder: Path
    keeper: Keeper = field(default_factory=Keeper)
    author: str = "Équipe"
    check: Callable[[], None] = lambda: None

    def write(self, path: str, text: str) -> None:
        """Write a file, as the form does."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(text.encode())

    def text(self, path: str) -> str:
        """A file as it stands here."""
        return (self.folder / path).read_text("utf-8")

    def changed(self) -> list[Change]:
        """What *Changements* would show."""
        with opened(self.folder) as repository:
            return changes(repository)

    @contextmanager
    def connected(self) -> Iterator[tuple[Repository, Connection]]:
        """The repository and the way to the forge."""
        with opened(self.folder) as repository:
            remote = repository.remote
            assert remote
            yield repository, Connection(repository, remote, self.keeper)

    def publishes(self, sentence: str = "Une phrase", **choices: Choice) -> Sent:
        """Press *Publier*."""
        with self.connected() as (repository, connection):
            return publish(repository, connection, self._order(sentence, choices))

    def proposes(self, sentence: str = "Une phrase", **choices: Choice) -> Sent:
        """Press *Proposer*."""
        with self.connected() as (repository, connection):
            return propose(repository, connection, self._order(sentence, choices))

    def _order(self, sentence: str, choices: dict[str, Choice]) -> Order:
        named = {"PAGE": PAGE, "OTHER": OTHER}
        return Order(sentence, self.author, {named[key]: choice for key, choice in choices.items()}, NOW, self.check)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project of a few files, `site.git`, and a copy of it, `copy`: no test changes them."""
    folder = tmp_path_factory.mktemp("project")
    copy = folder / "copy"
    git(folder, "init", "--bare", "-q", "site.git")
    git(folder / "site.git", "config", "receive.fsckObjects", "true")
    git(folder, "clone", "-q", "site.git", "copy")
    for path in (PAGE, OTHER, "content/fr/traces/index.md"):
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_text(TEXT.format(title=path.split("/")[-1]), "utf-8")
    (copy / "freeze.py").write_text("print()\n")
    git(copy, "add", "-A")
    git(copy, "commit", "-qm", "Début")
    git(copy, "push", "-q", "-u", "origin", "main")
    return folder


@pytest.fixture
def forge(project: Path, tmp_path: Path) -> Iterator[Forge]:
    """A forge with that project."""
    with forge_of(shutil.copytree(project / "site.git", tmp_path / "site.git")) as forge:
        yield forge


def copy_of(forge: Forge, folder: Path, copy: Path) -> Person:
    """A copy of the project, whose owner gave the key. copy: which one."""
    shutil.copytree(copy, folder)
    (folder / ".git" / "index").unlink()  # it knows the files of the other folder
    git(folder, "reset", "-q")
    git(folder, "remote", "set-url", "origin", forge.url)
    person = Person(folder)
    person.keeper.keep(forge.url.rpartition("/equipe")[0], KEY)
    return person


@pytest.fixture(autouse=True)
def no_system_keeper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is given to the keeper of passwords of whoever runs the tests."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture
def alice(forge: Forge, project: Path, tmp_path: Path) -> Person:
    """One of the two."""
    return copy_of(forge, tmp_path / "alice", project / "copy")


@pytest.fixture
def basma(forge: Forge, project: Path, tmp_path: Path) -> Person:
    """The other one."""
    return copy_of(forge, tmp_path / "basma", project / "copy")
