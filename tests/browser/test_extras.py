"""What only some pages need comes with them, also where a page takes the place of another."""

from playwright.sync_api import Page, expect

from .conftest import Visit

BROKEN = "window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective))"
LOOK = "() => ['.finder input', '.map path'].map((s) => getComputedStyle(document.querySelector(s))).map((s) => [s.fill, s.borderRadius])"


def go_and_come_back(page: Page, link: str) -> None:
    """Follow a link of the page, then the link back."""
    page.locator("main").get_by_role("link", name=link).first.click()
    expect(page.locator("main")).not_to_have_class("lieux")
    page.locator(".back").click()
    expect(page.locator("main")).to_have_class("lieux")


def test_the_finder_works_and_looks_the_same_when_its_page_is_put_in_place(page: Page, visit: Visit) -> None:
    """Reached by links it finds as when opened at once; after coming back each touch still counts once."""
    page.add_init_script(BROKEN)
    page.goto(visit.address + "/fr/reseaux/")
    wanted = page.evaluate(LOOK)

    page.goto(visit.address + "/fr/")
    page.locator("main a[href='/fr/reseaux/']").first.click()
    expect(page.locator(".finder")).to_be_visible()
    assert page.evaluate(LOOK) == wanted
    page.locator(".finder input").press_sequentially("42000")
    expect(page.locator(".found a")).to_have_text(["42 Loire"])

    go_and_come_back(page, "42 Loire")
    page.locator(".finder input").fill("")
    page.evaluate(
        "window.put = 0; new MutationObserver(() => put++).observe(document.querySelector('.found'), {childList: true})"
    )
    page.locator(".finder input").fill("13")
    expect(page.locator(".found a")).to_have_text(["13 Bouches-du-Rhône"])

    assert page.evaluate(LOOK) == wanted
    assert page.evaluate("[put, document.querySelectorAll('style').length, broken]") == [1, 1, []]
