"""Every header and every rule of the Content Security Policy, once. The preview and all hosts read it here."""

from collections.abc import Sequence

from flask import Flask, Response
from flask_talisman import DENY, Talisman

from .assets import Assets, csp_hash

_UNUSED_FEATURES = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen"),
    *("geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment"),
    *("publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
)


def content_security_policy(
    assets: Assets,
    scripts: Sequence[str] = (),
    styles: Sequence[str] | None = None,
    frames: Sequence[str] = (),
) -> dict[str, str]:
    """The rules by directive. A nonce would be frozen into a public file, so style and scripts are known by hash.

    scripts: those that pages may hold beside the site's own. styles: those that one page holds; without them, those of all.
    frames: the origins of other sites that may show pages in a frame.
    """
    return {
        "default-src": "'none'",
        "style-src": " ".join(map(csp_hash, assets.styles if styles is None else styles)),
        # Pages take each other's place, so each must let in the scripts that only others have.
        "script-src": " ".join(map(csp_hash, (*scripts, *assets.scripts))),
        # The empty icon of the tab
        "img-src": "data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": " ".join(frames) or "'none'",
    }


def meta_policy(assets: Assets, scripts: Sequence[str], styles: Sequence[str]) -> str:
    """The policy for a `<meta>`, for hosts that send no headers. There `frame-ancestors` has no effect.

    scripts, styles: as for `content_security_policy`. The styles are those of this page alone, for each hash weighs; of
    a page that takes its place a script adds the rules, which no policy rules (`static/js/navigation.js`).
    """
    rules = content_security_policy(assets, scripts, styles)
    return "; ".join(f"{name} {value}" for name, value in rules.items() if name != "frame-ancestors")


def headers(assets: Assets, scripts: Sequence[str] = (), frames: Sequence[str] = ()) -> dict[str, str]:
    """Every header of every answer. scripts, frames: as for `content_security_policy`.

    `Cross-Origin-Opener-Policy` is left out on purpose: of a host that sends it, Firefox keeps the name for thirty days
    (`highValueCOOP` in permissions.sqlite). It would keep other windows from a session, and there is none here.
    """
    rules = content_security_policy(assets, scripts, frames=frames)
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in rules.items()),
        "Referrer-Policy": "no-referrer",
        # Nothing of a page stays in the browser's cache (docs: RFC 9111, 5.2.2.5)
        "Cache-Control": "no-store",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED_FEATURES),
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        # It cannot name those who may: left out, the rule above alone says so.
        **({} if frames else {"X-Frame-Options": DENY}),
        "X-DNS-Prefetch-Control": "off",
        # Asks Brave to keep the visit out of its history
        "Request-OTR": "1",
    }


def send_with(app: Flask, assets: Assets, scripts: Sequence[str] = ()) -> None:
    """Make an application send the policy: Talisman what it knows, the rest beside it.

    scripts: as for `content_security_policy`.
    """
    table = headers(assets, scripts)
    Talisman(
        app,
        content_security_policy=content_security_policy(assets, scripts),
        permissions_policy=table["Permissions-Policy"],
        referrer_policy=table["Referrer-Policy"],
        frame_options=DENY,
        # The CDN redirects to https and sends HSTS; a redirect here would be frozen into a page.
        force_https=False,
        strict_transport_security=False,
        session_cookie_secure=False,
    )

    @app.after_request
    def complete(response: Response) -> Response:
        for name, value in table.items():
            response.headers.setdefault(name, value)
        return response
