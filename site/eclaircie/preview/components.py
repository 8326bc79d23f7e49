"""A page of all components, for whoever changes the look. It stands beside the site: no build makes or publishes it."""

import re
from pathlib import Path

from ..canonical_json import Inputs
from ..content.choices import PICTOGRAMS
from ..content.models import Aid
from ..languages import SOURCE
from ..pages.site import Site
from ..project import STATIC, TRANSLATIONS
from ..rendering.application import create_app
from ..rendering.assets import Assets

_LIGHT = re.compile(r":root\{([^}]*)\}")
_DARK = re.compile(r"@media \(prefers-color-scheme:dark\)\{:root\{([^}]*)\}")
_COLOUR = re.compile(r"--([\w-]+):(#\w+)")


def components_page(site: Site, *, translations: Path = TRANSLATIONS, static: Path = STATIC) -> str:
    """The HTML of the page: the real components with the data of a site, each in light and in dark."""
    assets = Assets(static)
    light, dark = (_declarations(pattern, assets.css) for pattern in (_LIGHT, _DARK))
    app = create_app(site, translations=translations, static=static)
    # The language of an address decides the words of the interface
    with app.test_request_context(f"/{SOURCE.tag}/"):
        return app.jinja_env.get_template("composants.html").render(
            {
                **site.inputs(f"/{SOURCE.tag}/"),
                "css": "\n".join(assets.styles),
                "light": light,
                "dark": dark,
                "colours": dict(_COLOUR.findall(light)),
                "colours_in_the_dark": dict(_COLOUR.findall(dark)),
                "pictograms": list(PICTOGRAMS.labels),
                "scale_of": _first_scale(site),
            }
        )


def _declarations(pattern: re.Pattern[str], css: str) -> str:
    found = pattern.search(css)
    return found[1] if found else ""


def _first_scale(site: Site) -> Inputs | None:
    """The facts of an aid whose amounts are known, if there is one."""
    aids = (each for each in site.library.documents.values() if isinstance(each.entry, Aid) and each.entry.scale)
    return next((each.facts for each in aids), None)
