"""The page *Changements*: what it shows, and what its buttons do."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from eclaircie.editing.desk import Desk
from eclaircie.editing.publishing.changes import Change
from eclaircie.editing.publishing.telling import name_of, proposed_sentence
from eclaircie.editing.server import make_server_application
from tests.editing.desks import few_fields
from tests.editing.publishing.forge import KEY, forge_of, git
from tests.small_site import MIDNIGHT, write_small_content

PAGE = "content/fr/aider/voisin.md"
PORT = 8300
OURS = {"base_url": f"http://localhost:{PORT}", "headers": {"Origin": f"http://localhost:{PORT}"}}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site with a history, on a day on which nothing of it is overdue."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    folder = tmp_path / "site"
    write_small_content(folder / "content")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Début")
    return folder


def editor(folder: Path) -> FlaskClient:
    """The editor, at work in a folder."""
    desk = Desk(few_fields, {}, root=folder, content=folder / "content", port=PORT)
    return make_server_application(desk).test_client()


def shown(editor: FlaskClient) -> str:
    """The page."""
    answer = editor.get("/changements/", base_url=OURS["base_url"])
    assert answer.status_code == 200
    return answer.text


def press(editor: FlaskClient, button: str, **fields: str) -> str:
    """The page after a button was pressed."""
    answer = editor.post(f"/changements/{button}", data=fields, **OURS)
    assert (answer.status_code, answer.location) == (303, "/changements/")
    return shown(editor)


def change(folder: Path, text: str = "On peut appeler.") -> None:
    """Change a page, as the form does."""
    file = folder / PAGE
    file.write_text(file.read_text("utf-8").replace("On peut frapper à la porte.", text), "utf-8")


def test_a_change_is_shown_undone_and_taken_back(folder: Path) -> None:
    """The page names it by its title, with the words; undone, it is kept and can be taken back."""
    change(folder)
    pages = editor(folder)

    html = shown(pages)
    assert "Un fichier a changé" in html
    assert "<bdi>Pour la voisine</bdi>" in html
    assert "<ins>appeler</ins>" in html
    html = press(pages, "annuler", path=PAGE)
    assert "Rien n&#39;a changé" in html
    [name] = [part.split('"')[0] for part in html.split('name="name" value="')[1:]]
    assert "C&#39;est repris" in press(pages, "reprendre", name=name)
    assert "appeler" in (folder / PAGE).read_text("utf-8")


def test_no_name_leads_out_of_what_was_kept(folder: Path) -> None:
    """A name that is none of those given is refused in words."""
    assert "n&#39;est plus là" in press(editor(folder), "reprendre", name="../../..")


def test_a_folder_without_history_is_built(folder: Path) -> None:
    """An archive: the page says that nobody receives its changes, builds the site, and says where it is."""
    (folder / ".git").rename(folder.parent / "away")
    pages = editor(folder)

    assert "relié à rien" in shown(pages)
    assert f"{folder / 'build'}. Envoyez à votre hébergeur" in press(pages, "construire")
    assert (folder / "build" / "index.html").is_file()


def test_faults_keep_a_folder_from_being_built_or_sent(folder: Path) -> None:
    """The page leads to *À corriger* instead of sending, and a press that comes all the same is refused."""
    change(folder, "[](fiche:nulle-part)")
    git(folder, "remote", "add", "origin", "http://127.0.0.1:9/x")
    pages = editor(folder)

    html = shown(pages)
    assert "rien ne part avant" in html
    assert 'name="sentence"' not in html
    assert "il reste des fautes" in press(pages, "construire")
    assert not (folder / "build").exists()


def test_a_key_is_kept_and_forgotten_and_never_shown(folder: Path) -> None:
    """No page holds it, and what is none is refused."""
    git(folder, "remote", "add", "origin", "https://somebody:secret@forge.example/equipe/site.git")
    pages = editor(folder)

    html = press(pages, "cle", key=KEY)
    assert "n&#39;a pas où garder la clé" in html
    assert KEY not in html
    assert "secret" not in html
    assert "Oublier la clé" in html
    assert "n&#39;est pas une clé" in press(pages, "cle", key="deux mots")
    assert "La clé est oubliée" in press(pages, "cle", forget="1")


def test_a_stranger_presses_no_button(folder: Path) -> None:
    """A page of another site, opened in the same browser, can undo and send nothing."""
    change(folder)
    answer = editor(folder).post(
        "/changements/annuler", base_url=OURS["base_url"], headers={"Origin": "https://stranger.example"}
    )
    assert answer.status_code == 403
    assert "appeler" in (folder / PAGE).read_text("utf-8")


def test_two_people_through_the_page(folder: Path, tmp_path: Path) -> None:
    """A key is asked for, a change published, a conflict shown and chosen in, and the text not kept is found again."""
    git(tmp_path, "clone", "-q", "--bare", str(folder), "site.git")
    with forge_of(tmp_path / "site.git") as forge:
        git(tmp_path, "clone", "-q", f"file://{forge.folder}", "other")
        git(folder, "remote", "add", "origin", forge.url)
        change(folder, "On peut appeler.")
        change(tmp_path / "other", "On peut écrire.")
        git(tmp_path / "other", "commit", "-qam", "Autre")
        git(tmp_path / "other", "push", "-q", "origin", "main")
        pages = editor(folder)
        send = {"sentence": "Une phrase", "author": "Équipe", "how": "publier"}

        assert "demande une clé" in press(pages, "envoyer", **send)
        press(pages, "cle", key=KEY)
        html = press(pages, "envoyer", **send)
        assert "Choisissez plus bas" in html
        assert "<mark>écrire</mark>" in html
        assert "<mark>appeler</mark>" in html
        html = press(pages, "recevoir", **{f"choice:{PAGE}": "mine"})
        assert "C&#39;est choisi" in html
        assert "Une phrase</textarea>" in html
        assert "C&#39;est envoyé (fichiers : 1)" in press(pages, "envoyer", **send)
        assert "On peut appeler." in forge.text(PAGE)
        assert forge.git("log", "-1", "--format=%an: %s", "main") == "Équipe: Une phrase\n"


def test_one_sentence_is_proposed_for_all_changes() -> None:
    """By title and by what happened, two of a kind by name."""
    pages = [(f"content/fr/p{number}.md", f"---\ntitre: Page {number}\n---\n".encode()) for number in range(4)]
    changes = [Change(path, b"x", text) for path, text in pages[:3]] + [Change(pages[3][0], None, pages[3][1])]

    assert proposed_sentence(changes, "fr") == "Ajoute « Page 3 » ; modifie « Page 0 », « Page 1 » et 1 de plus"


def test_files_that_are_no_pages_have_a_name_too() -> None:
    """The words of the interface, the settings, and what nobody can read."""
    assert name_of(Change("translations/ar.po", b"", b"x"), "fr") == "mots de l'interface (ar)"
    assert name_of(Change("content/site.yaml", b"", b"x"), "fr") == "réglages du site"
    assert name_of(Change("content/fr/x.md", b"", b"\xff\xfe"), "fr") == "content/fr/x.md"
