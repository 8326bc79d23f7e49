"""The time from the last key of a postcode to the answer, on a slow phone: python -m bench.finder"""

import statistics
import sys
import tempfile
import threading
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT_ROOT / "site"), str(PROJECT_ROOT)]

from playwright.sync_api import sync_playwright  # noqa: E402  # the project must be on the path first

from eclaircie.loading import read_site  # noqa: E402
from eclaircie.project import STATIC, build_date  # noqa: E402
from eclaircie.publish.freezer import freeze  # noqa: E402
from eclaircie.publish.server import server  # noqa: E402
from eclaircie.rendering.assets import Assets  # noqa: E402
from tests.browser.conftest import PHONE, launch_options  # noqa: E402

SLOWDOWN = 6
RUNS = 25
TYPED = ("71300", "75011", "21340", "97400", "saone", "99999")
"""With networks, without, straddling, overseas, a name, and a code that leads nowhere."""

_TIME = """(text) => new Promise((done) => {
  const box = document.querySelector(".finder input");
  box.value = text;
  const began = performance.now();
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const answered = performance.now() - began;
  requestAnimationFrame(() => setTimeout(() => done([answered, performance.now() - began])));
})"""


def main() -> None:
    """Freeze the site, type in Chromium slowed down, and print the medians and the worst of each text."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build = Path(folder) / "build"
        freeze(read_site(build_date(), base_url=""), build)
        service = server(build, Assets(STATIC), 0)
        threading.Thread(target=service.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(**launch_options("chromium"))
        page = browser.new_context(**PHONE).new_page()
        page.goto(f"http://127.0.0.1:{service.server_port}/fr/reseaux/")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        print(f"{SLOWDOWN}x slower, {RUNS} times each, milliseconds (median, worst)")
        print("| Typed | Answer in the page | Frame drawn |\n|---|---|---|")
        for text in TYPED:
            taken = [page.evaluate(_TIME, text) for _ in range(RUNS)]
            answered, drawn = ([run[part] for run in taken] for part in (0, 1))
            cells = (f"{statistics.median(values):.1f}, {max(values):.1f}" for values in (answered, drawn))
            print(f"| {text} | {' | '.join(cells)} |")
        browser.close()
        service.shutdown()


if __name__ == "__main__":
    main()
