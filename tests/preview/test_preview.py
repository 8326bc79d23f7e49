"""The preview: the site while it is being written."""

import calendar
import html
import importlib
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from eclaircie import create_app
from eclaircie.loading import read_site
from eclaircie.preview import drafts
from eclaircie.preview.application import create_preview
from eclaircie.project import STATIC
from eclaircie.rendering import policy
from eclaircie.rendering.assets import Assets, csp_hash, small_script
from tests.conftest import TODAY
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
    return create_preview(content).test_client()


def test_a_page_is_shown_as_it_will_be_published(client: FlaskClient) -> None:
    """The preview answers an address with its page."""
    answer = client.get("/fr/aider/")

    assert answer.status_code == 200
    assert "<h1>Aider</h1>" in answer.text


def test_flask_can_serve_the_preview_and_knows_no_command_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """`flask --app eclaircie run` shows the site; there is one command line, and it is not Flask's."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(calendar.timegm(TODAY.timetuple())))
    application = create_app()

    assert application.test_client().get("/fr/").status_code == 200
    assert application.cli.commands == {}


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


def test_a_page_with_faults_shows_them_in_its_place(client: FlaskClient, content: Path) -> None:
    """A writer reads where each fault is and how to mend it, those of the page first."""
    file = content / "fr" / "aider" / "faute.md"
    file.write_text(BROKEN, "utf-8")
    (content / "fr" / "aider" / "autre.md").write_text("rien", "utf-8")

    answer = client.get("/fr/aider/faute/")

    assert answer.status_code == 500
    assert "À corriger : 2" in answer.text
    own, other = answer.text.index(f"{file}:4"), answer.text.index(f"{file.with_name('autre.md')}:1")
    assert own < other
    assert "« dix » n&#39;est pas un nombre entier." in answer.text


@pytest.mark.parametrize("address", ["/fr/", "/fr/aider/", "/ar/aider/", "/fr/traces/"])
def test_a_sound_page_is_shown_with_the_faults_of_the_others(client: FlaskClient, content: Path, address: str) -> None:
    """One fault hides one page: the others are read, with what is wrong above them."""
    before = client.get(address).text
    file = content / "fr" / "traces" / "fenetre.md"
    file.write_text(file.read_text("utf-8").replace("onglet:", "ordre: dix\nonglet:"), "utf-8")

    answer = client.get(address)

    assert answer.status_code == 200
    assert f"{file}:3" in answer.text
    head, found, rest = answer.text.partition('<details class="note"')
    _, end, below = rest.partition("</details>")
    assert (found, end) == ('<details class="note"', "</details>")
    assert head.rstrip("\n") + below == before


def test_a_page_with_a_fault_in_its_text_is_shown_with_it(client: FlaskClient, content: Path) -> None:
    """What can be shown is shown: the fault of the page itself stands open above it."""
    file = content / "fr" / "aider" / "voisin.md"
    file.write_text(file.read_text("utf-8") + "\nUn [lien](page:nulle-part) perdu.\n", "utf-8")

    answer = client.get("/fr/aider/voisin/")

    assert answer.status_code == 200
    assert '<details class="note" lang="fr" dir="ltr" open>' in answer.text
    assert "dont 1 dans cette page" in answer.text
    assert "perdu." in answer.text


@pytest.mark.parametrize("name", ["fr/index.md", "site.yaml", "fr/numeros/secours.md", "fr/numeros/ecoute.md"])
@pytest.mark.parametrize("raw", [b"", b"---\ntitre: a : b\n---\n", b"\xff\xfe\x00", b"genre: [\n"])
@pytest.mark.parametrize("address", ["/fr/", "/ar/aider/", "/nulle-part/", "/fr/numeros/ecoute/", "/"])
def test_faults_never_come_as_a_traceback(
    client: FlaskClient, content: Path, name: str, raw: bytes, address: str
) -> None:
    """Whatever file is broken, and however, the writer gets the page or sentences about that file."""
    (content / name).write_bytes(raw)

    text = client.get(address).text

    assert str(content / name) in text
    assert "Traceback" not in text
    assert ".py" not in text


def test_a_mended_fault_is_gone_on_reload(client: FlaskClient, content: Path) -> None:
    """The page is back as soon as the file is right."""
    file = content / "fr" / "aider" / "voisin.md"
    sound = file.read_bytes()
    file.write_text(BROKEN, "utf-8")
    before = client.get("/fr/aider/voisin/").status_code
    file.write_bytes(sound)

    assert (before, client.get("/fr/aider/voisin/").status_code) == (500, 200)
    assert "À corriger" not in client.get("/fr/aider/voisin/").text


def test_ten_faults_of_a_kind_are_shown(client: FlaskClient, content: Path) -> None:
    """The rest of the same kind is counted, so that a fault of another kind is seen."""
    for number in range(30):
        (content / "fr" / "aider" / f"faute-{number}.md").write_text("rien", "utf-8")

    text = client.get("/fr/").text

    assert text.count("aider/faute-") == 10
    assert "et 20 de plus de cette sorte" in text


def test_faults_are_told_in_english_on_demand(content: Path) -> None:
    """Whoever reads no French is told the same."""
    app = create_preview(content, tongue="en")
    (content / "fr" / "aider" / "faute.md").write_text(BROKEN, "utf-8")

    text = app.test_client().get("/fr/").text

    assert "To mend: 1" in text
    assert "“dix” is no whole number." in text


def test_nothing_is_read_again_while_nothing_changes(
    client: FlaskClient, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reload of a page whose files are the same reads none of them; one saved file has them read once."""
    readings: list[object] = []

    def counted(*arguments: object, **options: object) -> object:
        readings.append(arguments)
        return read_site(*arguments, **options)  # type: ignore[arg-type]  # passed on as they come

    monkeypatch.setattr(drafts, "read_site", counted)
    for address in ("/fr/", "/fr/aider/", "/fr/", "/nulle-part/"):
        client.get(address)
    once = len(readings)
    file = content / "fr" / "aider" / "index.md"
    file.write_text(file.read_text("utf-8") + "\nEncore.\n", "utf-8")
    client.get("/fr/aider/")
    client.get("/fr/")

    assert (once, len(readings)) == (1, 2)


