"""Firefox by WebDriver BiDi itself. Playwright's mouse and keys do not reach a frame of another site there."""

import base64
import itertools
import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket

from .conftest import PATIENCE, launch_options

ESCAPE, SHIFT = "\ue00c", "\ue008"
"""Keys, as WebDriver names them."""

_PREFERENCES = {
    "browser.sessionstore.interval": 1000,
    "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
}


class Firefox:
    """A Firefox at work. What is asked of a page or of a frame names its context."""

    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(address, suppress_origin=True, timeout=PATIENCE)
        self._numbers = itertools.count(1)
        self.ask("session.new", capabilities={})
        self.top: str = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What the browser answers to a command. Raises RuntimeError where it refuses."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") != number:
                continue  # an event
            if answer["type"] == "error":
                raise RuntimeError(f"{method}: {answer['message']}")
            found: dict[str, Any] = answer["result"]
            return found

    def hang_up(self) -> None:
        """Say nothing more to it."""
        self._socket.close()

    def frames(self) -> list[tuple[str, str]]:
        """The frames of the page: context and address of each."""
        return [
            (each["context"], each["url"]) for each in self.ask("browsingContext.getTree")["contexts"][0]["children"]
        ]

    def evaluate(self, context: str, expression: str) -> Any:
        """What an expression gives in a page or a frame, as JSON can hold it."""
        asked = f"JSON.stringify({expression})"
        answer = self.ask("script.evaluate", expression=asked, target={"context": context}, awaitPromise=False)
        return json.loads(answer["result"].get("value", "null")) if answer["type"] == "success" else None

    def act(self, context: str, kind: str, *actions: dict[str, Any]) -> None:
        """Input of one kind (`pointer`, `key`), one action after the other."""
        self.ask(
            "input.performActions", context=context, actions=[{"type": kind, "id": kind, "actions": list(actions)}]
        )

    def screenshot(self, file: Path) -> None:
        """A picture of the page with its frames."""
        file.write_bytes(base64.b64decode(self.ask("browsingContext.captureScreenshot", context=self.top)["data"]))


@contextmanager
def firefox(profile: Path, width: int, height: int) -> Iterator[Firefox]:
    """A Firefox with its profile on disk, and a window of this size."""
    profile.mkdir(parents=True, exist_ok=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in _PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    program = launch_options("firefox")["executable_path"]
    command = [program, "--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        found = next(filter(None, (re.search(r"BiDi listening on (ws://\S+)", line) for line in process.stderr)))
        browser = Firefox(f"{found[1]}/session")
        browser.ask("browsingContext.setViewport", context=browser.top, viewport={"width": width, "height": height})
        try:
            yield browser
            browser.ask("browser.close")
        except BaseException:
            process.kill()
            raise
        finally:
            browser.hang_up()
        process.communicate(timeout=PATIENCE)
