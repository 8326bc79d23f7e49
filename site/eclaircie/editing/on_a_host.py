"""The editor for a host: the same form, that reads and saves at a forge, at an address of its own, never that of the site.

It is written out as files, to be served as they are. Whoever opens it signs in with a key of the forge, which the form keeps
in the browser. What our own server does has no place there: no page is checked or tidied when it is saved.

Source: https://sveltiacms.app/en/docs/backends and the types that the package carries.
"""

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..files_in_use import remove_tree, replace
from .form import Configuration, configuration
from .guard import POLICY

START = "demarrer.js"
"""The file by which a folder is known to be one of ours."""


@dataclass(frozen=True)
class Forge:
    """What is known of a kind of forge.

    backend: its name in the form. address: where it is, unless somebody has one of their own. api: what the form asks for,
    below that address or at another. proposes: whether a save is a proposal, rather than published at once.
    """

    backend: str
    address: str
    api: str
    proposes: bool

    def backend_for(self, repo: str, address: str) -> Mapping[str, Any]:
        """How the form reaches a repository. repo: as the forge names it. address: of the forge, or nothing."""
        own = {"base_url": address, "api_root": f"{address}{self.api}"} if address else {}
        return {"name": self.backend, "repo": repo, "auth_methods": ["token"], "commit_messages": _MESSAGES, **own}

    def hosts(self, address: str) -> list[str]:
        """The origins that the form asks."""
        at = urlsplit(address or self.address)
        return [f"{at.scheme}://{at.netloc}"] if address or self.backend != "github" else _GITHUB


_GITHUB = ["https://api.github.com", "https://github.com", "https://raw.githubusercontent.com"]
_MESSAGES = {
    "create": "Ajouter {{slug}}",
    "update": "Modifier {{slug}}",
    "delete": "Retirer {{slug}}",
}

FORGES = {
    "github": Forge("github", "https://github.com", "/api/v3", proposes=True),
    "gitlab": Forge("gitlab", "https://gitlab.com", "/api/v4", proposes=True),
    "forgejo": Forge("gitea", "https://codeberg.org", "/api/v1", proposes=False),
}
"""The forges for which the editor can be written out, by the names that people know them by."""


def write_out(folder: Path, forge: Forge, repo: str, address: str, content: Path, form: Mapping[str, bytes]) -> None:
    """Write the editor into a folder, in one step, in the place of an earlier one.

    address: of a forge of one's own, or nothing. content: what the form lets choose among. form: its files, by name.
    Raises OSError where the folder cannot be written.
    """
    if forge.backend == "gitea" and not address:
        address = forge.address
    made = configuration(content, backend=forge.backend_for(repo, address))
    if forge.proposes:
        made["publish_mode"] = "editorial_workflow"
    files = _files(made, forge.hosts(address), form)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f"{folder.name}-") as name:
        place = Path(name) / "all"
        for file, data in files.items():
            (place / file).parent.mkdir(parents=True, exist_ok=True)
            (place / file).write_bytes(data)
        if folder.exists():
            remove_tree(folder)
        replace(place, folder)


def is_free(folder: Path) -> bool:
    """Whether a folder may be written: it is not there, holds nothing, or what was written earlier."""
    return not folder.exists() or (folder.is_dir() and ((folder / START).is_file() or not any(folder.iterdir())))


def _files(made: Configuration, hosts: list[str], form: Mapping[str, bytes]) -> dict[str, bytes]:
    policy = "; ".join(f"{name} {value}" for name, value in _policy(hosts).items())
    texts = {
        # A policy in the page too: some hosts send no headers of ours. It cannot say who may frame the page.
        "index.html": _PAGE.format(policy=policy.replace("; frame-ancestors 'none'", ""), title=made["app_title"]),
        START: _START,
        "configuration.json": json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n",
        "_headers": _HEADERS.format(policy=policy),
        "robots.txt": "User-agent: *\nDisallow: /\n",
    }
    found = {name: text.encode() for name, text in texts.items()}
    for name, data in form.items():
        # No browser takes JSON from a host for a script, as the form asks for its words.
        if name.endswith(".json"):
            found[f"{name.removesuffix('.json')}.js"] = b"export default " + data
        else:
            found[name] = data.replace(b"/fr.json`", b"/fr.js`") if name.endswith("index.js") else data
    return found


def _policy(hosts: list[str]) -> dict[str, str]:
    return POLICY | {"connect-src": " ".join((POLICY["connect-src"], *hosts)), "img-src": "'self' data: blob:"}


_PAGE = """\
<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<script type="module" src="demarrer.js"></script>
</html>
"""

_START = """\
// Starts the form, in French unless somebody has chosen otherwise.
const configuration = await (await fetch("configuration.json")).json();
const chosen = JSON.parse(localStorage.getItem("sveltia-cms.prefs") ?? "{}");
localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ locale: "fr", closeOnSave: false, ...chosen }));
const { init } = await import("./npm/index.js");
init({ config: configuration });
"""

_HEADERS = """\
/*
  Content-Security-Policy: {policy}
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  X-Robots-Tag: noindex
  Cross-Origin-Resource-Policy: same-origin
"""
