"""nginx and Caddy, whose settings are in files of their own."""

from .place import Place
from .quoting import quoted

FOLDER = "/var/www/site"
"""Where the texts for servers suppose that the content of `build/` is."""


def nginx(place: Place) -> str:
    """A `location` of nginx. Source: https://nginx.org/en/docs/http/ngx_http_headers_module.html"""
    # In each location and not outside: nginx forgets the outer ones as soon as a location has one of its own.
    told = [f"    add_header {name} {quoted(value)} always;" for name, value in place.headers().items()]
    return "\n".join(
        [
            *(_nginx_to_the_slash(place, told) if place.prefix else ()),
            f"location {quoted(place.prefix + '/')} {{",
            f"    alias {FOLDER}/;",
            "    index index.html;",
            "    charset utf-8;",
            "    gzip on;",
            "    gzip_vary on;",
            "    gzip_types application/json;",
            # The files that `--compress` makes; without them nothing changes.
            "    gzip_static on;",
            "    # brotli_static on;  # with the module ngx_brotli",
            # Behind another server, nginx does not know the name and port that visitors use.
            "    absolute_redirect off;",
            # A folder without a page is as unknown as any other address.
            f"    error_page 403 404 =404 {quoted(place.prefix + '/404.html')};",
            *told,
            "}",
            "",
        ]
    )


def _nginx_to_the_slash(place: Place, told: list[str]) -> list[str]:
    """What leads from the path without its last slash to the site; the other location knows nothing of it."""
    return [
        f"location = {quoted(place.prefix)} {{",
        "    absolute_redirect off;",
        f"    return 301 {quoted(place.prefix + '/')};",
        *told,
        "}",
    ]


def caddy(place: Place) -> str:
    """A part of a Caddyfile. Source: https://caddyserver.com/docs/caddyfile/directives/file_server

    The unknown is found by a matcher and not by `handle_errors`, of which a site may have one of its own.
    """
    told = [
        "    header {",
        *(f"        {name} {quoted(value)}" for name, value in place.headers().items()),
        "    }",
    ]
    # The path without its last slash: the other block knows nothing of it
    slash = [f"handle {quoted(place.prefix)} {{", *told, f"    redir * {quoted(place.prefix + '/')} 308", "}"]
    return "\n".join(
        [
            *(slash if place.prefix else ()),
            f"handle_path {quoted(place.prefix + '/*')} {{",
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
