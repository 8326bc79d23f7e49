"""The site published under a path: nothing in it leads, asks or points beside that path."""

import dataclasses
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from eclaircie.pages.site import ENTRANCES, Site
from eclaircie.project import STATIC
from eclaircie.publish.freezer import freeze
from eclaircie.publish.server import server
from eclaircie.rendering.assets import Assets
from tests.once import made_once

from .conftest import Visit, leading_to, neutral_site, running, wait_for_address

PREFIX = "/aide"


WALKED = (*ENTRANCES, "/fr/", "/fr/reseaux/", "/fr/traces/", "/fr/apropos/donnees/")
WALKED_BELOW = ("/fr/reseaux/71/", "/fr/faire/silence/", "/ar/faire/silence/")


class _Walked(Site):
    def addresses(self) -> list[str]:
        return [address for address in super().addresses() if address in WALKED or address.startswith(WALKED_BELOW)]


def some_pages(site: Site) -> Site:
    """Those pages of a site that are opened here, under the path: making all of them would take long."""
    facts = {each.name: getattr(site, each.name) for each in dataclasses.fields(site)}
    return _Walked(**{**facts, "prefix": PREFIX})


@pytest.fixture(scope="module")
def beside(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """The real site at /aide/, and its neutral site. address: of the site, path included."""
    with neutral_site() as visit:
        frozen = made_once(tmp_path_factory, "under-a-path", lambda made: freeze(some_pages(site), made))
        folder = tmp_path_factory.mktemp("under-a-path") / "build"
        leading_to(visit.neutral, frozen, folder)
        with running(server(folder, Assets(STATIC), 0, PREFIX)) as port:
            visit.address = f"http://127.0.0.1:{port}{PREFIX}"
            yield visit


@pytest.fixture
def asked(page: Page, beside: Visit) -> Iterator[list[str]]:
    """The paths that the page asks its own host for; at the end, all of them lie under the site's."""
    paths: list[str] = []
    host = urlsplit(beside.address).netloc
    page.on("request", lambda request: paths.append(request.url))
    yield paths
    own = [urlsplit(address).path for address in paths if urlsplit(address).netloc == host]
    assert own
    assert [path for path in own if not path.startswith(f"{PREFIX}/")] == []


def follow(page: Page, link: str) -> None:
    """Follow a link, and wait until another page stands in its place."""
    before = page.locator("h1").inner_text()
    page.locator(link).first.click()
    expect(page.locator("h1")).not_to_have_text(before)


def test_a_walk_under_a_path(page: Page, beside: Visit, asked: list[str]) -> None:
    """From home to a place, to who helps there, back, and out: in place, with one line in the history."""
    page.goto(f"{beside.address}/fr/")
    before = page.evaluate("[location.href, history.length]")
    home = page.locator("h1").inner_text()

    follow(page, "main a[href$='/fr/reseaux/']")
    follow(page, "#d71")
    follow(page, ".posts h3 a")
    expect(page.locator("main.structure")).to_be_visible()
    follow(page, ".back")
    expect(page.locator("main.departement")).to_be_visible()
    follow(page, ".back")
    follow(page, ".back")
    expect(page.locator("h1")).to_have_text(home)
    assert page.evaluate("[location.href, history.length]") == before

    page.locator(".quick-exit").click(no_wait_after=True)
    wait_for_address(page, beside.neutral)


@pytest.mark.parametrize("way", ["map", "postcode"])
def test_map_and_postcode_lead_to_pages_under_the_path(page: Page, beside: Visit, asked: list[str], way: str) -> None:
    """What is found leads to the page of the place, in place."""
    page.goto(f"{beside.address}/fr/reseaux/")

    if way == "map":
        page.locator(".map a[aria-labelledby='d71'] text").click()
    else:
        page.locator(".finder input").fill("71000")
        page.locator(".found a", has_text="71").last.click()

    expect(page.locator("main.departement h1")).to_contain_text("(71)")
    assert any(address.endswith(f"{PREFIX}/fr/reseaux/71/") for address in asked)


def test_an_unknown_address_under_the_path_is_the_entrance(page: Page, beside: Visit, asked: list[str]) -> None:
    """The printed address shows the home page and says nothing of being unknown; its links lead into the site."""
    answer = page.goto(f"{beside.address}/i")

    assert answer
    assert answer.status == 404
    expect(page.locator(".unknown")).to_be_hidden()
    follow(page, "main a[href$='/fr/reseaux/']")
    assert page.evaluate("location.pathname") == f"{PREFIX}/i"


def test_a_wrong_address_under_the_path_says_so(page: Page, beside: Visit, asked: list[str]) -> None:
    """Any other unknown address is told for what it is."""
    page.goto(f"{beside.address}/nulle/part/")

    expect(page.locator(".unknown")).to_be_visible()


def test_the_page_names_its_addresses_with_the_path(page: Page, beside: Visit, asked: list[str]) -> None:
    """The address to come back by, the canonical one and the files for professionals all have the path."""
    page.goto(f"{beside.address}/fr/traces/")
    host = urlsplit(beside.address).netloc

    expect(page.locator(".way-back")).to_have_text(f"{host}{PREFIX}/i")
    assert page.locator("link[rel=canonical]").get_attribute("href") == f"https://example.org{PREFIX}/fr/traces/"
    page.goto(f"{beside.address}/fr/apropos/donnees/")
    files = page.locator("a[download]").evaluate_all("links => links.map((link) => link.pathname)")
    assert files
    assert [file for file in files if not file.startswith(f"{PREFIX}/donnees/")] == []
    assert page.request.get(f"http://{host}{files[0]}").status == 200


def test_the_language_can_be_changed_under_the_path(page: Page, beside: Visit, asked: list[str]) -> None:
    """Every language leads to the same page, in place."""
    page.goto(f"{beside.address}/fr/faire/silence/")

    page.locator(".menu summary").click()
    page.get_by_role("link", name="العربية").click()

    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert any(address.endswith(f"{PREFIX}/ar/faire/silence/") for address in asked)
