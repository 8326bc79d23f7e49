"""*Annuaire* in the editor: a file is brought, read, looked at and taken; nothing is written unasked."""

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from eclaircie.editing import directory_files
from eclaircie.editing.desk import Desk
from eclaircie.editing.form import configuration
from eclaircie.editing.server import make_server_application
from tests.importing.conftest import FILES
from tests.importing.made import counter
from tests.small_site import MIDNIGHT, write_small_content

OWN = {"Host": "localhost:8300", "Origin": "http://localhost:8300"}
CLUNY = "fr/reseaux/71/annuaire/services-etat-cluny.md"
KEY = f"service-public:{counter()['id']}"
MACON: dict[str, Any] = {
    "kind": "commissariat_police",
    "nom": "Commissariat de police - Mâcon",
    "id": "2",
}
MACON |= {"adresse": {"numero_voie": "36 rue Lyonnaise", "code_postal": "71000", "nom_commune": "Mâcon"}}
MACON |= {"code_insee_commune": "71270"}

Read = Callable[..., TestResponse]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content of a small site with files of Saône-et-Loire, on a machine whose downloads are empty."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    (tmp_path / "home" / "Downloads").mkdir(parents=True)
    return write_small_content(tmp_path / "site" / "content", FILES)


@pytest.fixture
def client(content: Path) -> FlaskClient:
    """A browser of this machine."""
    desk = Desk(lambda: configuration(content), {}, root=content.parent, content=content)
    return make_server_application(desk).test_client()


def names_in(folder: Path) -> list[str]:
    """The names in a folder."""
    return [file.name for file in folder.iterdir()]


def directory(*records: dict[str, Any]) -> bytes:
    """The file of a directory."""
    return json.dumps({"service": list(records)}, ensure_ascii=False).encode()


@pytest.fixture
def read(client: FlaskClient) -> Read:
    """Brings a file to the editor and has it read; returns the page that follows."""

    def bring(*records: dict[str, Any], departments: str = "71") -> TestResponse:
        name = client.put(
            "/annuaire/fichier?nom=base.json&premier=1", headers=OWN, data=directory(*records)
        ).get_json()["name"]
        form = {"brought": name, "departements": departments}
        return client.post("/annuaire/lire", headers=OWN, data=form, follow_redirects=True)

    return bring


def write(client: FlaskClient, **ticked: Any) -> str:
    """Press a button of the page; returns what follows."""
    return client.post("/annuaire/ecrire", headers=OWN, data=ticked, follow_redirects=True).text


def test_what_is_new_is_shown_and_written_only_when_it_is_ticked(
    client: FlaskClient, content: Path, read: Read
) -> None:
    """By kind and town; a brigade that nobody ticks is no file."""
    page = read(counter(), counter(**MACON)).text

    assert page.count('name="new"') == 2
    assert "Gendarmerie" in page and "Cluny" in page and "Saône-et-Loire (71)" in page
    assert not (content / CLUNY).exists()
    said = write(client, new=KEY)
    assert "Fiches écrites : 1." in said
    assert 'href="/changements/"' in said
    assert "Contacts : Service-Public.fr (DILA), fichier base.json, données du 9 août 2023" in said
    assert f"annuaire: {KEY}" in (content / CLUNY).read_text("utf-8")
    assert [file.name for file in (content / CLUNY).parent.glob("*.md")] == ["services-etat-cluny.md"]


def test_a_second_reading_changes_nothing(client: FlaskClient, read: Read) -> None:
    """And says so."""
    read(counter())
    write(client, everything="1")

    assert "Rien de nouveau : vos 1 fiche(s)" in read(counter()).text


