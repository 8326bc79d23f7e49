"""Every address of the site. One endpoint serves all of them, from the plain data of its page."""

import json
from typing import Any

from flask import Blueprint, Response, abort, current_app, render_template, request
from flask_babel import gettext as _
from markupsafe import Markup

from . import formats, policy
from .assets import Assets
from .content.references import INLINE_FACTS, Reference
from .languages import SOURCE, language_of
from .markdown import Link, Rendered, render
from .pages import ContentError, Inputs, Site, read_site
from .settings import PROJECT_ROOT, build_date

views = Blueprint("views", __name__)


@views.get("/", defaults={"address": ""})
@views.get("/<path:address>")
def page(address: str) -> str:
    """A page of the site; an unknown address is answered with the home page and status 404."""
    try:
        inputs = current_site().inputs(f"/{address}")
    except KeyError:
        abort(404)
    return render_page(inputs)


def current_site() -> Site:
    """The site that the application shows: the one it was made for, or else the files as they are now."""
    site: Site | None = current_app.config["SITE"]
    return site or read_site(build_date(), base_url="", **current_app.config["SITE_FOLDERS"])


def render_page(inputs: Inputs) -> str:
    """The HTML of a page, made of nothing but its inputs, the templates and the words of the interface."""
    # Through JSON, so that nothing can reach a page that its fingerprint does not know
    data = json.loads(json.dumps(inputs))
    for guide in data["guides"]:
        guide["rendered"] = render_text(guide["body"], guide["lang"], data, blocks=False)
    assets: Assets = current_app.config["ASSETS"]
    return render_template(
        f"{data['kind']}.html",
        **data,
        rendered=render_text(data["body"], data["words_language"]["tag"], data),
        css=Markup(assets.css),  # noqa: S704  # our own file
        js=Markup(assets.js),  # noqa: S704  # our own file
        icon=assets.icon,
        mark=assets.mark,
        csp=policy.meta_policy(assets),
    )


def render_text(text: str, page_tag: str, data: Inputs, *, blocks: bool = True) -> Rendered:
    """A text in the language `page_tag`, its links resolved with the references of the page's inputs.

    blocks: whether a reference that stands alone becomes a component, or a link as in a sentence.
    """

    def resolve(reference: Reference) -> Link:
        target = data["references"].get(reference.target)
        if target is None:
            if reference.scheme == "https":
                return Link("", reference.target, "external", _("(autre site : il laisse sa propre trace)"))
            return Link(reference.text)
        if reference.scheme == "fiche" and reference.fact in INLINE_FACTS:
            return _fact_link(reference.fact, target["facts"][reference.fact])
        other = target["lang"] != page_tag
        return Link(
            target["title"],
            target["href"],
            lang=target["lang"] if other and not reference.text else "",
            direction=target["dir"] if other and not reference.text else "",
        )

    return render(text, resolve, is_french=page_tag == SOURCE.tag, blocks=blocks)


def _fact_link(key: str, value: Any) -> Link:
    text = formats.tell(key, value)
    if key in ("numero", "numero_outre_mer"):
        return Link(text, formats.tel(value), "tel", direction="ltr")
    if key in ("messagerie", "site"):
        return Link(text, value, "external", _("(autre site : il laisse sa propre trace)"), direction="ltr")
    if key == "courriel":
        return Link(text, f"mailto:{value}", direction="ltr")
    return Link(text)


@views.app_errorhandler(404)
def unknown_address(_error: Exception) -> tuple[str, int]:
    """As a host does with an address that it does not know."""
    return render_page(current_site().inputs("/404.html")), 404


@views.app_errorhandler(ContentError)
def content_error(error: ContentError) -> tuple[Response | str, int]:
    """What is wrong with the content, said in the page to the person who is writing it."""
    faults = [(fault.where(PROJECT_ROOT), fault.sentence()) for fault in error.faults.errors]
    assets: Assets = current_app.config["ASSETS"]
    css = Markup(assets.css)  # noqa: S704  # our own file
    return render_template("preview_faults.html", faults=faults, css=css, icon=assets.icon), 500


def language_tag() -> str:
    """The Babel locale of the request, for Flask-Babel."""
    return language_of(request.path).locale
