"""What the editor's server lets in and what its pages may do: only this machine's own browser, at this one address."""

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

LARGEST_BODY = 500_000
"""Bytes; the largest page has 60,000, which JSON may triple."""

POLICY = {
    "default-src": "'none'",
    # No 'unsafe-eval': the form needs none.
    "script-src": "'self'",
    # The form writes its styles as it goes.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    # The form would take its fonts from a stranger's server: it is refused, and has those of its own package.
    "font-src": "'self'",
    "connect-src": "'self' blob: data:",
    "worker-src": "'self' blob:",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}

_HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    # Not no-referrer: with it, a browser sends a form's own origin as "null".
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def origin(port: int) -> str:
    """The one address at which the editor answers: what the form keeps in a browser is kept for it alone."""
    return f"http://localhost:{port}"


def guard(app: Flask, port: int) -> None:
    """Have an application refuse what does not come from its own pages. port: where it answers."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    own = origin(port)

    @app.before_request
    def refuse() -> AnyResponse | None:
        if request.host == f"127.0.0.1:{port}" and request.method == "GET":
            return redirect(own + request.full_path.rstrip("?"))
        # Another name that leads to this machine would make a stranger's page one of ours (DNS rebinding).
        if request.host != f"localhost:{port}":
            abort(403)
        if request.headers.get("Origin", own) != own:
            abort(403)
        # Whatever changes something says where it comes from: every browser does.
        if request.method not in ("GET", "HEAD") and "Origin" not in request.headers:
            abort(403)
        return None

    @app.after_request
    def with_headers(response: Response) -> Response:
        response.headers.update(_HEADERS)
        return response
