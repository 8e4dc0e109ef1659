"""Serves an application inside a loop that is somebody else's."""

import asyncio
import contextlib
import errno
import socket
from collections.abc import AsyncGenerator, Iterator

import uvicorn
from starlette.applications import Starlette

from bot.domain.errors import ConfigError


class _Server(uvicorn.Server):
    """A server that leaves signals to the process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def serve(app: Starlette, *, host: str, port: int) -> AsyncGenerator[str]:
    """Serve `app` as long as the context is open; yield its address.

    Raises:
        ConfigError: The address cannot be listened on.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as exc:  # the latter: a label of 64 letters
        raise _refused(exc, host, port) from exc
    # asyncio sets it only where the protocol is named, and without it an answer whose head
    # and body are written apart waits 40 ms for the other end's acknowledgement.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setblocking(False)  # noqa: FBT003  # the standard library's own signature
    config = uvicorn.Config(
        app,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://{host}:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task


def _refused(error: OSError | UnicodeError, host: str, port: int) -> ConfigError:
    """Return what to set otherwise: the port if that is taken, else the host."""
    code = error.errno if isinstance(error, OSError) else None
    said = str(getattr(error, "strerror", None) or "not a host name")
    reason = f"cannot listen on {host}:{port} ({said.partition(' (while')[0]}); set another"
    if code in {errno.EADDRINUSE, errno.EACCES}:
        return ConfigError("TOCSIN_WEB_PORT", f"{reason}, or none")
    return ConfigError("TOCSIN_WEB_HOST", reason)
