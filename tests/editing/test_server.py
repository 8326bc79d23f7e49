"""The server of the editor: whom it answers, and what it says."""

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from eclaircie.editing.desk import Desk
from eclaircie.editing.form import configuration
from eclaircie.editing.guard import LARGEST_BODY
from eclaircie.editing.server import ROOMS, make_server_application
from tests.editing.desks import fetched_form, few_fields

PORT = 8300
OWN = {"Host": f"localhost:{PORT}", "Origin": f"http://localhost:{PORT}"}
PAGE = "content/fr/traces/index.md"


@pytest.fixture
def client(content: Path) -> FlaskClient:
    """A browser of this machine, without the headers that it would send."""
    form = {"npm/index.js": b"", "locales/fr.json": b"{}"}
    desk = Desk(lambda: configuration(content), form, root=content.parent, content=content)
    return make_server_application(desk).test_client()


def test_every_page_of_the_navigation_is_there_and_names_itself(client: FlaskClient) -> None:
    """Each is one press away from all others, and says which one is open."""
    for room in ROOMS:
        path = next(rule.rule for rule in client.application.url_map.iter_rules() if rule.endpoint == room.first)
        answer = client.get(path, headers=OWN)

        assert answer.status_code == 200
        assert answer.text.count('aria-current="page"') == 1
        assert answer.text.partition("</nav>")[0].count("<li><a href=") == len(ROOMS)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "example.org"},
        {"Host": "localhost"},
        {"Host": f"localhost.example.org:{PORT}"},
        {"Host": f"localhost:{PORT}", "Origin": "https://example.org"},
        {"Host": f"localhost:{PORT}", "Origin": "null"},
        {"Host": f"localhost:{PORT}", "Origin": f"http://127.0.0.1:{PORT}"},
    ],
)
def test_strangers_are_refused(client: FlaskClient, content: Path, headers: dict[str, str]) -> None:
    """Another name of this machine, or the page of another site, neither reads nor writes."""
    before = (content / "fr/traces/index.md").read_bytes()

    assert client.get("/fichiers", headers=headers).status_code == 403
    for method, path in (("PUT", "/fichier"), ("DELETE", "/fichier"), ("POST", "/fichier/nom")):
        answer = client.open(path, method=method, headers=headers, json={"name": PAGE, "text": "", "version": ""})

        assert answer.status_code == 403
    assert (content / "fr/traces/index.md").read_bytes() == before


def test_nothing_is_changed_for_who_does_not_say_where_they_come_from(client: FlaskClient) -> None:
    """A request that changes something has an origin: every browser sends it."""
    assert client.put("/fichier", headers={"Host": OWN["Host"]}, json={"name": PAGE, "text": ""}).status_code == 403


def test_the_number_of_this_machine_leads_to_its_name(client: FlaskClient) -> None:
    """There is one address, for what the form keeps in a browser is kept for it alone."""
    answer = client.get("/a-corriger/", headers={"Host": f"127.0.0.1:{PORT}"})

    assert (answer.status_code, answer.location) == (302, f"http://localhost:{PORT}/a-corriger/")


def test_what_is_too_large_is_refused_with_a_sentence(client: FlaskClient) -> None:
    """No body is read that is larger than any page."""
    answer = client.put("/fichier", headers=OWN, json={"name": PAGE, "text": "a" * LARGEST_BODY})

    assert answer.status_code == 413
    assert "trop long" in answer.json["sentence"]  # type: ignore[index]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"name": 1, "text": ""}', b'{"name": "x"}', b'{"name":"x","text":"","version":1}']
)
def test_a_request_that_is_not_whole_is_refused_with_a_sentence(client: FlaskClient, body: bytes) -> None:
    """Whatever is sent, the answer is a sentence."""
    answer = client.put("/fichier", headers=OWN, data=body, content_type="application/json")

    assert answer.status_code == 400
    assert answer.json["sentence"]  # type: ignore[index]


def test_a_saved_page_is_checked_and_the_faults_lead_to_the_form(client: FlaskClient, content: Path) -> None:
    """What is wrong stands in the list, with file, line and sentence, and a link that opens the file."""
    version = client.get("/fichiers", headers=OWN).json[PAGE]["version"]  # type: ignore[index]
    text = "---\ntitre: Traces\nonglet: Traces\nordre: dix\nresume: Les traces.\n---\n\nRien.\n"
    client.put("/fichier", headers=OWN, json={"name": PAGE, "text": text, "version": version})

    state = client.get("/etat", headers=OWN).json
    page = client.get("/a-corriger/", headers=OWN).text

    assert state["summary"] == "Une chose à corriger."  # type: ignore[index]
    assert f"{PAGE}, ligne 5" in page
    assert 'href="/#/collections/pages/entries/traces/index"' in page


