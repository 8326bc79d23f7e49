"""Netlify and Cloudflare Pages, which both read `_headers`."""

from .place import Place

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


def headers_file(place: Place) -> str:
    """The `_headers` file of Netlify and Cloudflare Pages. Source: https://docs.netlify.com/manage/routing/headers/"""
    table = {**place.headers(), EDGE_CACHE[0]: EDGE_CACHE[1]}
    lines = [f"{place.prefix}/*", *(f"  {name}: {value}" for name, value in table.items())]
    return "\n".join(lines) + "\n"
