"""The preview: the site while it is being written, with what is still wrong above each page.

A writer's tool. Its links are ordinary ones, so each page has its own address and a reload shows what was saved; and one
fault hides one page, never the whole site.
"""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from flask import Flask, Response, current_app, render_template
from markupsafe import Markup, escape

from .assets import Assets, csp_hash, small_script
from .content.faults import Fault, Faults, Tongue, shortened
from .pages import ContentError, Site, open_site
from .settings import PROJECT_ROOT, build_date

_WORDS = {
    "fr": {
        "to_mend": "À corriger : {count}",
        "here": "dont {count} dans cette page",
        "reload": "Enregistrez le fichier corrigé, puis rechargez cette page.",
        "more": "et {count} de plus de cette sorte : {kind}",
        "bug": "Le programme a une erreur : ce n'est pas votre faute.",
        "tell": "Envoyez ce fichier à qui s'occupe du programme : {file}. Vos textes sont intacts.",
        "day": "SOURCE_DATE_EPOCH n'est pas un nombre de secondes. Corrigez-la ou retirez-la.",
    },
    "en": {
        "to_mend": "To mend: {count}",
        "here": "of which {count} in this page",
        "reload": "Save the mended file, then load this page again.",
        "more": "and {count} more of this kind: {kind}",
        "bug": "The program has a mistake: it is not yours.",
        "tell": "Send this file to whoever looks after the program: {file}. Your texts are whole.",
        "day": "SOURCE_DATE_EPOCH is no number of seconds. Correct or unset it.",
    },
}


@dataclass(frozen=True)
class Draft:
    """The files as they were read. site: what can be shown of them, or None. faults: all that is wrong."""

    site: Site | None
    faults: Faults


class DayError(Exception):
    """SOURCE_DATE_EPOCH is no number of seconds."""


class Preview:
    """Reads the files again when one of them has changed, and only then.

    content, translations, static: the folders of the site. tongue: the language in which faults are told.
    """

    def __init__(self, content: Path, translations: Path, static: Path, tongue: Tongue = "fr") -> None:
        self.folders = {"content": content, "translations": translations, "static": static}
        self.tongue: Tongue = tongue
        self._lock = threading.Lock()
        self._state: object = None
        self._draft = Draft(None, Faults())

    def draft(self) -> Draft:
        """The files as they are now. Raises DayError where nobody can tell which day it is."""
        try:
            today = build_date()
        except ValueError:
            raise DayError from None
        with self._lock:
            state = (today, tuple(file for folder in self.folders.values() for file in _files(folder)))
            if state != self._state:
                try:
                    site, check = open_site(today, base_url="", **self.folders)
                    check()
                    self._draft = Draft(site, site.remarks)
                except ContentError as error:
                    self._draft = Draft(error.draft, error.faults)
                self._state = state
            return self._draft

    def words(self, name: str, **values: object) -> str:
        """A sentence of the preview itself."""
        return _WORDS[self.tongue][name].format(**values)

    @cached_property
    def script(self) -> str:
        """What lets links be followed as on any site."""
        return small_script((self.folders["static"] / "js" / "preview.js").read_text("utf-8"))

    def with_faults(self, html: str, faults: Faults, files: set[Path]) -> str:
        """A page with its script, and below its header what is wrong with the site. files: those of the page."""
        source = escape(csp_hash(self.script))
        html = html.replace("script-src ", f"script-src {source} ", 1)
        html = html.replace("<body>\n", f"<body>\n<script>{self.script}</script>\n", 1)
        if not faults.errors:
            return html
        start = html.index(">", html.index("<main")) + 1
        banner = render_template("preview_banner.html", **self._listed(faults, files))
        return f"{html[:start]}\n{banner}{html[start:]}"

    def faults_page(self, faults: Faults, files: set[Path]) -> str:
        """What is wrong, in the place of a page that cannot be shown. files: those of the page."""
        return render_template("preview_faults.html", **self._listed(faults, files), **_style())

    def message_page(self, name: str, file: str = "") -> str:
        """A page of one sentence, and of what to do with a file."""
        told = [self.words("tell", file=file)] if file else []
        title = self.words(name)
        return render_template("preview_message.html", tongue=self.tongue, title=title, sentences=told, **_style())

    def _listed(self, faults: Faults, files: set[Path]) -> dict[str, object]:
        """The faults of the page first, then the others; of each kind as many as can be read."""
        own = [fault for fault in faults.errors if fault.file in files]
        others = [fault for fault in faults.errors if fault.file not in files]
        some, more = shortened(others)
        return {
            "tongue": self.tongue,
            "title": self.words("to_mend", count=len(faults.errors)),
            "here": self.words("here", count=len(own)) if own else "",
            "reload": self.words("reload"),
            "own": [self._told(fault) for fault in own],
            "others": [self._told(fault) for fault in some],
            "more": [self.words("more", count=count, kind=fault.kind(self.tongue)) for fault, count in more],
        }

    def _told(self, fault: Fault) -> tuple[str, str]:
        return fault.where(PROJECT_ROOT), fault.sentence(self.tongue)


def _style() -> dict[str, object]:
    assets: Assets = current_app.config["ASSETS"]
    return {"css": Markup(assets.css)}  # noqa: S704  # our own file


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Path, time of the last change and size of each file below a folder."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        else:
            try:
                known = entry.stat()
            except OSError:
                yield entry.path, 0, 0
            else:
                yield entry.path, known.st_mtime_ns, known.st_size


def files_of(site: Site, address: str) -> set[Path]:
    """The files whose words a page shows. Raises KeyError where the site has no such address."""
    language, document = site.find(address)
    translated = document.translations.get(language.tag)
    return {document.file, *([translated.file] if translated else [])}


def allow_script(app: Flask, preview: Preview) -> None:
    """Let the policy of pages know the script of the preview. To be called before the policy itself is added."""

    @app.after_request
    def complete(response: Response) -> Response:
        rules = response.headers.get("Content-Security-Policy", "")
        if response.mimetype == "text/html" and f"<script>{preview.script}" in response.get_data(as_text=True):
            allowed = rules.replace("script-src ", f"script-src {csp_hash(preview.script)} ")
            response.headers["Content-Security-Policy"] = allowed
        return response
