"""Another address for a page: its files in every language move, and whatever leads to it follows."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from ..content.library import load
from ..languages import SOURCE
from ..messages.faults import Faults
from ..project import build_date
from ..writing.addresses import path_of
from ..writing.moving import plan_move
from ..writing.trial import new_faults
from ..writing.writing_error import WritingError
from .desk import desk
from .files import ROOT
from .state import read_state

address_page = Blueprint("address_page", __name__)


@address_page.get("/adresse/")
def page() -> str:
    """Asks for the new address. ?page: the path of the page, below its language."""
    return render_template("address.html", old=request.args.get("page", ""), new="", told="", faults=[])


@address_page.post("/adresse/")
def move() -> AnyResponse | tuple[str, int]:
    """Move the page and all that leads to it, then open it in the form; or say why nothing was changed."""
    here, content = desk(), desk().content
    old, new = request.form.get("old", ""), request.form.get("new", "").strip()
    try:
        plan = plan_move(content, load(content, Faults()), path_of(old, content), path_of(new, content)).plan
        faults = new_faults(plan, build_date(), translations=here.translations, static=here.static, kept=here.kept)
        if not faults:
            plan.apply()
    except WritingError as error:
        told = here.said(error.code, **error.values)
        return render_template("address.html", old=old, new=new, told=told, faults=error.faults), 409
    if faults:
        told = here.said("editing.address_refused")
        return render_template("address.html", old=old, new=new, told=told, faults=faults), 409
    places = read_state(here).places
    steps = path_of(new, content)
    names = [f"{ROOT}/{SOURCE.tag}/{steps}{end}" for end in (".md", "/index.md")]
    return redirect("/" + next(filter(None, map(places.place_of, names)), ""), 303)
