"""Every address of the site. One endpoint serves all of them, from the plain data of its page."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
from flask import Blueprint, current_app, request
from flask_babel import gettext as _
from jinja2 import Environment
from markupsafe import Markup

from ..canonical_json import Inputs, canonical_json
from ..content.models import CITED, facts_in
from ..content.references import CHOICES_BLOCK, MARKED_BLOCKS, SITE_BLOCKS, Reference, references
from ..content.values import HTTPS_ADDRESS
from ..languages import SOURCE, language_of
from . import facts as facts_in_words
from . import formats, policy
from .assets import EXTRAS, Assets
from .markdown import Link, Rendered, render
from .structured_data import script_text, structured_data

WITHIN = ("guides", "landmarks", "news")
"""The inputs that hold short texts shown within a page."""

SHARED = {
    "dock": ("bar", "exit", "origin_is_ours", "second_exit", "site_name", "veil_minutes"),
    "footer": ("home", "links"),
    "veil": ("site_name",),
}
"""The components that many pages of a language have alike, and the inputs that their templates read: each is made once
for all pages that give it the same."""

Answer = Callable[[str], str | tuple[str, int]]
"""Gives the page of an address of the site, with a status where that is not 200; aborts with 404 where there is none."""

views = Blueprint("views", __name__)


@views.get("/", defaults={"address": ""})
@views.get("/<path:address>")
def page(address: str) -> str | tuple[str, int]:
    """A page of the site; an unknown address is answered with the home page and status 404."""
    answer: Answer = current_app.config["ANSWER"]
    return answer(f"/{address}")


def render_page(inputs: Inputs) -> str:
    """The HTML of a page, made of nothing but its inputs, the templates and the words of the interface."""
    # Through JSON, so that nothing can reach a page that its fingerprint does not know
    return render_canonical(canonical_json(inputs))


def render_canonical(text: str) -> str:
    """The HTML of a page. text: its inputs, as `canonical_json` writes them."""
    data = orjson.loads(text)
    for part in (part for key in WITHIN for part in data.get(key, ())):
        part["rendered"] = _render_within(part, data)
    assets: Assets = current_app.config["ASSETS"]
    structured = structured_data(data)
    extras = _extras(data)
    extra_css = [assets.extra_css[name] for name in extras if name in assets.extra_css]
    # Not through Flask, which would give each template the request as well
    return current_app.jinja_env.get_template(f"{data['kind']}.html").render(
        **data,
        **{name: _render_shared(name, data) for name in SHARED},
        rendered=render_text(data["body"], data["words_language"]["tag"], data),
        french=_render_french(data),
        css=Markup(assets.css),  # noqa: S704  # our own file
        exit_js=Markup(assets.exit_js),  # noqa: S704  # our own file
        js=Markup(assets.js),  # noqa: S704  # our own file
        extra_css=list(map(Markup, extra_css)),
        extra_js=[Markup(assets.extra_js[name]) for name in extras if name in assets.extra_js],  # noqa: S704  # ours
        build_id=assets.build_id,
        csp=policy.meta_policy(assets, current_app.config["SCRIPTS"], [assets.css, *extra_css]),
        structured=Markup(script_text(structured)) if structured else None,  # noqa: S704  # nothing in it is a tag
    )


def _extras(data: Inputs) -> list[str]:
    """The parts of `assets.EXTRAS` that a page has, by its inputs."""
    blocks = {each.path for each in references(data["body"]) if each.scheme == "site" and each.alone}
    has = {
        "home": data["kind"] == "accueil",
        "places": data["kind"] == "lieux",
        "search": data["search"] is not None,
        "guides": bool(data["guides"]) or CHOICES_BLOCK in blocks,
        "needs": bool(data.get("structures") and data["needs"]),
        "counters": bool(data.get("counters")),
        "marks": not MARKED_BLOCKS.isdisjoint(blocks),
        "choices": CHOICES_BLOCK in blocks,
        "estimate": any(target.startswith("fiche:") and target.endswith("/calcul") for target in data["references"]),
    }
    return [name for name in EXTRAS if has[name]]


def render_text(text: str, page_tag: str, data: Inputs, *, blocks: bool = True) -> Rendered:
    """A text in the language `page_tag`, its links resolved with the references of the page's inputs.

    blocks: whether a reference that stands alone becomes a component, or a link as in a sentence.
    """

    def resolve(reference: Reference) -> Link:
        target = data["references"].get(reference.target)
        if target is None:
            if HTTPS_ADDRESS.fullmatch(reference.target):
                return Link("", reference.target, "external", _("(autre site : il laisse sa propre trace)"))
            return Link(reference.text)
        if reference.scheme == "fiche" and reference.fact in CITED["inline"]:
            return _fact_link(reference.fact, target["facts"])
        other = target["lang"] != page_tag
        return Link(
            target["title"],
            target["href"],
            lang=target["lang"] if other and not reference.text else "",
            direction=target["dir"] if other and not reference.text else "",
        )

    def is_block(reference: Reference) -> bool:
        known = reference.path in SITE_BLOCKS if reference.scheme == "site" else reference.target in data["references"]
        return blocks and known

    return render(text, resolve, is_french=page_tag == SOURCE.tag, is_block=is_block, draw=_drawing)


def _drawing(name: str) -> str:
    """The HTML of a drawing by its name."""
    icons: Any = current_app.jinja_env.get_template("components/icons.html").module
    return str(icons.icon(name))


def _render_shared(name: str, data: Inputs) -> Markup:
    """A component of a page, made of its own inputs."""
    templates = current_app.jinja_env
    used = {key: data[key] for key in SHARED[name]}
    return _render_component(templates, f"components/{name}.html", canonical_json(used), data["language"]["tag"])


@lru_cache(maxsize=4096)
def _render_component(templates: Environment, file: str, used: str, _language_tag: str) -> Markup:
    """A component. The first and the last argument decide the words of the interface in it."""
    return Markup(templates.get_template(file).render(**orjson.loads(used)))  # noqa: S704  # ours, and it escapes


def _render_within(part: Inputs, data: Inputs) -> Rendered:
    """A short text that many pages of a language show alike, rendered once for all of them."""
    known = {target: found for target, found in data["references"].items() if target in part["body"]}
    folder = current_app.config["TRANSLATIONS"]
    return _render_alike(part["body"], part["lang"], canonical_json(known), data["language"]["tag"], folder)


@lru_cache(maxsize=1024)
def _render_alike(text: str, tag: str, known: str, _language_tag: str, _translations: Path) -> Rendered:
    """A text within a page. The last two decide the words of the interface in it."""
    return render_text(text, tag, {"references": orjson.loads(known)}, blocks=False)


def _render_french(data: Inputs) -> Markup | None:
    """The French text that stands beside a translation which is behind it, told in French throughout; else None."""
    beside = (data["behind"] or {}).get("beside")
    if beside is None:
        return None
    # The language of an address decides the words of the interface
    with current_app.test_request_context(f"/{SOURCE.tag}/"):
        rendered = render_text(beside["body"], SOURCE.tag, beside)
        parts = [_without_ids(part) if isinstance(part, str) else part for part in rendered.parts]
        text = current_app.jinja_env.get_template("components/french.html").render(beside, parts=parts)
    return Markup(text)  # noqa: S704  # ours, and it escapes


def _without_ids(html: str) -> str:
    """The HTML of a part without the ids of its headings: the table of contents leads to those of the translation."""
    return re.sub(r' id="p\d+"', "", html)


def _fact_link(key: str, facts: Inputs) -> Link:
    """A fact in a sentence, with what it leads to. facts: of the entry that is cited."""
    text, value, form = facts_in_words.in_sentence(facts, key), facts[key], facts_in(facts)[key].form
    if form == "phone":
        address = formats.sms(value) if key == "sms" else formats.tel(value)
        return Link(text, address, "tel", direction="ltr")
    if form == "address":
        return Link(text, value, "external", _("(autre site : il laisse sa propre trace)"), direction="ltr")
    if form == "email":
        return Link(text, f"mailto:{value}", direction="ltr")
    return Link(text)


@views.app_errorhandler(404)
def unknown_address(_error: Exception) -> tuple[str, int]:
    """As a host does with an address that it does not know."""
    answer: Answer = current_app.config["ANSWER"]
    page = answer("/404.html")
    return (page, 404) if isinstance(page, str) else page


def language_tag() -> str:
    """The Babel locale of the request, for Flask-Babel."""
    return language_of(request.path).locale
