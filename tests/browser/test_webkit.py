"""The behaviour of the site in WebKitGTK, the engine nearest to Safari that Linux has.

What Safari itself keeps of a visit is not measured by this.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import ActionChains, WebKitGTK, WebKitGTKOptions
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

from .conftest import Visit

BROWSERS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen in memory; skips the tests where the machine lacks what they need, in CI that is a failure."""
    needed = {"webkit2gtk-driver": "WebKitWebDriver", "xvfb": "Xvfb"}
    if missing := [package for package, program in needed.items() if shutil.which(program) is None]:
        sentence = f"no WebKit on this machine: apt-get install {' '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    out, into = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(into), "-screen", "0", "800x900x24", "-nolisten", "tcp"],
        pass_fds=[into],
        stderr=subprocess.DEVNULL,
    ) as screen:
        os.close(into)
        with os.fdopen(out) as told:
            yield f":{told.readline().strip()}"
        screen.terminate()


@pytest.fixture
def webkit(display: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebKitGTK]:
    """A fresh WebKit browser."""
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")  # it refuses to run as root otherwise
    options = WebKitGTKOptions()
    options.binary_location = str(sorted(Path("/").glob(BROWSERS.removeprefix("/")))[-1])
    options.add_argument("--automation")
    driver = WebKitGTK(options=options, service=Service(shutil.which("WebKitWebDriver")))
    yield driver
    driver.quit()


def follow(webkit: WebKitGTK, href: str) -> None:
    """Follow a link of the page and wait for the new heading."""
    before = webkit.find_element(By.CSS_SELECTOR, "h1").text
    webkit.find_element(By.CSS_SELECTOR, f"main a[href$='{href}']").click()
    wait = WebDriverWait(webkit, 10, ignored_exceptions=[StaleElementReferenceException])
    wait.until(lambda page: page.find_element(By.CSS_SELECTOR, "h1").text != before)


def test_links_change_the_page_but_not_the_address_or_the_history(webkit: WebKitGTK, visit: Visit) -> None:
    """Pages are put in place, as in the other engines."""
    webkit.get(visit.address + "/fr/")
    before = webkit.execute_script("return [location.href, history.length]")

    follow(webkit, "/fr/faire/")
    follow(webkit, "/fr/faire/silence/")

    assert webkit.execute_script("return [location.href, history.length]") == before


def test_the_exit_leaves_and_back_leads_before_the_visit(webkit: WebKitGTK, visit: Visit) -> None:
    """After the exit, Back shows the page from before the visit."""
    webkit.get(visit.neutral + "?before")
    webkit.get(visit.address + "/fr/")
    follow(webkit, "/fr/faire/")
    webkit.find_element(By.CSS_SELECTOR, ".quick-exit").click()
    WebDriverWait(webkit, 10).until(lambda page: page.current_url == visit.neutral)

    webkit.back()

    WebDriverWait(webkit, 10).until(lambda page: page.current_url == visit.neutral + "?before")


def test_the_page_is_covered_while_the_exit_is_pressed(webkit: WebKitGTK, visit: Visit) -> None:
    """From the press on the cover is there; the release leaves."""
    webkit.get(visit.address + "/fr/")
    exit_link = webkit.find_element(By.CSS_SELECTOR, ".quick-exit")

    ActionChains(webkit).click_and_hold(exit_link).perform()
    covered = webkit.find_element(By.CSS_SELECTOR, "html").get_attribute("class")
    ActionChains(webkit).release().perform()

    assert covered == "covered"
    WebDriverWait(webkit, 10).until(lambda page: page.current_url == visit.neutral)


def test_a_page_that_was_hidden_asks_before_it_is_shown(webkit: WebKitGTK, visit: Visit) -> None:
    """The neutral screen and its button work here too."""
    webkit.get(visit.address + "/fr/")
    webkit.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
    assert not webkit.find_element(By.CSS_SELECTOR, "h1").is_displayed()

    webkit.find_element(By.CSS_SELECTOR, ".go-on").click()

    assert webkit.find_element(By.CSS_SELECTOR, "h1").is_displayed()


def test_data_for_programs_break_no_rule(webkit: WebKitGTK, visit: Visit) -> None:
    """The policy of a page has nothing to say to the data that it carries, here either; to a script it has."""
    webkit.get(visit.address + "/fr/numeros/ecoute/")
    webkit.execute_script(
        "window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective));"
        "window.add = (type, text) => document.body.append(Object.assign(document.createElement('script'), {type, text}));"
        "const data = document.querySelector('script[type=\"application/ld+json\"]'); add(data.type, data.text);"
    )
    time.sleep(0.5)
    told_of_data = webkit.execute_script("return broken")
    webkit.execute_script("add('', '1')")
    WebDriverWait(webkit, 10).until(lambda page: page.execute_script("return broken.length"))

    assert told_of_data == []
    assert set(webkit.execute_script("return broken")) == {"script-src-elem"}
