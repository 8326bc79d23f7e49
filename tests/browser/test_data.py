"""Files for professionals are downloaded, and data for programs neither run nor stay, in real browsers."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE, Visit

DATA = "script[type='application/ld+json']"
FILES = ("hsds.json", "71.csv", "974.csv")


def watched(page: Page, address: str) -> None:
    """Open a page and note what its policy refuses from the first moment on."""
    page.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective))"
    )
    page.goto(address)
    expect(page.locator("main h1")).to_be_visible()


def state(page: Page) -> list[object]:
    """What may not change when a file is downloaded: the page, its address, the history."""
    found: list[object] = page.evaluate(
        "[document.querySelector('h1').textContent, document.title, location.href, history.length]"
    )
    return found


def test_data_for_programs_break_no_rule(page: Page, visit: Visit) -> None:
    """A page that carries data violates no policy, for no browser runs them."""
    for path in ("/fr/numeros/ecoute/", "/ar/numeros/sms/", "/fr/reseaux/71/"):
        watched(page, visit.address + path)

        assert page.locator(DATA).count() == 1, path
        assert page.evaluate("broken") == [], path


def test_data_go_with_the_page_that_carried_them(page: Page, visit: Visit) -> None:
    """A page put in the place of another takes the other's data away, and brings none of its own to life."""
    watched(page, visit.address + "/fr/numeros/ecoute/")

    page.locator(".back").click()
    expect(page.locator("h1")).not_to_contain_text("39")
    assert page.locator(DATA).count() == 0
    page.locator("main a[href$='/fr/numeros/droits/']").first.click()
    expect(page.locator("h1")).to_contain_text("aide aux victimes")

    assert page.locator(DATA).count() == 0
    assert page.evaluate("broken") == []


def test_files_are_downloaded_and_the_page_stays(phone: Page, visit: Visit, tmp_path: Path) -> None:
    """Arrived in place, one tap downloads each file under its own name; page, address and history are as before."""
    watched(phone, visit.address + "/fr/apropos/")
    phone.locator("main a[href$='/apropos/donnees/']").first.click()
    expect(phone.locator("h1")).to_have_text("Les données de ce site")
    before = state(phone)
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))

    for name in FILES:
        with phone.expect_download() as started:
            phone.locator(f"main a[href$='/donnees/{name}']").click()
        started.value.save_as(tmp_path / name)

        answer = phone.request.get(f"{visit.address}/donnees/{name}")
        assert started.value.suggested_filename == name
        assert (tmp_path / name).read_bytes() == answer.body()
        assert state(phone) == before
        assert phone.evaluate("broken") == []
    assert {*asked} <= {f"{visit.address}/donnees/{name}" for name in FILES}


def test_the_page_still_works_after_a_download(phone: Page, visit: Visit) -> None:
    """Links are still followed in place, and the exit is where it was."""
    watched(phone, visit.address + "/fr/apropos/donnees/")
    with phone.expect_download():
        phone.locator("main a[href$='/donnees/71.csv']").click()

    phone.locator(".back").click()

    expect(phone.locator("h1")).to_have_text("À propos de ce site")
    expect(phone.locator(".quick-exit")).to_be_visible()
    assert phone.evaluate("location.pathname") == "/fr/apropos/donnees/"


def test_a_file_is_downloaded_without_script(chromium: Browser, visit: Visit) -> None:
    """The link itself asks for a download, so no script is needed."""
    context = chromium.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(visit.address + "/fr/apropos/donnees/")

    with page.expect_download() as started:
        page.locator("main a[href$='/donnees/hsds.json']").click()

    assert started.value.suggested_filename == "hsds.json"
    assert page.url == visit.address + "/fr/apropos/donnees/"
    context.close()
