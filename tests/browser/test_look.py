"""The short look before publishing: what it says of a sound site, and of one that must not be published."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright

from eclaircie.loading import read_site
from eclaircie.publish.freezer import freeze
from tests import look
from tests.chosen import chosen
from tests.small_site import BEFORE_REVIEW, write_small_content

PAGE = "fr/aider/"
IN_VAIN = 1.0
"""Seconds to wait for what a faulty page never does."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small site, frozen, of which nothing is wrong."""
    folder = tmp_path_factory.mktemp("looked") / "build"
    content = write_small_content(folder.parent / "content")
    freeze(read_site(BEFORE_REVIEW, content=content, base_url="https://example.org/sous/"), folder)
    return folder


@pytest.fixture(scope="module")
def session(chromium: Browser) -> Iterator[BrowserContext]:
    """One session for all looks: each is at an address of its own."""
    made = chromium.new_context(**look.PHONE)
    made.add_init_script(look.START)
    yield made
    made.close()


@pytest.fixture
def looked(sound: Path, session: BrowserContext, tmp_path: Path) -> "Callable[[list[Fault]], list[str]]":
    """Looks at one page after some faults were made in it, and gives the sentences."""

    def say(faults: list[Fault]) -> list[str]:
        build = shutil.copytree(sound, tmp_path / "build")
        page = build / PAGE / "index.html"
        text = page.read_text("utf-8")
        for pattern, replacement, _ in faults:
            text, count = re.subn(pattern, replacement, text, flags=re.DOTALL)
            assert count
        # What is altered must be allowed to run
        page.write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text), "utf-8")
        return [line.partition(" : ")[2] for line in faults_seen(session, build)]

    return say


def faults_seen(session: BrowserContext, build: Path) -> list[str]:
    """What a look at the page of a build tells."""
    with look.serving(build) as address:
        seen = look.Look(session, address, "fr")
        session.route("**/*", seen.answer)
        seen.at(PAGE)
        session.unroute("**/*")
    return seen.faults


Fault = tuple[str, str, str]
"""A pattern, what takes the place of what it finds, and the sentence that is then to be told."""

FAULTS: dict[str, list[Fault]] = {
    "no exit, and much that is not the exit's": [
        (r'<a class="quick-exit".*?</a>', "", "Le bouton Quitter n'est pas là."),
        (r'href="tel:17"', 'href="tel:18"', "Un bouton d'appel (17) : le bouton appelle 18."),
        (r"</body>", "<script>nowhere()</script></body>", "Le script de la page s'arrête : nowhere is not defined"),
        (
            r"</body>",
            '<img alt="" src="https://relay.example/a.png"></body>',
            "La page demande quelque chose ailleurs : https://relay.example/a.png",
        ),
    ],
    "an exit beside the screen": [
        (
            r"</style>",
            ".dock{left:400px}</style>",
            "Le bouton Quitter n'est pas tout entier sur l'écran d'un téléphone.",
        )
    ],
    "an exit that is not drawn": [
        (r"</style>", ".quick-exit{display:none!important}</style>", "Le bouton Quitter n'est pas tout entier sur")
    ],
    "an exit under something else": [
        (
            "</body>",
            '<div style="position:fixed;inset:0;z-index:9999"></div></body>',
            "Le bouton Quitter est sous autre chose : on ne peut pas appuyer.",
        )
    ],
    "no script, and calls out of sight": [
        (r"<script>.*?</script>", "", "La page reste visible quand on appuie sur la sortie."),
        (r"</style>", ".calls{visibility:hidden}</style>", "Un bouton d'appel (17) est sous autre chose"),
    ],
    "an exit that stays": [(r"location\.replace\(", "void (", "La sortie ne quitte pas la page.")],
    "an exit that comes back": [
        (r"location\.replace\(", "location.assign(", "Après la sortie, la touche Retour ramène à la page.")
    ],
}
"""Faults that stand in one page without one of them hiding another, so that one look tells them all."""


