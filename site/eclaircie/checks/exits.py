"""Where *Quitter* may lead: to ordinary sites that tell nothing, neither this one nor any that helps."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from ..content.library import Library
from ..content.local import Local
from ..content.models import Helpline
from ..content.parts import Parts
from ..content.settings import Settings
from ..languages import BY_TAG, SOURCE
from ..messages.faults import Faults
from .discretion import revealing_in_address


def check(settings: Settings, parts: Parts, file: Path, library: Library | None, faults: Faults) -> None:
    """Add the faults of the exits of a site.

    parts, file: where the settings stand. library: the content, whose pages name sites that help; None knows of none.
    """
    helping = dict(_helping(library)) if library else {}
    sources = list(_sources(library)) if library else []
    for key, exits in (("sortie", settings.exits), ("sortie_de_secours", settings.second_exits)):
        for tag, address in exits.items():
            line, host = parts.line(key, tag), host_of(address)
            if word := revealing_in_address(address):
                faults.add("exit_reveals", file, line, key=key, word=word)
            elif settings.address and _is_within(address, settings.address):
                faults.add("exit_is_site", file, line, key=key, value=address)
            elif found := next((known for known in helping if host == known or host.endswith(f".{known}")), None):
                faults.add("exit_is_help", file, line, key=key, value=address, name=helping[found])
            elif any(host in source.lower() and _page_of(source) == _page_of(address) for source in sources):
                faults.add("exit_is_help", file, line, key=key, value=address, name="sources")
    told = set()
    for tag in BY_TAG if SOURCE.tag in settings.second_exits and SOURCE.tag in settings.exits else ():
        second = tag if tag in settings.second_exits else SOURCE.tag
        first, other = settings.exit(tag), settings.second_exit(tag)
        if host_of(first) == host_of(other) and second not in told:
            told.add(second)
            faults.add("same_exits", file, parts.line("sortie_de_secours", second), tag=tag, value=host_of(other))


def host_of(address: str) -> str:
    """The host of an address as sites are compared: without `www.`, without its port."""
    return (urlsplit(address).hostname or "").rstrip(".").removeprefix("www.")


def _page_of(address: str) -> tuple[str, str]:
    return host_of(address), urlsplit(address).path.strip("/")


def _is_within(address: str, site: str) -> bool:
    """Whether an address is that of a page of a site, or of a host below the site's own."""
    host, path = _page_of(address)
    own_host, own_path = _page_of(site)
    return host.endswith(f".{own_host}") or (host == own_host and f"{path}/".startswith(f"{own_path}/".lstrip("/")))


def _helping(library: Library) -> Iterator[tuple[str, str]]:
    """The hosts of the lines and of those who help nearby, each with the name of its file."""
    for document in library.documents.values():
        entry = document.entry
        if isinstance(entry, Helpline | Local):
            chat = entry.chat if isinstance(entry, Helpline) else None
            for address in (entry.website, chat):
                if address:
                    yield host_of(address), document.name


def _sources(library: Library) -> Iterator[str]:
    """The addresses of the very pages from which the content was made: the hosts of some, as a museum's, may be neutral."""
    for document in library.documents.values():
        for source in document.entry.sources or ():
            yield source.address
