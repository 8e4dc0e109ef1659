"""The web server's routes: ``/health`` for who watches us, ``/metrics`` for Prometheus."""

import asyncio
import hmac
import ipaddress
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.domain.errors import TocsinError
from bot.web.metrics import CONTENT_TYPE, Metrics

log = logging.getLogger(__name__)

HEALTH_TIMEOUT = 5.0  # seconds; a database that hangs is not healthy
NO_STORE = {"Cache-Control": "no-store"}


class Status(Protocol):
    """Whoever knows how the service is."""

    async def health(self, now: datetime) -> Mapping[str, Any]:
        """Return ``{"status": "ok", …}``, or another status with its ``reasons``."""
        ...


def create_app(
    *,
    status: Status,
    metrics: Metrics,
    clock: Callable[[], datetime],
    host: str = "127.0.0.1",
    token: str | None = None,
    routes: Sequence[BaseRoute] = (),
    health_timeout: float = HEALTH_TIMEOUT,
) -> Starlette:
    """Return the application.

    Args:
        status: Asked by ``/health``.
        metrics: Shown by ``/metrics``.
        clock: Current time, aware.
        host: Where the server listens; beyond loopback ``/metrics`` needs `token`.
        token: For ``Authorization: Bearer``; on loopback also, if it is set.
        routes: Others, such as the webhook's.
        health_timeout: Seconds after which a health check that hangs is a bad one.
    """

    async def health(_: Request) -> Response:
        report = await _ask(status, clock(), health_timeout)
        code = 200 if report.get("status") == "ok" else 503
        return JSONResponse(dict(report), status_code=code, headers=NO_STORE)

    async def show_metrics(request: Request) -> Response:
        if not is_allowed(request.headers.get("Authorization"), token=token, host=host):
            return PlainTextResponse(
                "Authorization: Bearer <TOCSIN_WEB_TOKEN> is needed\n",
                status_code=401,
                headers={"WWW-Authenticate": "Bearer"},
            )
        return Response(metrics.text(), media_type=CONTENT_TYPE, headers=NO_STORE)

    return Starlette(
        routes=[
            Route("/health", health, methods=["GET"]),
            Route("/metrics", show_metrics, methods=["GET"]),
            *routes,
        ]
    )


async def _ask(status: Status, now: datetime, timeout: float) -> Mapping[str, Any]:  # noqa: ASYNC109  # an argument of create_app
    """Return the report of health; a check that fails is a report too."""
    try:
        async with asyncio.timeout(timeout):
            return await status.health(now)
    except TimeoutError:
        return {"status": "error", "reasons": ["the health check did not end in time"]}
    except TocsinError as exc:
        log.warning("health check failed: %s", exc)
        return {"status": "error", "reasons": [str(exc)]}


def is_allowed(authorization: str | None, *, token: str | None, host: str) -> bool:
    """Whether a request may see more than health."""
    if not token:
        return is_loopback(host)
    scheme, _, given = (authorization or "").partition(" ")
    return scheme.lower() == "bearer" and hmac.compare_digest(
        given.strip().encode(errors="replace"), token.encode()
    )


def is_loopback(host: str) -> bool:
    """Whether a server that listens on `host` is reached from this machine only."""
    if host.strip().lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[] ")).is_loopback
    except ValueError:
        return False
