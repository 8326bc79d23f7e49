"""The policy in the words of each host: files in the site's root, and texts to put elsewhere.

Nothing here names a header of its own, but for the one that speaks to a host's cache: all comes from `policy.headers`.
"""

import ipaddress
import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..rendering.assets import Assets
from ..rendering.policy import headers
from .encodings import ENCODINGS

EDGE_CACHE = ("Netlify-CDN-Cache-Control", "public, max-age=3600, must-revalidate")
"""What Netlify's own servers may keep, where the browser may keep nothing. Netlify empties them at each publication,
and removes this header from what it sends to the browser.
Source: https://github.com/netlify/context-and-tools/blob/main/skills/netlify-caching/SKILL.md

Not `CDN-Cache-Control`, which Cloudflare would honour too: for what its servers keep, Cloudflare raises the browser's
time to that of the site's setting "Browser Cache TTL", four hours unless changed, and `no-store` might not survive.
Measured by others for `no-cache`: https://github.com/DFXswiss/app/pull/1203 . To Cloudflare, this header is nothing.
Nor a header for Vercel, which keeps files by itself (https://vercel.com/docs/caching/cdn-cache), nor the one of Fastly,
which another relay could take for its own (https://www.fastly.com/documentation/reference/http/http-headers/Surrogate-Control/).
"""

FOLDER = "/var/www/site"
"""Where the texts for servers suppose that the content of `build/` is."""


@dataclass(frozen=True)
class Place:
    """Where a site is published. prefix, origin: as those of a `Site`. compressed: whether compressed files are there."""

    assets: Assets
    prefix: str = ""
    origin: str = ""
    compressed: bool = False


def _netlify_and_cloudflare(place: Place) -> str:
    """The `_headers` file of Netlify and Cloudflare Pages. Source: https://docs.netlify.com/manage/routing/headers/"""
    table = {**headers(place.assets), EDGE_CACHE[0]: EDGE_CACHE[1]}
    lines = [f"{place.prefix}/*", *(f"  {name}: {value}" for name, value in table.items())]
    return "\n".join(lines) + "\n"


def _apache(place: Place) -> str:
    """The `.htaccess` file of Apache. Source: https://httpd.apache.org/docs/2.4/mod/mod_headers.html"""
    error_page = f"{place.prefix}/404.html"
    return "\n".join(
        [
            "DirectoryIndex index.html",
            # A folder without a page is as unknown as any other address.
            f"ErrorDocument 403 {error_page}",
            f"ErrorDocument 404 {error_page}",
            # With MultiViews, /404 would be answered by 404.html as if it were known.
            # Without links, Apache refuses to rewrite, and with that every page.
            f"Options -Indexes -MultiViews{' +SymLinksIfOwnerMatch' if place.compressed else ''}",
            "AddDefaultCharset utf-8",
            "<IfModule mod_mime.c>",
            "  AddType text/html .html",
            "  AddType application/json .json",
            '  AddType "text/csv; charset=utf-8" .csv',
            "  AddType text/plain .txt",
            "  AddType application/xml .xml",
            "</IfModule>",
            # It would add a time to keep pages to a policy that allows none.
            "<IfModule mod_expires.c>",
            "  ExpiresActive Off",
            "</IfModule>",
            "<IfModule mod_filter.c>",
            "  <IfModule mod_deflate.c>",
            "    AddOutputFilterByType DEFLATE text/html",
            "  </IfModule>",
            "</IfModule>",
            "<IfModule mod_headers.c>",
            # Apache has two tables, and sends both: "always" alone reaches errors, the other may hold the host's own.
            *(
                line
                for name, value in headers(place.assets).items()
                for line in (f"  Header onsuccess unset {name}", f"  Header always set {name} {_quoted(value)}")
            ),
            "</IfModule>",
            *(_apache_compressed(place) if place.compressed else _apache_alone(place)),
            "",
        ]
    )


def _apache_alone(place: Place) -> list[str]:
    """What keeps the rules of a site above from answering here: WordPress takes every unknown address for one of its own."""
    return ["<IfModule mod_rewrite.c>", "  RewriteEngine Off", "</IfModule>"] if place.prefix else []


def _apache_compressed(place: Place) -> list[str]:
    """What makes Apache send the compressed files. Source: https://httpd.apache.org/docs/2.4/mod/mod_deflate.html

    `ForceType`, for Apache would take the type from the last ending, and `.br` for the language of Brittany.
    """
    lines = ["<IfModule mod_rewrite.c>", "<IfModule mod_mime.c>", "<IfModule mod_headers.c>", "  RewriteEngine On"]
    lines.append(f"  RewriteBase {place.prefix}/")
    for coding, ending in ENCODINGS.items():
        lines += [
            f"  RewriteCond %{{HTTP:Accept-Encoding}} (^|[,\\s]){coding}($|[,;\\s])",
            f"  RewriteCond %{{HTTP:Accept-Encoding}} !{coding};\\s*q=0(\\.0*)?($|[,\\s])",
            f"  RewriteCond %{{REQUEST_FILENAME}}{ending} -f",
            f"  RewriteRule ^(.+)$ $1{ending} [L]",
        ]
    endings = "|".join(ending[1:] for ending in ENCODINGS.values())
    for suffix, kind in TYPES.items():
        lines += [
            f'  <FilesMatch "\\{suffix}\\.({endings})$">',
            f'    ForceType "{kind}"',
            "  </FilesMatch>",
        ]
    for coding, ending in ENCODINGS.items():
        lines += [f"  AddEncoding {coding} {ending}", f"  RemoveLanguage {ending}"]
    lines += ["  Header merge Vary Accept-Encoding", "</IfModule>", "</IfModule>", "</IfModule>"]
    return lines


TYPES = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}
"""The type of each file of the site that holds text, by its ending."""


