"""The policy in the words of each host: files in the site's root, and texts to put elsewhere.

Nothing here names a header of its own, but for the one that speaks to a host's cache: all comes from `Place.headers`.
"""

from collections.abc import Callable

from .apache import htaccess
from .clouds import cloudfront, vercel
from .github import cname
from .netlify import headers_file
from .place import Place
from .servers import caddy, nginx

_ROOT_FILES: dict[str, Callable[[Place], str | None]] = {
    "_headers": headers_file,
    ".htaccess": htaccess,
    # GitHub Pages would otherwise hide files that begin with an underscore
    ".nojekyll": lambda _place: "",
    "CNAME": cname,
}

ROOT_FILE_NAMES = frozenset(_ROOT_FILES)
"""Every file that a build may write for hosts."""


def root_files(place: Place) -> dict[str, str]:
    """The files that hosts read from the root of the site, by name."""
    made = {name: make(place) for name, make in _ROOT_FILES.items()}
    return {name: text for name, text in made.items() if text is not None}


PRINTED: dict[str, Callable[[Place], str]] = {
    "nginx": nginx,
    "caddy": caddy,
    "vercel": vercel,
    "cloudfront": cloudfront,
}
"""What makes the text of each host whose text does not belong into the site's root, by the name that the command takes.
What to do with it is said by `hosting.<name>`."""
