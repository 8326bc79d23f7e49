"""*À corriger*: all that is wrong with the files, each with its place, its sentence and a link to the form."""

from flask import Blueprint, render_template

from .desk import desk
from .state import read_state

mending = Blueprint("mending", __name__)


@mending.get("/a-corriger/")
def page() -> str:
    """The whole page."""
    return render_template("mending.html", state=read_state(desk()))


@mending.get("/a-corriger/liste")
def listing() -> str:
    """The list alone, which takes the place of the one shown when something has changed."""
    return render_template("mending_list.html", state=read_state(desk()))
