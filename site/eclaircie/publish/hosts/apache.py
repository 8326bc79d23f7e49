"""Apache, which reads `.htaccess`: most shared hosts."""

from ..encodings import ENCODINGS
from .media_types import TYPES
from .place import Place
from .quoting import quoted


def htaccess(place: Place) -> str:
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
            "    AddOutputFilterByType DEFLATE text/html application/json",
            "  </IfModule>",
            "</IfModule>",
            "<IfModule mod_headers.c>",
            # Apache has two tables, and sends both: "always" alone reaches errors, the other may hold the host's own.
            *(
                line
                for name, value in place.headers().items()
                for line in (f"  Header onsuccess unset {name}", f"  Header always set {name} {quoted(value)}")
            ),
            "</IfModule>",
            *(_compressed(place) if place.compressed else _alone(place)),
            "",
        ]
    )


def _alone(place: Place) -> list[str]:
    """What keeps the rules of a site above from answering here: WordPress takes every unknown address for one of its own."""
    return ["<IfModule mod_rewrite.c>", "  RewriteEngine Off", "</IfModule>"] if place.prefix else []


def _compressed(place: Place) -> list[str]:
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