def test_what_there_is_to_do_comes_once_nothing_is_to_mend(client: FlaskClient, content: Path) -> None:
    """The work list names each file with a link to the form; before, the page leads to what is to mend."""
    file = content / "fr/traces/fenetre.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("resume:", "a_relire_par_une_association: oui\nresume:"), "utf-8")
    listed = client.get("/a-faire/", headers=OWN).text
    file.write_text("---\ntitre: Fenêtre\nordre: dix\nresume: La fenêtre.\n---\n\nRien.\n", "utf-8")
    later = client.get("/a-faire/", headers=OWN).text

    assert 'href="/#/collections/pages/entries/traces/fenetre"' in listed
    assert "Une chose à corriger." in later
    assert 'href="/a-corriger/"' in later


def test_a_page_gets_another_address_and_links_follow(client: FlaskClient, content: Path) -> None:
    """Its file is moved, what leads to it leads on, and the form opens it at its new place."""
    home = content / "fr/index.md"
    home.write_text(home.read_text("utf-8") + "\nVoyez [la voisine](page:aider/voisin).\n", "utf-8")
    answer = client.post("/adresse/", headers=OWN, data={"old": "aider/voisin", "new": "aider/palier"})

    assert (answer.status_code, answer.location) == (303, "/#/collections/pages/entries/aider/palier")
    assert not (content / "fr/aider/voisin.md").exists()
    assert "(page:aider/palier)" in home.read_text("utf-8")


@pytest.mark.parametrize("new", ["aider", "aider/violences", "", "../ailleurs", "aider/Où dormir"])
def test_an_address_that_will_not_do_changes_nothing(client: FlaskClient, content: Path, new: str) -> None:
    """Taken, telling, empty, elsewhere or no address: a sentence, and every file as it was."""
    before = {file: file.read_bytes() for file in content.rglob("*.md")}
    answer = client.post("/adresse/", headers=OWN, data={"old": "aider/voisin", "new": new})

    assert answer.status_code == 409
    assert 'role="alert"' in answer.text
    assert {file: file.read_bytes() for file in content.rglob("*.md")} == before


def test_what_is_open_in_the_form_is_what_the_preview_shows(client: FlaskClient) -> None:
    """The address of the form tells the page; where no page is open, it is the home page."""
    open_page = client.get("/etat?lieu=%23/collections/pages/entries/traces/fenetre", headers=OWN).json
    nothing = client.get("/etat?lieu=%23/collections/traces", headers=OWN).json

    assert open_page["address"] == "/fr/traces/fenetre/"  # type: ignore[index]
    assert nothing["address"] == "/fr/"  # type: ignore[index]


def test_an_error_of_the_program_is_a_sentence(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never a traceback: neither as a page, nor for the form."""

    def fail() -> dict[str, object]:
        raise ZeroDivisionError

    desk = Desk(fail, {}, root=content.parent, content=content)
    client = make_server_application(desk).test_client()
    for path in ("/a-corriger/", "/etat"):
        answer = client.get(path, headers=OWN)

        assert answer.status_code == 500
        assert "ce n" in answer.text
        assert "Traceback" not in answer.text


def test_the_form_speaks_of_addresses_and_never_of_slugs(
    content: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Its own French, in plain words, where people choose the name of a file."""
    desk = Desk(few_fields, fetched_form(tmp_path_factory), root=content.parent, content=content)
    answer = make_server_application(desk).test_client().get("/formulaire/locales/fr.json", headers=OWN)

    words = json.loads(answer.text.removeprefix("export default "))
    assert answer.mimetype == "text/javascript"
    beside = words["entry_sidebar"]["slug"]["title"]
    said = [words["slug"], beside, words["edit_slug"], *words["edit_slug_error"].values()]
    assert "slug" not in " ".join(said).lower()


def test_a_collection_of_which_all_lies_in_folders_is_not_called_empty(
    content: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The form finds no file beside the folders, and would say that nothing was written yet."""
    desk = Desk(few_fields, fetched_form(tmp_path_factory), root=content.parent, content=content)
    answer = make_server_application(desk).test_client().get("/formulaire/locales/fr.json", headers=OWN)

    assert json.loads(answer.text.removeprefix("export default "))["no_entries_created"].startswith("Ouvrez à gauche")


def test_who_deletes_a_page_is_told_of_its_links_and_of_the_way_back(
    content: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Before it is gone: the form itself asks only whether one is sure."""
    desk = Desk(few_fields, fetched_form(tmp_path_factory), root=content.parent, content=content)
    answer = make_server_application(desk).test_client().get("/formulaire/locales/fr.json", headers=OWN)
    asked = json.loads(answer.text.removeprefix("export default "))["confirm_deleting_this_entry"]

    assert "À corriger" in asked
    assert "Changements" in asked