def test_a_mistake_of_the_program_is_a_sentence(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its traceback goes into a file for whoever mends it."""

    def fail(*_arguments: object) -> str:
        raise LookupError("mistake")

    monkeypatch.setattr(importlib.import_module("eclaircie.preview.application"), "render_page", fail)
    answer = client.get("/fr/")

    assert answer.status_code == 500
    assert "ce n&#39;est pas votre faute" in answer.text
    assert "Traceback" not in answer.text
    [file] = re.findall(r"[^ ]*eclaircie-[^ ]*\.txt", answer.text)
    assert "LookupError: mistake" in Path(file).read_text("utf-8")
    Path(file).unlink()


def test_a_day_that_is_no_number_is_told(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable is named, in the page."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "hier")

    assert "SOURCE_DATE_EPOCH n&#39;est pas un nombre" in client.get("/fr/").text


def test_what_a_file_holds_is_only_text_among_the_faults(client: FlaskClient, content: Path) -> None:
    """A fault that quotes HTML shows it as text."""
    text = "---\ntitre: Une page\nresume: Une page.\n---\n<script>alert(1)</script>\n"
    (content / "fr" / "aider" / "faute.md").write_text(text, "utf-8")

    page = client.get("/fr/").text

    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_the_page_of_faults_carries_the_policy(client: FlaskClient, content: Path) -> None:
    """Every header of the policy stands on the page of faults too."""
    (content / "fr" / "aider" / "faute.md").write_text(BROKEN, "utf-8")
    headers = client.get("/fr/aider/faute/").headers

    wanted = policy.headers(Assets(STATIC), [small_script((STATIC / "js" / "preview.js").read_text("utf-8"))])
    assert {name: headers.get(name) for name in wanted} == wanted


def test_a_page_lets_its_scripts_run_and_no_other(client: FlaskClient) -> None:
    """The script of the preview is known to the policy in the header and in the page; published pages have none."""
    answer = client.get("/fr/")
    scripts = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    rules = answer.headers["Content-Security-Policy"], html.unescape(answer.text.partition("</head>")[0])

    assert scripts
    for rule in rules:
        [sources] = re.findall("script-src ([^;]*);", rule)
        assert set(sources.split()) == set(map(csp_hash, {*scripts, *Assets(STATIC).scripts}))


def test_without_its_folder_the_preview_says_so(tmp_path: Path) -> None:
    """A content folder that was moved away is a fault with a sentence."""
    (tmp_path / "empty").mkdir()

    answer = create_preview(tmp_path / "empty").test_client().get("/fr/")

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
