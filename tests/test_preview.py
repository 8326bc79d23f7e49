"""The preview: the site while it is being written."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from eclaircie import create_app, policy
from eclaircie.assets import Assets
from eclaircie.settings import STATIC
from tests.small_site import FILES, without_note, write_small_content

BROKEN = "---\ntitre: Une page\nresume: Une page.\nordre: dix\n---\nUn numéro : 0800 00 00 00\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of a small site, checked long ago: the preview knows today's date, and no test may depend on it."""
    checked_long_ago = {name: text.replace("2026-11-01", "2020-01-01") for name, text in FILES.items()}
    return write_small_content(tmp_path / "content", checked_long_ago)


@pytest.fixture
def client(content: Path) -> FlaskClient:
    """A reader of the preview."""
    return create_app(content=content).test_client()


def test_a_page_is_shown_as_it_will_be_published(client: FlaskClient) -> None:
    """The preview answers an address with its page."""
    answer = client.get("/fr/aider/")

    assert answer.status_code == 200
    assert "<h1>Aider</h1>" in answer.text


def test_a_change_is_shown_on_reload(client: FlaskClient, content: Path) -> None:
    """What a writer saves is there the next time the page is loaded."""
    before = client.get("/fr/aider/").text
    file = content / "fr" / "aider" / "index.md"
    file.write_text(file.read_text("utf-8").replace("Appelez", "Composez"), "utf-8")

    after = client.get("/fr/aider/").text

    assert "Appelez" in before
    assert "Composez" in after


def test_a_new_page_needs_no_restart(client: FlaskClient, content: Path) -> None:
    """A file that is added is a page at once."""
    before = client.get("/fr/aider/nouvelle/").status_code
    page = "---\ntitre: Nouvelle\nresume: Nouvelle.\n---\nTexte.\n"
    (content / "fr" / "aider" / "nouvelle.md").write_text(page, "utf-8")

    assert (before, client.get("/fr/aider/nouvelle/").status_code) == (404, 200)


def test_an_unknown_address_is_the_home_page(client: FlaskClient) -> None:
    """The preview does what a host does with an address that it does not know: status 404, and `/404.html`."""
    answer = client.get("/nulle-part/")

    assert answer.status_code == 404
    assert answer.data == client.get("/404.html").data
    assert without_note(answer.text) == client.get("/fr/").text


def test_faults_are_shown_in_the_page(client: FlaskClient, content: Path) -> None:
    """A writer reads in the browser where each fault is and how to mend it, all at once."""
    file = content / "fr" / "aider" / "faute.md"
    file.write_text(BROKEN, "utf-8")
    (content / "fr" / "aider" / "autre.md").write_text("rien", "utf-8")

    answer = client.get("/fr/")

    assert answer.status_code == 500
    assert f"{file}:4" in answer.text
    assert "« dix » n&#39;est pas un nombre entier." in answer.text
    assert f"{file.with_name('autre.md')}:1" in answer.text
    assert "À corriger : 2" in answer.text


@pytest.mark.parametrize("address", ["/fr/", "/ar/aider/", "/nulle-part/"])
def test_faults_never_come_as_a_traceback(client: FlaskClient, content: Path, address: str) -> None:
    """Whatever page is asked for, the writer gets sentences."""
    (content / "fr" / "aider" / "faute.md").write_text(BROKEN, "utf-8")

    text = client.get(address).text

    assert "À corriger" in text
    assert "Traceback" not in text
    assert ".py" not in text


def test_a_mended_fault_is_gone_on_reload(client: FlaskClient, content: Path) -> None:
    """The page is back as soon as the file is right."""
    file = content / "fr" / "aider" / "faute.md"
    file.write_text(BROKEN, "utf-8")
    before = client.get("/fr/").status_code
    file.unlink()

    assert (before, client.get("/fr/").status_code) == (500, 200)


def test_what_a_file_holds_is_only_text_on_the_page_of_faults(client: FlaskClient, content: Path) -> None:
    """A fault that quotes HTML shows it as text."""
    text = "---\ntitre: Une page\nresume: Une page.\n---\n<script>alert(1)</script>\n"
    (content / "fr" / "aider" / "faute.md").write_text(text, "utf-8")

    page = client.get("/fr/").text

    assert "&lt;script&gt;" in page
    assert "<script" not in page


def test_the_page_of_faults_carries_the_policy(client: FlaskClient, content: Path) -> None:
    """Every header of the policy stands on the page of faults too."""
    (content / "fr" / "aider" / "faute.md").write_text(BROKEN, "utf-8")
    headers = client.get("/fr/").headers

    wanted = policy.headers(Assets(STATIC))
    assert {name: headers.get(name) for name in wanted} == wanted


def test_without_its_folder_the_preview_says_so(tmp_path: Path) -> None:
    """A content folder that was moved away is a fault with a sentence."""
    (tmp_path / "empty").mkdir()

    answer = create_app(content=tmp_path / "empty").test_client().get("/fr/")

    assert answer.status_code == 500
    assert "Le dossier du contenu n&#39;est pas là." in answer.text


@pytest.mark.parametrize("address", ["/fr", "/fr/aider", "/FR/", "/fr/aider/index.html", "/fr/%2e%2e/fr/"])
def test_an_address_that_is_almost_right_is_unknown(client: FlaskClient, address: str) -> None:
    """The preview forgives no mistake in an address that a host would not forgive."""
    assert client.get(address).status_code == 404


def test_every_page_is_made_of_its_inputs_alone(client: FlaskClient) -> None:
    """One endpoint answers every address, so nothing is published that the list of addresses does not know."""
    rules = {rule.endpoint for rule in client.application.url_map.iter_rules()}

    assert rules == {"views.page"}
