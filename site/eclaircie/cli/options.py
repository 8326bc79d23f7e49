"""The options that several commands share, and what their values may be."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..content.settings import SITE_ADDRESS
from ..languages import BY_TAG, Language
from ..pages.site import Site
from .command_error import USAGE, CommandError
from .parser import option


class Port(click.ParamType[int]):
    """A number from 0 to 65535."""

    name = "port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number. Raises CommandError where it is none."""
        try:
            port = int(value)
        except ValueError:
            port = -1
        if port not in range(65536):
            raise CommandError("options.bad_port", USAGE, value=str(value))
        return port


class OneOf(click.ParamType[str]):
    """One of some words."""

    name = "choice"

    def __init__(self, *words: str) -> None:
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word. Raises CommandError where it is none of them."""
        if value not in self.words:
            name = param.opts[0] if param else ""
            raise CommandError("options.bad_choice", USAGE, name=name, value=str(value), choices=", ".join(self.words))
        return str(value)


def published(tag: str, site: Site) -> Language:
    """The language of a tag that the code knows. Raises CommandError where the site does not publish it."""
    language = BY_TAG[tag]
    if language not in site.languages:
        known = ", ".join(each.tag for each in site.languages)
        raise CommandError("options.unpublished", USAGE, value=tag, known=known)
    return language


class SiteAddress(click.ParamType[str]):
    """The address of a site; the empty text for none."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address. Raises CommandError where it is none."""
        if value and not SITE_ADDRESS.fullmatch(value):
            raise CommandError("options.bad_url", USAGE, value=str(value))
        return str(value)


class ExistingFile(click.ParamType[Path]):
    """A file that is there."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Its path. Raises CommandError where there is none."""
        if not Path(value).is_file():
            raise CommandError("options.no_file", USAGE, value=str(value))
        return Path(value)


PATH = click.Path(path_type=Path)
TONGUES = ("fr", "en")

lang = option(
    "--lang", type=OneOf(*TONGUES), default="fr", metavar="|".join(TONGUES), expose_value=False, purpose="lang"
)
"""The voice has read it already: what is wrong with options is said in that language too."""

only_check = option("--check", "only_check", is_flag=True, purpose="only_check")

base_url = option("--base-url", type=SiteAddress(), metavar="URL", purpose="base_url")


def port(purpose: str, default: int = 8000) -> Callable[[Any], Any]:
    """`--port`. purpose: as for `option`. default: the port where none is asked for."""
    return option("--port", type=Port(), default=default, metavar="N", purpose=purpose)


def strict_age(purpose: str) -> Callable[[Any], Any]:
    """`--strict-age`. purpose: as for `option`."""
    return option("--strict-age", is_flag=True, purpose=purpose)


def together(*decorators: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Several options as one decorator, listed in their order."""

    def decorate(function: Any) -> Any:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


BUILDING = together(
    option("--destination", type=PATH, metavar="DIR", purpose="destination"),
    base_url,
    option("--require-address", is_flag=True, purpose="require_address"),
    option("--serve", is_flag=True, purpose="serve"),
    port("serve_port"),
    option("--portable", is_flag=False, flag_value="", metavar="[DIR]", purpose="portable_copy"),
    option("--compress", is_flag=True, purpose="compress"),
)
"""How a site is built, and where."""

TELLING = together(
    option(
        "--format",
        "form",
        type=OneOf("text", "github", "gitlab"),
        default="text",
        metavar="text|github|gitlab",
        purpose="format",
    ),
    option("--report", "file", type=PATH, default="gl-code-quality-report.json", metavar="FILE", purpose="report"),
    option("--all", "everything", is_flag=True, purpose="all"),
    option("--quiet", is_flag=True, purpose="quiet"),
    lang,
)
"""How what is found is told. `reporting.with_report` makes the report of it."""
