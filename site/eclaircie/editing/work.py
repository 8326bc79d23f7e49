"""*À faire*: what there is to do in the content, due or still to come, each file with a link to the form."""

from flask import Blueprint, render_template, url_for
from markupsafe import Markup

from ..reports.work_of_site import work_of_project
from ..reports.work_page import inner_html
from .desk import desk
from .directory_bench import reading_of
from .state import read_state

work = Blueprint("work", __name__)


@work.get("/a-faire/")
def page() -> str:
    """The whole list; where the content has faults, these come first."""
    here = desk()
    state = read_state(here)
    site = state.draft.site
    if site is None or state.count:
        return render_template("work_later.html", state=state)

    def link(name: str) -> str:
        place = state.places.place_of(name)
        return url_for("form_page.page") + place if place else ""

    found = work_of_project(
        site, here.content, here.root / "build", here.kept, tongue=here.tongue, directories=reading_of(here)
    )
    inner = inner_html(found, here.tongue, link)
    return render_template("work.html", inner=Markup(inner))  # noqa: S704  # made by a template that escapes