def _github(place: Place) -> str | None:
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


_ROOT_FILES: dict[str, Callable[[Place], str | None]] = {
    "_headers": _netlify_and_cloudflare,
    ".htaccess": _apache,
    # GitHub Pages would otherwise hide files that begin with an underscore
    ".nojekyll": lambda _place: "",
    "CNAME": _github,
}

ROOT_FILE_NAMES = frozenset(_ROOT_FILES)
"""Every file that a build may write for hosts."""


def root_files(place: Place) -> dict[str, str]:
    """The files that hosts read from the root of the site, by name."""
    made = {name: make(place) for name, make in _ROOT_FILES.items()}
    return {name: text for name, text in made.items() if text is not None}


def _nginx(place: Place) -> str:
    """A `location` of nginx. Source: https://nginx.org/en/docs/http/ngx_http_headers_module.html"""
    # In each location and not outside: nginx forgets the outer ones as soon as a location has one of its own.
    told = [f"    add_header {name} {_quoted(value)} always;" for name, value in headers(place.assets).items()]
    return "\n".join(
        [
            *(_nginx_to_the_slash(place, told) if place.prefix else ()),
            f"location {_quoted(place.prefix + '/')} {{",
            f"    alias {FOLDER}/;",
            "    index index.html;",
            "    charset utf-8;",
            "    gzip on;",
            "    gzip_vary on;",
            # The files that `--compress` makes; without them nothing changes.
            "    gzip_static on;",
            "    # brotli_static on;  # with the module ngx_brotli",
            # Behind another server, nginx does not know the name and port that visitors use.
            "    absolute_redirect off;",
            # A folder without a page is as unknown as any other address.
            f"    error_page 403 404 =404 {_quoted(place.prefix + '/404.html')};",
            *told,
            "}",
            "",
        ]
    )


def _nginx_to_the_slash(place: Place, told: list[str]) -> list[str]:
    """What leads from the path without its last slash to the site; the other location knows nothing of it."""
    return [
        f"location = {_quoted(place.prefix)} {{",
        "    absolute_redirect off;",
        f"    return 301 {_quoted(place.prefix + '/')};",
        *told,
        "}",
    ]


def _caddy(place: Place) -> str:
    """A part of a Caddyfile. Source: https://caddyserver.com/docs/caddyfile/directives/file_server

    The unknown is found by a matcher and not by `handle_errors`, of which a site may have one of its own.
    """
    told = [
        "    header {",
        *(f"        {name} {_quoted(value)}" for name, value in headers(place.assets).items()),
        "    }",
    ]
    # The path without its last slash: the other block knows nothing of it
    slash = [f"handle {_quoted(place.prefix)} {{", *told, f"    redir * {_quoted(place.prefix + '/')} 308", "}"]
    return "\n".join(
        [
            *(slash if place.prefix else ()),
            f"handle_path {_quoted(place.prefix + '/*')} {{",
            f"    root * {FOLDER}",
            "    encode gzip",
            # Caddy says so only where it compressed; a cache has to know it of every answer.
            "    header ?Vary Accept-Encoding",
            *told,
            "    @unknown not file {path} {path}/index.html",
            "    handle @unknown {",
            "        rewrite * /404.html",
            "        file_server {",
            "            status 404",
            "            precompressed br gzip",
            "        }",
            "    }",
            "    handle {",
            "        file_server {",
            "            precompressed br gzip",
            "        }",
            "    }",
            "}",
            "",
        ]
    )


def _vercel(place: Place) -> str:
    """`vercel.json`. Source: https://vercel.com/docs/project-configuration/vercel-json

    Without `trailingSlash`: it would redirect an unknown short address before answering it.
    """
    table = [{"key": name, "value": value} for name, value in headers(place.assets).items()]
    return _json({"cleanUrls": False, "headers": [{"source": f"{place.prefix}/(.*)", "headers": table}]})


def _cloudfront(place: Place) -> str:
    """A response headers policy, as `aws cloudfront create-response-headers-policy --cli-input-json` takes it.

    Source: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateResponseHeadersPolicy.html
    """
    table = headers(place.assets)
    # CloudFront has settings of its own for these; the others are custom headers.
    security = {
        "ContentSecurityPolicy": {"ContentSecurityPolicy": table.pop("Content-Security-Policy"), "Override": True},
        "FrameOptions": {"FrameOption": table.pop("X-Frame-Options"), "Override": True},
        "ReferrerPolicy": {"ReferrerPolicy": table.pop("Referrer-Policy"), "Override": True},
    }
    if table.get("X-Content-Type-Options") == "nosniff":  # the only value that the setting can have
        del table["X-Content-Type-Options"]
        security["ContentTypeOptions"] = {"Override": True}
    custom = [{"Header": name, "Value": value, "Override": True} for name, value in table.items()]
    return _json(
        {
            "ResponseHeadersPolicyConfig": {
                "Name": "site",
                "SecurityHeadersConfig": security,
                "CustomHeadersConfig": {"Quantity": len(custom), "Items": custom},
            }
        }
    )


PRINTED: dict[str, Callable[[Place], str]] = {
    "nginx": _nginx,
    "caddy": _caddy,
    "vercel": _vercel,
    "cloudfront": _cloudfront,
}
"""What makes the text of each host whose text does not belong into the site's root, by the name that the command takes.
What to do with it is said by `hosting.<name>`."""


def _json(data: object) -> str:
    return json.dumps(data, indent=2) + "\n"


def _quoted(text: str) -> str:
    """Text between quotes, as Apache, nginx and Caddy all read it.

    Raises ValueError where it holds a sign that one of them would replace by something else.
    """
    if any(sign in text for sign in '"\\%$`{}\n'):
        raise ValueError(text)
    return f'"{text}"'
