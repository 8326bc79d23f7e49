"""Texts that somebody could write to harm a reader: each is refused where it stands, or published as harmless words."""

import csv
import functools
import io
import json
import os
import random
import shutil
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from eclaircie.checks.assets import check as check_assets
from eclaircie.checks.catalogues import check as check_catalogues
from eclaircie.content import library
from eclaircie.content.catalogues import read_catalogue
from eclaircie.content.models import MODELS
from eclaircie.exports.csv_tables import harmless
from eclaircie.languages import BY_TAG
from eclaircie.loading import read_site
from eclaircie.messages.faults import Fault, Faults
from eclaircie.messages.signs import shown
from eclaircie.pages.site import Site
from eclaircie.project import STATIC, TRANSLATIONS
from eclaircie.publish.freezer import freeze
from eclaircie.rendering.application import create_app
from eclaircie.rendering.assets import STYLES, files
from eclaircie.rendering.views import render_page, render_text
from tests.chosen import SEED
from tests.hostile.corpus import CATALOGUES, HEADERS, NAMES, PAYLOADS, SETTINGS, Hostile
from tests.hostile.site import BODY, PLACES, Field, fields_of, fill, sort_out, sound_files, write_site
from tests.local_site import exported
from tests.settings import checked_settings
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content

SOUND = sound_files()
EVERYWHERE = list(fields_of(SOUND))
ADDRESSES = [
    f"/{tag}/{place.removesuffix('index').removesuffix('/')}/".replace("//", "/")
    for tag in ("fr", "en")
    for kind, place in {**PLACES, "other": "aider/tout", "legal": "apropos/mentions"}.items()
    if kind not in ("navigateur", "actualite", "repere", "guichet")  # shown within others
]
IN_TEXTS = frozenset(
    {
        *("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "span", "bdi", "blockquote", "br", "hr"),
        *("table", "thead", "tbody", "tr", "th", "td", "code", "div"),
    }
)
SCHEMES = ("https://", "tel:", "sms:", "mailto:", "/")


def _is_first(payload: Hostile) -> bool:
    """Whether no text before it is dangerous in the same way."""
    return next(other for other in PAYLOADS if other.family == payload.family) is payload


_FIRST = [payload for payload in PAYLOADS if _is_first(payload) and payload.family != "long"]


def _texts(tried: list[Hostile]) -> pytest.MarkDecorator:
    values = [pytest.param(p, id=str(p), marks=[] if p in tried else [pytest.mark.exhaustive]) for p in PAYLOADS]
    return pytest.mark.parametrize("payload", values, scope="module")


each_text = _texts(_FIRST)
"""One text of each family; all of them, in some three hundred fields each, where tests are exhaustive.

All tests of one text come one after the other, so that they are likely to be in one process, which sorts it out once.
"""

_HALF = random.Random(f"{SEED} families").sample(_FIRST, len(_FIRST) // 2)
some_texts = _texts(_HALF)
other_texts = _texts([payload for payload in _FIRST if payload not in _HALF])
"""One text of half of the families, chosen by the seed of the run, and of the other half; all of them as above."""


@functools.cache
def sorted_out(payload: Hostile) -> tuple[dict[Field, Fault], dict[Field, str]]:
    """Where a text is refused, and where it is published, when it stands everywhere."""
    with tempfile.TemporaryDirectory() as folder:
        return sort_out(Path(folder) / "content", dict.fromkeys(EVERYWHERE, payload.text))


def site_with(content: Path, fields: dict[Field, str]) -> Site:
    """The small site with texts in some of its fields."""
    return read_site(BEFORE_REVIEW, content=write_site(content, fill(SOUND, fields)))


def pages_of(site: Site) -> dict[str, ElementTree.Element]:
    """Every page that shows a field, parsed as a browser does."""
    app = create_app(site)
    pages = {}
    for address in ADDRESSES:
        with app.test_request_context(address):
            html = render_page(site.inputs(address))
        pages[address] = html5lib.parse(html, namespaceHTMLElements=False)
    return pages


Shape = list[tuple[str, list[str]]]


def shape(page: ElementTree.Element) -> Shape:
    """The elements of a page and the names of their attributes, in order.

    `translate` is left out: a title bears it where it is the name of the line, as it is when both are the same text.
    """
    return [(str(element.tag), sorted({*element.keys()} - {"translate"})) for element in page.iter()]


@functools.cache
def sound_shapes() -> dict[str, Shape]:
    """The shapes of the pages when all is harmless."""
    with tempfile.TemporaryDirectory() as folder:
        return {address: shape(page) for address, page in pages_of(site_with(Path(folder) / "content", {})).items()}


@each_text
def test_a_hostile_text_is_refused_at_its_line_or_published(payload: Hostile) -> None:
    """In every field of every kind and in every text: what is refused is told with a remedy, in both languages."""
    refused, published = sorted_out(payload)

    assert len(refused) + len(published) == len(EVERYWHERE)
    for fault in refused.values():
        sentences = [fault.sentence("fr"), fault.sentence("en")]
        assert sentences == [shown(sentence) for sentence in sentences]


@some_texts
def test_a_hostile_value_adds_nothing_to_a_page(payload: Hostile, tmp_path: Path) -> None:
    """A page whose header is hostile has the elements and attributes of one whose header is not: the rest is words."""
    published = {at: text for at, text in sorted_out(payload)[1].items() if at[1] != (BODY,)}

    shapes = {address: shape(page) for address, page in pages_of(site_with(tmp_path, published)).items()}

    assert shapes == sound_shapes()


@each_text
def test_a_hostile_text_stays_within_what_texts_may_hold(payload: Hostile, tmp_path: Path) -> None:
    """What stands below a header becomes paragraphs, lists and links to known places, and nothing else."""
    published = {at: text for at, text in sorted_out(payload)[1].items() if at[1] == (BODY,)}
    site = site_with(tmp_path, published)
    app = create_app(site)
    found = []
    for place in PLACES.values():
        for tag in ("fr", "en"):
            path = place.removesuffix("index").removesuffix("/")
            body = site.library.documents[path].words(BY_TAG[tag])[0].body
            with app.test_request_context(f"/{tag}/"):
                inputs = site.inputs(f"/{tag}/{path}/".replace("//", "/")) if path in site.library.pages else None
                parts = render_text(body, tag, inputs or {"references": {}}, blocks=False).parts
            html = "".join(part for part in parts if isinstance(part, str))
            found += list(html5lib.parseFragment(html, namespaceHTMLElements=False).iter())[1:]

    assert {str(element.tag) for element in found} <= IN_TEXTS
    assert {name for element in found for name in element.keys()} <= {  # noqa: SIM118  # no mapping
        *("href", "class", "rel", "lang", "dir", "id", "scope", "start", "tabindex", "target", "translate"),
    }
    # Another site takes the place of the whole window, also where this one stands in a frame
    assert {element.get("target") for element in found} <= {None, "_top"}
    assert all(str(element.get("href", "/")).startswith(SCHEMES) for element in found)
    assert not [element.get("href") for element in found if "evil" in str(element.get("href"))]


@each_text
def test_a_hostile_value_stays_in_its_cell(payload: Hostile, tmp_path: Path) -> None:
    """Files for professionals keep their rows, columns and shape, and no cell computes anything."""
    published = {at: text for at, text in sorted_out(payload)[1].items() if at[1] != (BODY,)}
    site = site_with(tmp_path, published)
    files = exported(site)

    rows = list(csv.reader(io.StringIO(files["donnees/71.csv"].decode("utf-8-sig")), delimiter=";"))
    services = json.loads(files["donnees/hsds.json"])["contents"]

    assert {len(row) for row in rows} == {20}
    assert len(rows) == 1 + len(services)
    assert all(harmless(cell) == cell for row in rows for cell in row)


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_a_hostile_name_is_refused(tmp_path: Path, name: Hostile) -> None:
    """A name that suits no address is told, so that it is seen, and nothing is read from it."""
    content = write_small_content(tmp_path / "content")
    file = content / "fr" / (f"{name.text}essai.md" if name.text.endswith("/") else name.text)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(FILES["fr/traces/index.md"], "utf-8")
    faults = Faults()

    books = library.load(content, faults)

    # What begins with a dot is hidden, and passed over.
    wanted = [] if name.text.startswith(".") else [["path_not_plain"], ["not_markdown"]]
    assert [fault.code for fault in faults] in (wanted or [[]])
    told = "".join(f"{fault.where(tmp_path)} {fault.sentence()}" for fault in faults)
    assert not [sign for sign in "\n\u001b\u202e" if sign in told]
    assert len(books.documents) == sum(path.startswith("fr/") for path in FILES)


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX systems only")
def test_a_name_that_no_encoding_knows_is_refused(tmp_path: Path) -> None:
    """Bytes that are no text are told as numbers, which can be printed and written anywhere."""
    content = write_small_content(tmp_path / "content")
    Path(os.fsdecode(os.fsencode(content / "fr") + b"/a\xff.md")).write_text("x", "utf-8")
    faults = Faults()

    library.load(content, faults)

    [fault] = faults
    assert (fault.code, r"a\udcff" in fault.where(), r"a\udcff" in fault.sentence()) == ("path_not_plain", True, True)
    assert (fault.where() + fault.sentence()).encode()


@pytest.mark.parametrize("header", HEADERS, ids=str)
def test_a_hostile_header_is_refused(tmp_path: Path, header: Hostile) -> None:
    """Objects, anchors, merged keys and unknown keys are told at a line of the header, and nothing is made of them."""
    sound = "" if "titre:" in header.text else "titre: a\n"
    sound += "" if "resume:" in header.text else "resume: a\n"
    text = f"---\n{sound}onglet: a\n{header.text}\n---\nUn mot.\n"
    content = write_small_content(tmp_path / "content", {"fr/aider/essai.md": text})
    faults = Faults()

    books = library.load(content, faults)

    assert "aider/essai" not in books.documents
    assert faults.errors
    assert all(fault.file.name == "essai.md" and 1 < fault.line < text.count("\n") for fault in faults.errors)
    assert all(fault.sentence(tongue) for fault in faults.errors for tongue in ("fr", "en"))


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_a_hostile_setting_is_refused(tmp_path: Path, setting: Hostile) -> None:
    """Nothing that would lead elsewhere, or mean something in a file for hosts, gets into the settings."""
    key = setting.text.partition(":")[0]
    sound = {"nom": "{fr: Essai}", "sortie": "{fr: 'https://exit.example.net/'}"}
    lines = [*(f"{name}: {value}" for name, value in sound.items() if name != key), setting.text]
    (tmp_path / "site.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    faults = Faults()

    checked_settings(tmp_path, faults)

    assert {fault.line for fault in faults.errors} == {len(lines)}
    assert all(fault.sentence(tongue) for fault in faults.errors for tongue in ("fr", "en"))


def faults_of_catalogue(folder: Path, text: str) -> list[Fault]:
    """The faults of an English file of messages, alone in its folder."""
    (folder / "en.po").write_text(text, "utf-8")
    faults = Faults()
    check_catalogues(folder, faults)
    return [fault for fault in faults if fault.file.name == "en.po"]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=str)
def test_a_hostile_file_of_messages_is_refused(tmp_path: Path, catalogue: Hostile) -> None:
    """Nothing in it is computed, and nothing is taken for its translation that is none."""
    faults = faults_of_catalogue(tmp_path, catalogue.text)

    assert faults
    assert all(fault.sentence(tongue) for fault in faults for tongue in ("fr", "en"))


def quoted(text: str) -> str:
    """A text as a file of messages wants it."""
    return json.dumps(text, ensure_ascii=False)


@other_texts
def test_a_hostile_message_is_refused_or_shown_as_text(payload: Hostile, tmp_path: Path) -> None:
    """What a translator writes can neither make an element nor end an attribute, wherever a page shows it."""
    sound = {
        str(message.id): str(message.string)
        for message in read_catalogue(TRANSLATIONS / "en.po", BY_TAG["en"], Faults()) or ()
        if message.id
    }

    def write(texts: dict[str, str]) -> list[Fault]:
        made = (f"msgid {quoted(source)}\nmsgstr {quoted(text)}\n" for source, text in texts.items())
        return faults_of_catalogue(tmp_path, 'msgid ""\nmsgstr "Language: en\\n"\n\n' + "\n".join(made))

    hostile = {source: f"{text} {payload.text}" for source, text in sound.items()}
    (tmp_path / "ar.po").write_bytes((TRANSLATIONS / "ar.po").read_bytes())
    refused = write(hostile)
    if refused:
        assert {fault.code for fault in refused} <= {"po_sign", "po_blank", "po_broken", "po_number"}
        return
    site = read_site(BEFORE_REVIEW, content=write_site(tmp_path / "content", SOUND), translations=tmp_path)
    app = create_app(site, translations=tmp_path)
    with app.test_request_context("/en/aider/tout/"):
        page = html5lib.parse(render_page(site.inputs("/en/aider/tout/")), namespaceHTMLElements=False)

    assert shape(page) == sound_shapes()["/en/aider/tout/"]


def test_every_kind_of_page_is_tried() -> None:
    """A new kind of page, or a new key of a header, is tried with every text without being named in a test."""
    tried = {(name, keys[0]) for name, keys in EVERYWHERE}
    wanted = {
        (f"fr/{PLACES[kind]}.md", field.alias or name)
        for kind, model in MODELS.items()
        for name, field in model.model_fields.items()
    }

    assert wanted <= tried


# Links of the file system


def outside(folder: Path) -> Path:
    """A folder beside the content with a page that nobody means to publish."""
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "essai.md").write_text(FILES["fr/traces/index.md"].replace("Rien", "Secret"), "utf-8")
    return elsewhere


@pytest.mark.parametrize("name", ["fr/aider/essai.md", "en/aider/essai.md", "fr/index.md", "site.yaml"])
@pytest.mark.parametrize("target", ["/etc/passwd", "../../../elsewhere/essai.md", "../elsewhere/essai.md"])
def test_a_file_that_is_a_link_out_is_not_read(tmp_path: Path, name: str, target: str) -> None:
    """Nothing of the machine is published, nor quoted in a sentence, through a link in the content."""
    outside(tmp_path)
    content = write_small_content(tmp_path / "content")
    link = content / name
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    if not link.exists():
        link.unlink()
        link.symlink_to(tmp_path / "elsewhere/essai.md")
    faults = Faults()

    books = library.load(content, faults)
    checked_settings(content, faults)

    assert [fault.file for fault in faults if fault.code == "outside"] == [link]
    assert "Secret" not in str([document.parts.body for document in books.documents.values()])


@pytest.mark.parametrize("name", ["fr", "ar", "fr/aider/dossier", "en/dossier", "de"])
@pytest.mark.parametrize("target", ["/etc", "elsewhere", "content", "content/fr"])
def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path, name: str, target: str) -> None:
    """Neither another folder of the machine, nor the content itself, which would have no end."""
    outside(tmp_path)
    content = write_small_content(tmp_path / "content")
    link = content / name
    if link.is_dir():
        link.rename(tmp_path / "moved")
    link.symlink_to(tmp_path / target)
    faults = Faults()

    books = library.load(content, faults)

    assert "Secret" not in str([document.parts.body for document in books.documents.values()])
    assert any(fault.file == link for fault in faults.errors)


