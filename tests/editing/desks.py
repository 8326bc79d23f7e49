"""An editor at work on the content of a small site."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from werkzeug.serving import make_server

from eclaircie.editing import bundle
from eclaircie.editing.desk import Desk
from eclaircie.editing.form import configuration
from eclaircie.editing.server import make_server_application
from eclaircie.project import PROJECT_ROOT
from tests.once import made_once

_WORDS = {"widget": "string", "i18n": True}


def few_fields() -> dict[str, Any]:
    """A form of few fields: what the form itself asks for is tested beside it."""
    return {
        "media_folder": "/medias",
        "i18n": {
            "structure": "multiple_folders",
            "locales": ["fr", "en"],
            "default_locale": "fr",
            "initial_locales": ["fr"],
        },
        "output": {"omit_empty_optional_fields": True},
        "collections": [
            {
                "name": "traces",
                "label": "Traces",
                "folder": "content/{{locale}}/traces",
                "create": True,
                "extension": "md",
                "format": "frontmatter",
                "slug": "{{fields._slug}}",
                "identifier_field": "titre",
                "i18n": True,
                "fields": [
                    {"label": "Titre", "name": "titre", **_WORDS},
                    {"label": "Onglet", "name": "onglet", "required": False, **_WORDS},
                    {"label": "Résumé", "name": "resume", **_WORDS},
                    {"label": "Texte", "name": "body", "widget": "markdown", "required": False, "i18n": True},
                ],
            }
        ],
    }


def fetched_form(factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the form: those of this folder, or fetched once for the run. Skips the test where there is no npm."""
    folder = PROJECT_ROOT / ".editor"
    if not bundle.is_there(folder):
        if shutil.which("npm") is None and not os.environ.get("CI"):
            pytest.skip("no npm on this machine: apt-get install npm")
        folder = made_once(factory, "form", lambda empty: bundle.fetch(empty / "form")) / "form"
    return bundle.read(folder)


@contextmanager
def at_work(content: Path, form: dict[str, bytes]) -> Iterator[str]:
    """An editor that answers at a port of its own, and its address. Nothing is kept beside the content."""
    with_port = make_server("127.0.0.1", 0, lambda *_: [], threaded=True)
    port = with_port.server_port
    desk = Desk(lambda: configuration(content), form, root=content.parent, content=content, port=port)
    with_port.app = make_server_application(desk)
    threading.Thread(target=with_port.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://localhost:{port}"
    with_port.shutdown()
    with_port.server_close()