def test_facts_are_taken_one_by_one(client: FlaskClient, content: Path, read: Read) -> None:
    """What the directory says beside what stands, with both days; what is not ticked stays as it is."""
    read(counter())
    write(client, everything="1")
    newer = counter(
        date_modification="02/10/2026 08:00:00", telephone=[{"valeur": "03 85 00 10 09", "description": ""}]
    )
    newer["adresse"][0]["numero_voie"] = "14 rue de la Levée"
    page = read(newer).text

    assert "Annuaire : 2 octobre 2026. Votre fiche : 9 août 2023." in page
    assert "L&#39;annuaire dit : 03 85 00 10 09" in page and "Votre fiche dit : 03 85 59 06 32" in page
    assert "Fiches mises à jour : 1." in write(client, fact=f"{CLUNY[3:-3]}|numero")
    text = (content / CLUNY).read_text("utf-8")
    assert "03 85 00 10 09" in text and "12 rue de la Levée" in text


def test_a_file_that_a_person_wrote_is_asked_about(client: FlaskClient, content: Path, read: Read) -> None:
    """A doubt is a question, whose answer is kept until it is taken; nothing is written meanwhile."""
    house = counter(
        kind="mjd",
        nom="Maison de justice et du droit",
        code_insee_commune="71076",
        adresse={"numero_voie": "4 rue Neuve", "code_postal": "71100", "nom_commune": "Chalon-sur-Saône"},
    )
    before = (content / "fr/reseaux/71/maison.md").read_bytes()
    page = read(house).text

    if "Est-ce le même service" in page:
        answer = {f"doubt:{KEY}": "reseaux/71/maison"}
        page = client.post("/annuaire/questions", headers=OWN, data=answer, follow_redirects=True).text
    assert "C&#39;est le même service : le noter dans la fiche" in page
    assert (content / "fr/reseaux/71/maison.md").read_bytes() == before
    write(client, fact="reseaux/71/maison|annuaire")
    text = (content / "fr/reseaux/71/maison.md").read_text("utf-8")
    assert f"annuaire: {KEY}" in text and "03 85 00 20 01" in text


def test_what_is_left_out_is_told_by_kind(read: Read) -> None:
    """Nothing is dropped in silence."""
    page = read(counter(), counter(kind="cadastre", id="1")).text

    assert "Laissé de côté" in page and "cadastre (1)" in page


def test_to_do_tells_what_the_directory_has_newer(client: FlaskClient, read: Read) -> None:
    """Once a newer file was read, each contact that it has looked at since is named, with both days."""
    read(counter())
    write(client, everything="1")
    assert "annuaire a du nouveau" not in client.get("/a-faire/", headers=OWN).text
    read(counter(date_modification="02/10/2026 08:00:00", telephone=[{"valeur": "03 85 00 10 09", "description": ""}]))

    page = client.get("/a-faire/", headers=OWN).text
    assert "annuaire a du nouveau" in page
    assert "2 octobre 2026" in page and KEY in page and "Numéro" in page


@pytest.mark.parametrize("departments", ["", "99", "71, Nulle-Part"])
def test_a_departement_that_there_is_not_is_named(read: Read, departments: str) -> None:
    """And nothing is read."""
    answer = read(counter(), departments=departments)

    assert answer.status_code == 400
    assert "pas un département" in answer.text


def test_another_file_is_refused_in_a_sentence(client: FlaskClient) -> None:
    """A picture, a page: what is no directory."""
    name = client.put("/annuaire/fichier?nom=a.json", headers=OWN, data=b"<html>").get_json()["name"]
    answer = client.post("/annuaire/lire", headers=OWN, data={"brought": name, "departements": "71"})

    assert answer.status_code == 400
    assert "pas le fichier d&#39;un annuaire" in answer.text


def test_what_was_brought_is_gone_once_it_is_read(content: Path, read: Read) -> None:
    """Hundreds of megabytes do not stay on the disk, nor in the project."""
    read(counter())

    assert sorted(names_in(content.parent)) == ["content"]


@pytest.mark.parametrize("name", ["../../../content/fr/index.md", "a/../../b.json", "", ".."])
def test_a_file_is_brought_to_its_folder_alone(client: FlaskClient, content: Path, name: str) -> None:
    """Whatever it is called."""
    before = (content / "fr/index.md").read_bytes()
    answer = client.put("/annuaire/fichier", query_string={"nom": name}, headers=OWN, data=b"{}")

    assert answer.status_code == 200
    assert (content / "fr/index.md").read_bytes() == before
    assert [file.parent.name for file in content.parent.rglob(answer.get_json()["name"])] == [directory_files.FOLDER]


