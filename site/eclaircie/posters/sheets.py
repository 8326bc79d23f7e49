"""Every sheet as plain data: what its template sets on paper, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask
from flask_babel import gettext

from ..canonical_json import Inputs
from ..content.national_lines import EMERGENCY_LINE, LISTENING_LINE, MESSAGE_LINE
from ..languages import SOURCE, Language
from ..pages.site import Site
from ..places import territories
from ..rendering.formats import hours
from . import words
from .code import code_of
from .fonts import family_of
from .printed import Entry, Printed, printed
from .runs import name, number, runs


@dataclass(frozen=True)
class Form:
    """A sort of sheet. template: in `templates/`. words: those that it says. pages: how many it has.

    is_neutral: whether it may say nothing of the subject. has_lines: whether it has room for further national lines.
    most_local: how many of those who help nearby it has room for.
    icons: the pictograms that it shows.
    """

    template: str
    words: Mapping[str, str]
    pages: int = 1
    is_neutral: bool = False
    has_lines: bool = False
    most_local: int = 0
    icons: tuple[str, ...] = ()


_OPEN, _NEUTRAL = ("appel", "balance", "lieu"), ("toit", "personnes", "lieu")

FORMS = {
    "affiche": Form("poster", words.OPEN, most_local=2, icons=_OPEN),
    "affiche-neutre": Form("poster", words.NEUTRAL, is_neutral=True, icons=_NEUTRAL),
    "cartes": Form("cards", words.OPEN, most_local=1),
    "cartes-neutres": Form("cards", words.NEUTRAL, is_neutral=True),
    "depliant": Form("leaflet", words.LEAFLET, pages=2, has_lines=True, most_local=6),
    "comptoir": Form("counter", words.COUNTER, most_local=2),
}
"""By the name of its file, which tells nothing either."""


@dataclass(frozen=True)
class Order:
    """What is asked for. slug: of a territory, or None for everywhere. entrance: the address to print, with https://."""

    site: Site
    slug: str | None
    entrance: str

    def file(self, form: str, language: Language) -> str:
        """The name of the file of a sheet."""
        return "-".join(filter(None, (form, self.slug, language.tag))) + ".pdf"


def facts_of(order: Order, app: Flask) -> Printed:
    """What may be printed of those who help. app: the application of the site, for the words of the interface."""
    with app.test_request_context(f"/{SOURCE.tag}/"):
        return printed(order.site, order.slug)


def sheet_of(form: Form, language: Language, order: Order, facts: Printed, app: Flask) -> Inputs:
    """All that the template of a sheet sees, as data that JSON can hold. Raises ImportError without what draws the code."""
    with app.test_request_context(f"/{language.tag}/"):
        site, tag = order.site, language.tag
        drawings = app.jinja_env.get_template("components/icons.html").module.drawings  # type: ignore[attr-defined]
        said = {key: runs(gettext(text), tag) for key, text in form.words.items()}
        if form.words is words.LEAFLET and LISTENING_LINE in facts.bar:
            said["advises"] = runs(gettext(words.ADVISES, number=facts.bar[LISTENING_LINE].number), tag)
        bar = facts.neutral if form.is_neutral else facts.bar
        return {
            "lang": tag,
            "dir": language.direction,
            "families": list(dict.fromkeys([family_of(language), *map(family_of, site.languages)])),
            "site": site.settings.name(tag),
            "place": territories()[order.slug].name if order.slug and not form.is_neutral else None,
            "overseas": bool(order.slug and territories()[order.slug].is_overseas),
            "languages": [{"name": each.name, "lang": each.tag, "dir": each.direction} for each in site.languages],
            "url": order.entrance,
            "address": order.entrance.partition("://")[2],
            "code": code_of(order.entrance),
            "words": said,
            "tiles": [_tile(key, entry, form, language, site) for key, entry in bar.items()],
            "strip": None if form.is_neutral else number(facts.strip.number),
            "lines": [_tile(key, entry, form, language, site) for key, entry in facts.lines.items() if form.has_lines],
            "local": [_local(entry, tag) for entry in _nearby(form, facts)],
            "icons": {key: drawings[key] for key in form.icons},
            "sources": [name(told) for told in facts.sources] if form.most_local else [],
        }


def _tile(key: str, entry: Entry, form: Form, language: Language, site: Site) -> Inputs:
    """A line: its number, what it is for, and when it answers."""
    tag = language.tag
    if form.is_neutral:
        label, hint = gettext(words.NEUTRAL_LINES[key]), ""
    elif key in words.LINES:
        label, hint = map(gettext, words.LINES[key])
    else:
        title, _ = site.library.fiches[key].words(language)
        label, hint = title.tab or title.title, ""
    return {
        "key": {EMERGENCY_LINE: "call", MESSAGE_LINE: "write", LISTENING_LINE: "talk"}.get(key, ""),
        "number": number(entry.number),
        "label": runs(label, tag),
        "hint": runs(hint, tag),
        "hours": runs(hours(list(entry.hours)), tag) if entry.hours else [],
    }


def _nearby(form: Form, facts: Printed) -> list[Entry]:
    """Those of a place that a sheet shows; where there is little room, only whoever has a number of their own."""
    return [entry for entry in facts.local if form.has_lines or not entry.is_line][: form.most_local]


def _local(entry: Entry, tag: str) -> Inputs:
    """One of those who help in a place."""
    own = not entry.is_line
    return {
        "name": name(entry.name),
        "number": number(entry.number) if own else None,
        "note": runs(
            (hours(list(entry.hours)) if entry.hours else "")
            if own
            else gettext(words.REACHED_BY, number=entry.number),
            tag,
        ),
    }
