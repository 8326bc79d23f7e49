"""A frozen page does not know the date: the browser hides what is over and shows what became doubtful since the build.

The clock of the browser is set, so that nothing here depends on the day on which it runs.
"""

import pytest
from playwright.sync_api import Browser, Page

from tests.chosen import chosen

from .conftest import Visit

DAY = "2030-03-14"
AT = """(iso) => {
  const at = new Date(iso).getTime();
  const Real = Date;
  window.Date = class extends Real { constructor(...given) { super(...(given.length ? given : [at])); } };
  window.Date.now = () => at;
}"""
FACTS = f"""<p class="tried" data-until="{DAY}">Jusqu'à ce jour</p><p class="tried" data-from="{DAY}" hidden>À partir du lendemain</p>"""


def shown_at(page: Page, address: str, clock: str) -> list[bool]:
    """Whether a fact that ends on the day, and a doubt that begins after it, are shown when the clock says so."""
    page.add_init_script(f"({AT})({clock!r})")
    html = page.request.get(address).text()
    changed = html.replace("</h1>", f"</h1>{FACTS}", 1)
    assert changed != html
    page.route(address, lambda route: route.fulfill(body=changed, content_type="text/html"))
    page.goto(address)
    found: list[bool] = page.eval_on_selector_all(".tried", "all => all.map((one) => !one.hidden)")
    return found


@pytest.mark.parametrize(
    ("clock", "shown"),
    [
        ("2030-03-14T23:59:00", [True, False]),
        ("2030-03-15T00:01:00", [False, True]),
        *chosen(
            [
                ("2030-03-13T12:00:00", [True, False]),
                ("2030-03-14T00:01:00", [True, False]),
                ("2031-01-01T12:00:00", [False, True]),
            ],
            1,
            "clocks",
        ),
    ],
)
def test_a_fact_is_shown_until_the_end_of_its_last_day(page: Page, visit: Visit, clock: str, shown: list[bool]) -> None:
    """News and amounts are there on their own last day, to its end, and gone the next; a doubt takes its turn."""
    assert shown_at(page, f"{visit.address}/fr/reseaux/71/", clock) == shown


@pytest.mark.parametrize("place", chosen(["Pacific/Tahiti", "Indian/Reunion", "Europe/Paris"], 1, "places"))
def test_the_day_is_that_of_the_visitor(chromium: Browser, visit: Visit, place: str) -> None:
    """In Papeete the last day ends eleven hours after it does in Paris."""
    for clock, shown in (("2030-03-14T23:30:00", [True, False]), ("2030-03-15T00:30:00", [False, True])):
        session = chromium.new_context(timezone_id=place)
        page = session.new_page()
        assert shown_at(page, f"{visit.address}/fr/reseaux/71/", clock) == shown
        session.close()


def test_what_a_page_hides_in_time_is_hidden_in_place_too(page: Page, visit: Visit) -> None:
    """A page that is put in the place of another hides what is over as one that was opened does."""
    page.add_init_script(f"({AT})('2031-01-01T12:00:00')")
    address = f"{visit.address}/fr/reseaux/71/"
    changed = page.request.get(address).text().replace("</h1>", f"</h1>{FACTS}", 1)
    page.route(address, lambda route: route.fulfill(body=changed, content_type="text/html"))
    page.goto(f"{visit.address}/fr/reseaux/")
    page.locator("main .territories a", has_text="71 Saône").click()
    page.locator(".tried").nth(1).wait_for()

    assert page.eval_on_selector_all(".tried", "all => all.map((one) => !one.hidden)") == [False, True]