def test_only_the_folder_of_downloads_is_offered(client: FlaskClient, tmp_path: Path) -> None:
    """By name; a file elsewhere cannot be named, however it is written."""
    (tmp_path / "home" / "Downloads" / "base.json").write_bytes(directory(counter()))
    (tmp_path / "home" / "autre.json").write_bytes(directory(counter()))

    assert "base.json" in client.get("/annuaire/", headers=OWN).text
    form = {"downloaded": "../autre.json", "departements": "71"}
    assert "Choisissez d&#39;abord un fichier" in client.post("/annuaire/lire", headers=OWN, data=form).text
    form = {"downloaded": "base.json", "departements": "71"}
    assert KEY in client.post("/annuaire/lire", headers=OWN, data=form, follow_redirects=True).text
    assert (tmp_path / "home" / "Downloads" / "base.json").exists()


def test_a_large_file_is_taken_here_and_nowhere_else(client: FlaskClient) -> None:
    """Other pages of the editor take half a megabyte; this one takes a directory, and not without end."""
    body = b"{}" + b" " * 3_000_000

    assert client.put("/annuaire/fichier?nom=a.json", headers=OWN, data=body).status_code == 200
    assert client.post("/annuaire/lire", headers=OWN, data=body).status_code in (400, 413)


def test_a_file_without_end_is_refused(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence."""
    monkeypatch.setattr(directory_files, "LARGEST", 10)
    answer = client.put("/annuaire/fichier?nom=a.json", headers=OWN, data=b"{}" * 10)

    assert (answer.status_code, answer.get_json()["sentence"][:24]) == (413, "Ce fichier est trop gran")


def test_half_a_file_is_not_kept(tmp_path: Path) -> None:
    """As where a browser was closed on the way."""
    with pytest.raises(directory_files.CutShortError):
        directory_files.receive(io.BytesIO(b"{"), 2, tmp_path / "ici", "a.json")
    assert names_in(tmp_path / "ici") == []


def test_a_full_disk_is_told(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do."""

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(directory_files, "receive", full)
    answer = client.put("/annuaire/fichier?nom=a.json", headers=OWN, data=b"{}")

    assert answer.status_code == 507
    assert "place sur le disque" in answer.get_json()["sentence"]


@pytest.mark.parametrize(
    ("method", "path"),
    [("PUT", "fichier?nom=a.json"), ("POST", "lire"), ("POST", "ecrire"), ("POST", "questions"), ("POST", "autre")],
)
def test_strangers_write_nothing(client: FlaskClient, content: Path, method: str, path: str) -> None:
    """The page of another site cannot bring a file, nor have one written."""
    for origin in ("https://example.org", "null"):
        headers = {"Host": "localhost:8300", "Origin": origin}
        assert client.open(f"/annuaire/{path}", method=method, headers=headers, data=b"{}").status_code == 403
    assert sorted(names_in(content.parent)) == ["content"]


def test_pages_to_mend_come_first(client: FlaskClient, content: Path) -> None:
    """A record may be in a file that cannot be read."""
    (content / "fr/reseaux/71/droits.md").write_text("---\ngenre: structure\n---\n", "utf-8")

    assert "à corriger d&#39;abord" in client.get("/annuaire/", headers=OWN).text
    assert client.post("/annuaire/lire", headers=OWN, data={"departements": "71"}).status_code == 409


def test_what_was_read_before_a_new_start_is_asked_for_again(client: FlaskClient) -> None:
    """In a sentence."""
    answer = client.post("/annuaire/ecrire", headers=OWN, data={"everything": "1"})

    assert answer.status_code == 409
    assert "Lisez le fichier de nouveau" in answer.text


def test_a_site_without_places_says_what_is_missing(client: FlaskClient, content: Path) -> None:
    """Contacts would stand on no page."""
    shutil.rmtree(content / "fr/reseaux")

    answer = client.post("/annuaire/lire", headers=OWN, data={"departements": "71"})
    assert answer.status_code == 409
    assert "content/fr/reseaux/index.md" in answer.text