@pytest.mark.parametrize("name", chosen([*FAULTS], 4, "faults that are looked for"))
def test_a_fault_is_told_in_a_sentence(
    looked: Callable[[list[Fault]], list[str]], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What would hurt somebody is named, for people who are no programmers."""
    if name != "an exit that comes back":  # that one does leave, however slow the machine is
        monkeypatch.setattr(look, "PATIENCE", IN_VAIN)

    told = looked(FAULTS[name])

    for *_, sentence in FAULTS[name]:
        assert any(line.startswith(sentence) for line in told), (sentence, told)


def test_a_link_that_leads_nowhere_or_adds_a_line_is_told(looked: Callable[[list[Fault]], list[str]]) -> None:
    """A step that is no longer made in place is named with its link."""
    told = looked([(r"\w+\.preventDefault\(\)", "void 0", "Le lien /sous/fr/")])

    assert any(line.startswith("Le lien /sous/fr/") and "ajoute une ligne" in line for line in told), told


def test_a_policy_that_refuses_the_page_is_told(
    sound: Path, session: BrowserContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A style that does not match its own policy, as after a half-done copy, is named."""
    monkeypatch.setattr(look, "PATIENCE", IN_VAIN)
    build = shutil.copytree(sound, tmp_path / "build")
    page = build / PAGE / "index.html"
    page.write_text(page.read_text("utf-8").replace("</style>", " </style>"), "utf-8")
    faults = faults_seen(session, build)

    assert any("La page se refuse à elle-même : style-src" in line for line in faults), faults


def test_every_kind_of_page_is_looked_at(frozen: Path) -> None:
    """Both entrances, every home, and each kind from left to right and from right to left; not more, for it is short."""
    paths = look.pages_to_look_at(frozen)
    pages = {path: (frozen / path / "index.html").read_text("utf-8") for path in paths if path.endswith("/")}
    kinds = {found.groups() for text in pages.values() if (found := look.KIND.search(text))}
    every = {
        found.groups()
        for file in frozen.glob("*/**/index.html")
        if (found := look.KIND.search(file.read_text("utf-8")))
    }

    assert paths[:2] == ["", "404.html"]
    assert {"fr/", "en/", "ar/"} <= set(paths)
    assert kinds == every and len({kind for _, kind in every}) == 8
    assert len(paths) <= 2 + 3 + 2 * 8


@pytest.fixture
def one_driver(playwright: Playwright, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program takes the driver of these tests, for there can be only one in a process."""
    monkeypatch.setattr(look, "sync_playwright", lambda: nullcontext(playwright))


@pytest.mark.usefixtures("one_driver")
def test_a_sound_site_may_be_published(
    sound: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program looks at the folder that it is given, below the path of its address, and says how many pages it saw."""
    monkeypatch.setattr(look, "pages_to_look_at", lambda _build: ["", "ar/aider/"])

    status = look.main([str(sound)])

    assert status == 0, capsys.readouterr()
    assert re.match(r"2 pages regardées dans (Chromium|Firefox), en \d+ s : la sortie", capsys.readouterr().out)


@pytest.mark.usefixtures("one_driver")
def test_a_faulty_site_may_not(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program fails, names the page, and says in one sentence not to publish."""
    monkeypatch.setattr(look, "pages_to_look_at", lambda _build: ["404.html"])
    monkeypatch.setattr(look, "PATIENCE", IN_VAIN)
    build = shutil.copytree(sound, tmp_path / "build")
    page = build / "404.html"
    page.write_text(page.read_text("utf-8").replace('class="quick-exit"', 'class="quick"'), "utf-8")

    status = look.main([str(build), "--lang", "en"])

    said = capsys.readouterr()
    assert status == 1
    assert "/404.html : The exit is not there." in said.out
    assert said.err.startswith("Do not publish this site: ")


def test_a_site_that_was_not_built_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a site there is a sentence with the remedy."""
    assert look.main([str(tmp_path)]) == 1
    assert "Construisez-le d'abord : make build" in capsys.readouterr().err