@pytest.mark.parametrize("name", ["fr/aider/essai.md", "site.yaml", "en/aider/essai.md"])
@pytest.mark.parametrize("target", ["essai.md", "site.yaml", "absent", "."])
def test_a_link_to_nothing_is_told(tmp_path: Path, name: str, target: str) -> None:
    """A link to itself, to what is not there or to a folder is a fault at that file, on every version of Python."""
    content = write_small_content(tmp_path / "content")
    link = content / name
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    faults = Faults()

    library.load(content, faults)
    checked_settings(content, faults)

    assert link in [fault.file for fault in faults.errors if fault.code in ("unreadable", "outside")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    """What is no file is not read: it may have no end."""
    content = write_small_content(tmp_path / "content")
    os.mkfifo(content / "fr/essai.md")
    faults = Faults()

    library.load(content, faults)

    assert [fault.code for fault in faults] == ["unreadable"]


def test_a_file_of_messages_that_is_a_link_out_is_not_read(tmp_path: Path) -> None:
    """The messages shown are those of the folder of translations."""
    translations = tmp_path / "translations"
    translations.mkdir()
    (translations / "en.po").symlink_to("/etc/passwd")
    faults = Faults()

    check_catalogues(translations, faults)

    assert [(fault.code, fault.file.name) for fault in faults if fault.file.name == "en.po"] == [("outside", "en.po")]


@pytest.mark.parametrize(
    ("target", "code"), [("/etc/passwd", "outside"), ("absent.css", "unreadable"), (f"{STYLES[0]}.css", "unreadable")]
)
def test_a_style_that_is_a_link_out_is_not_published(tmp_path: Path, target: str, code: str) -> None:
    """What stands in every page comes from the folder of designers, or the site is not built."""
    static = tmp_path / "static"
    for folder in ("css", "js"):
        (static / folder).mkdir(parents=True)
        for file in (STATIC / folder).iterdir():
            (static / folder / file.name).write_bytes(file.read_bytes())
    style = static / "css" / f"{STYLES[0]}.css"
    style.unlink()
    style.symlink_to(target)
    faults = Faults()

    check_assets(files(static), static, faults)

    assert [(fault.code, fault.file) for fault in faults] == [(code, style)]


@pytest.mark.parametrize("name", ["css/base.css", "js/quick-exit.js"])
def test_a_part_of_every_page_that_is_no_file_is_not_waited_for(tmp_path: Path, name: str) -> None:
    """A pipe in the place of a stylesheet or a script is told, and the check ends."""
    static = tmp_path / "static"
    shutil.copytree(STATIC, static)
    (static / name).unlink()
    os.mkfifo(static / name)
    faults = Faults()
    check_assets(files(static), static, faults)

    assert [(fault.code, fault.where(static)) for fault in faults] == [("unreadable", f"{name}:1")]


# The folder of the build


@pytest.fixture
def built(tmp_path: Path) -> tuple[Site, Path]:
    """The small site, and the folder in which it is published."""
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content"))
    freeze(site, tmp_path / "out" / "build")
    return site, tmp_path / "out" / "build"


@pytest.mark.parametrize("name", [".build-new", ".build-old"])
def test_a_link_in_the_place_of_a_leftover_leads_nowhere(built: tuple[Site, Path], tmp_path: Path, name: str) -> None:
    """A link under the name of a folder of ours is removed; what it leads to is neither emptied nor published."""
    site, build = built
    elsewhere = outside(tmp_path)
    (build.parent / name).symlink_to(elsewhere)

    freeze(site, build)

    assert (elsewhere / "essai.md").is_file()
    assert not build.is_symlink()
    assert (build / "fr/index.html").is_file()


def test_a_link_in_the_place_of_the_site_is_not_published(built: tuple[Site, Path], tmp_path: Path) -> None:
    """A link that waits under the name of the last build is not put in the place of the site."""
    site, build = built
    elsewhere = outside(tmp_path)
    build.rename(tmp_path / "moved")
    (build.parent / ".build-old").symlink_to(elsewhere)

    freeze(site, build)

    assert not build.is_symlink()
    assert (elsewhere / "essai.md").is_file()


def test_a_lock_that_is_a_link_makes_no_file_elsewhere(built: tuple[Site, Path], tmp_path: Path) -> None:
    """Nothing is made where a link in the place of the lock leads; the build says that it failed."""
    site, build = built
    (build.parent / ".build-lock").symlink_to(tmp_path / "made")

    with pytest.raises(OSError, match=r"\.build-lock"):
        freeze(site, build)

    assert not (tmp_path / "made").exists()
    assert (build / "fr/index.html").is_file()


def test_a_page_behind_a_linked_folder_is_made_anew(built: tuple[Site, Path], tmp_path: Path) -> None:
    """A folder of the last build that is a link by now is somebody's: the build stops and nothing is lost."""
    site, build = built
    (build / "fr").rename(tmp_path / "moved")
    (build / "fr").symlink_to(tmp_path / "moved")

    with pytest.raises(Exception, match="not_ours"):
        freeze(site, build)

    assert (tmp_path / "moved/index.html").is_file()


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"files": {"../../x": {"sha256": 1}}}', '{"files": {"/etc/passwd": {}}}']
)
def test_a_hostile_manifest_is_no_danger(built: tuple[Site, Path], text: str) -> None:
    """A manifest that cannot be understood, or names files elsewhere, makes the site be built anew."""
    site, build = built
    (build / "manifest.json").write_text(text, "utf-8")
    for file in build.rglob("*"):
        if file.is_file() and file.name not in ("index.html", "404.html", "manifest.json", ".htaccess", "_headers"):
            file.unlink()

    result = freeze(site, build)

    assert result.made == result.pages
