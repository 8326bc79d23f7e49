"""The preview: the site while it is being written, with what is still wrong above each page.

A writer's tool. Its links are ordinary ones, so each page has its own address and a reload shows what was saved; and one
fault hides one page, never the whole site.
"""

import sys
from functools import cached_property
from pathlib import Path

from flask import Flask, Response, abort, current_app, render_template
from markupsafe import Markup, escape
from werkzeug.exceptions import HTTPException

from ..kept.store import Store
from ..languages import Language
from ..messages import internal_errors
from ..messages.faults import Fault, Faults, shortened
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from ..pages.fetched import fetched_files
from ..project import CONTENT, PROJECT_ROOT, STATIC, TRANSLATIONS
from ..rendering.application import application
from ..rendering.assets import Assets, small_script
from ..rendering.views import render_page
from .drafts import DayError, Drafts, files_of


def create_preview(
    content: Path = CONTENT,
    translations: Path = TRANSLATIONS,
    static: Path = STATIC,
    *,
    tongue: Tongue = "fr",
    kept: Store | None = None,
    drafts: Drafts | None = None,
) -> Flask:
    """The application that shows files as they are now. tongue: the language in which faults are told.

    kept: as for `read_site`. drafts: reads the files of these folders for somebody else too; None makes one for itself.
    """
    preview = Preview(drafts or Drafts(content, translations, static, kept), static, tongue, kept)
    app = application(preview.answer, translations=translations, static=static, scripts=[preview.script], kept=kept)
    app.register_error_handler(Exception, preview.error)
    return app


class Preview:
    """The pages of a preview. drafts: reads the files. static: the folder of its script. tongue: for what is wrong.

    kept: as for `fetched_files`.
    """

    def __init__(self, drafts: Drafts, static: Path, tongue: Tongue, kept: Store | None) -> None:
        self.tongue: Tongue = tongue
        self._drafts = drafts
        self._static = static
        self._kept = kept

    def answer(self, address: str) -> str | tuple[str, int]:
        """A page with what is wrong with the site above it, or in its place where it cannot be shown."""
        draft = self._drafts.draft()
        if draft.site is None:
            return self.faults_page(draft.faults, set()), 500
        indexes = fetched_files(draft.site.listing, self._kept) if address.endswith(".json") else {}
        if index := indexes.get(address.removeprefix("/")):
            return index.decode()
        try:
            files = files_of(draft.site, address)
        except KeyError:
            abort(404)
        language, document = draft.site.find(address)
        if document.is_sound:
            try:
                html = self.with_faults(render_page(draft.site.inputs(address)), draft.faults, files)
                return self.with_note(html, language) if language in draft.unpublished else html
            except Exception as error:
                # Content with a fault can make anything fail.
                if not draft.faults.errors:
                    raise RuntimeError(address) from error
        return self.faults_page(draft.faults, files), 500

    def error(self, error: Exception) -> tuple[str, int] | Response:
        """A mistake of the program, said in a sentence to the person who is writing."""
        if isinstance(error, HTTPException):
            return error.get_response()  # type: ignore[return-value]  # Werkzeug's own type of answer
        if isinstance(error, DayError):
            return self.message_page("program.bad_epoch"), 500
        saved = internal_errors.save(error)
        print(saved.told(self.tongue), file=sys.stderr)
        return self.message_page("previewing.bug", file=saved.file), 500

    @cached_property
    def script(self) -> str:
        """What lets links be followed as on any site."""
        return small_script((self._static / "js" / "preview.js").read_text("utf-8"))

    def with_faults(self, html: str, faults: Faults, files: set[Path]) -> str:
        """A page with its script, and below its header what is wrong with the site. files: those of the page."""
        html = html.replace("<body>\n", f"<body>\n<script>{self.script}</script>\n", 1)
        if not faults.errors:
            return html
        start = html.index(">", html.index("<main")) + 1
        banner = render_template("preview_banner.html", **self._listed(faults, files))
        return f"{html[:start]}\n{banner}{html[start:]}"

    def with_note(self, html: str, language: Language) -> str:
        """A page with a line that says that its language is not published."""
        told = escape(sentence("previewing.unpublished", self.tongue, name=language.name))
        start = html.index(">", html.index("<main")) + 1
        return f'{html[:start]}\n<p class="note" lang="{self.tongue}" dir="ltr">{told}</p>{html[start:]}'

    def faults_page(self, faults: Faults, files: set[Path]) -> str:
        """What is wrong, in the place of a page that cannot be shown. files: those of the page."""
        return render_template("preview_faults.html", **self._listed(faults, files), **_style())

    def message_page(self, code: str, file: str = "") -> str:
        """A page of one sentence, and of what to do with a file. code: as for `sentence`."""
        told = [sentence("previewing.send", self.tongue, file=file)] if file else []
        title = sentence(code, self.tongue)
        return render_template("preview_message.html", tongue=self.tongue, title=title, sentences=told, **_style())

    def _listed(self, faults: Faults, files: set[Path]) -> dict[str, object]:
        """The faults of the page first, then the others; of each kind as many as can be read."""
        own = [fault for fault in faults.errors if fault.file in files]
        others = [fault for fault in faults.errors if fault.file not in files]
        some, more = shortened(others)
        return {
            "tongue": self.tongue,
            "title": sentence("previewing.to_mend", self.tongue, count=len(faults.errors)),
            "here": sentence("previewing.here", self.tongue, count=len(own)) if own else "",
            "reload": sentence("previewing.reload", self.tongue),
            "own": [self._told(fault) for fault in own],
            "others": [self._told(fault) for fault in some],
            "more": [
                sentence("building.more", self.tongue, count=count, kind=fault.kind(self.tongue))
                for fault, count in more
            ],
        }

    def _told(self, fault: Fault) -> tuple[str, str]:
        return fault.where(PROJECT_ROOT), fault.sentence(self.tongue)


def _style() -> dict[str, object]:
    assets: Assets = current_app.config["ASSETS"]
    return {"css": Markup(assets.css)}  # noqa: S704  # our own file
