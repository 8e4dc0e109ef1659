"""What keeps other web sites out of the demo.

It listens on loopback only, but a browser that visits a hostile site reaches loopback, too.

- Each request must name this machine as its host, so that a hostile domain that resolves
  to 127.0.0.1 (DNS rebinding) gets nothing.
- The page's own addresses need the cookie that came with the page; it is SameSite=Strict,
  so no other site can send it.
- The page may load its own files only, and nothing inline (Content-Security-Policy).
"""

import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OWN_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
PRIVATE = ("/page/", "/_ctl/")  # the page's interface; the local Bot API's control
SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def is_own_host(host: str | None) -> bool:
    """Return whether a Host header (or an origin's host) names this machine."""
    try:
        return urlsplit(f"//{host or ''}").hostname in OWN_HOSTS
    except ValueError:
        return False


def is_own_origin(origin: str | None, host: str | None) -> bool:
    """Return whether a request came from the page that `host` serves, or from no page."""
    return origin is None or origin == f"http://{host}"


def has_key(cookie_header: str | None, name: str, key: str) -> bool:
    """Return whether the Cookie header carries the page's key."""
    try:
        cookie = SimpleCookie(cookie_header or "").get(name)
    except CookieError:
        return False
    return cookie is not None and hmac.compare_digest(cookie.value.encode(), key.encode())


class Guard:
    """ASGI middleware around all that the demo serves.

    The addresses in `PRIVATE` need the cookie `name` with the value `key`.
    """

    def __init__(self, app: ASGIApp, *, name: str, key: str) -> None:
        """Guard `app`."""
        self._app = app
        self._name = name
        self._key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host")
        if not is_own_host(host):
            await _refuse(421, "this demo answers on 127.0.0.1 only")(scope, receive, send)
            return
        if scope["path"].startswith(PRIVATE) and not (
            has_key(headers.get("cookie"), self._name, self._key)
            and is_own_origin(headers.get("origin"), host)
        ):
            await _refuse(403, "open the demo's own page first")(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SECURITY_HEADERS)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _refuse(status: int, reason: str) -> JSONResponse:
    return JSONResponse({"error": reason}, status_code=status)
