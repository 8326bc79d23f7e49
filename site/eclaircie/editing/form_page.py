"""*Écrire*: the form, with a bar that says whether all is well and leads to the page as it will be."""

from flask import Blueprint, render_template
from werkzeug.wrappers import Response as AnyResponse

from .desk import desk

form_page = Blueprint("form_page", __name__)


@form_page.get("/")
def page() -> str:
    """The form and its bar."""
    return render_template("form.html", summary="", preview=f"http://127.0.0.1:{desk().preview_port}")


@form_page.get("/favicon.ico")
def icon() -> AnyResponse:
    """Browsers ask for it by themselves."""
    return AnyResponse(status=204)
