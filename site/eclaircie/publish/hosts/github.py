"""GitHub Pages, which reads `CNAME`."""

import ipaddress
from urllib.parse import urlsplit

from .place import Place


def cname(place: Place) -> str | None:
    """The `CNAME` file of GitHub Pages: the site's own host name, or nothing where it has none.

    A path, a port, an IP address or one of GitHub's own names means that no domain is to be set.
    """
    url = urlsplit(place.origin)
    name = url.hostname or ""
    own = "." in name and not name.endswith(".github.io") and not _is_ip(name) and url.netloc.lower() == name
    return f"{name}\n" if own and not place.prefix else None


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
