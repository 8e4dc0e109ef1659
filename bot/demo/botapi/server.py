"""The emulator over HTTP: routes, the connection that is cut, the process that serves."""

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from http import HTTPStatus
from typing import TYPE_CHECKING, assert_never

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.demo.botapi.args import Args, read_args
from bot.demo.botapi.control import control_routes
from bot.demo.botapi.dispatch import Answer, Cut, answer
from bot.demo.botapi.errors import ApiError
from bot.demo.botapi.webhook import deliver

if TYPE_CHECKING:
    from bot.demo.botapi.api import BotApi

MAX_BODY = 50_000_000  # Bot API: files up to 50 MB
_METHODS = ["GET", "POST"]
# The open connections by the other end's address, so that a fault can cut one.
_TRANSPORTS: dict[tuple[str, int], asyncio.Transport] = {}


class _Protocol(H11Protocol):
    """HTTP/1.1 that remembers its transport."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        if self.client is not None:
            _TRANSPORTS[self.client] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        if self.client is not None:
            _TRANSPORTS.pop(self.client, None)


class _CutResponse(Response):
    """No response: the client sees a reset connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del send
        transport = _TRANSPORTS.get(tuple(scope["client"] or ("", 0)))
        if transport is None:
            return  # the client has left already
        sock = transport.get_extra_info("socket")
        # Linger on, for zero seconds: closing sends RST instead of FIN.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass


class _Server(uvicorn.Server):
    """A server inside somebody else's event loop: no signals, and it says when it is up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.stopped = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        # uvicorn looks ten times a second whether it shall stop; this one is told.
        await self.stopped.wait()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def serve_app(
    app: Starlette, host: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[str]:
    """Serve an application in this loop, and yield its base address.

    Args:
        app: What to serve.
        host: Address to listen on.
        port: Port, 0 for any.
    """
    config = uvicorn.Config(
        app,
        http=_Protocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        date_header=False,  # uvicorn's tick would keep it right
        proxy_headers=False,  # /_ctl asks who is really at the other end
        timeout_graceful_shutdown=1,
        timeout_keep_alive=60,
    )
    listener = socket.create_server((host, port))
    # asyncio sets it only where the protocol is named: 40 ms more for each answer.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setblocking(False)  # noqa: FBT003 -- the standard library's own signature
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        await server.ready.wait()
        yield f"http://{host}:{listener.getsockname()[1]}"
    finally:
        server.stopped.set()
        await task


@contextlib.asynccontextmanager
async def serve(
    api: "BotApi", host: str = "127.0.0.1", port: int = 0, app: Starlette | None = None
) -> AsyncIterator[str]:
    """Serve `api`, and yield its base address; a webhook is fed while it is served.

    Args:
        api: The emulator.
        host: Address to listen on.
        port: Port, 0 for any.
        app: Instead of `api.asgi`, such as the chat page with the emulator mounted in it.
    """
    api.closing = False
    feeder = asyncio.create_task(deliver(api))
    try:
        async with serve_app(app or api.asgi, host, port) as base:
            try:
                yield base
            finally:
                api.closing = True
                api.events_hub.close()
                cancel_requests(api)
    finally:
        feeder.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await feeder


def cancel_requests(api: "BotApi") -> None:
    """End the requests that still wait, such as those that a fault lets hang."""
    for task in tuple(api.open_requests):
        task.cancel()


def build_app(api: "BotApi") -> Starlette:
    """Return the application of `api`: the bot's side and the control routes."""
    return Starlette(
        routes=[
            Route("/bot{token}/{method}", _endpoint(api), methods=_METHODS),
            Route("/file/bot{token}/{path:path}", _download(api)),
            *control_routes(api),
        ],
        exception_handlers={
            HTTPStatus.NOT_FOUND: _not_found,
            HTTPStatus.METHOD_NOT_ALLOWED: _not_found,
        },
    )


async def _not_found(request: Request, exc: Exception) -> Response:
    del request, exc
    return JSONResponse(ApiError(404, "Not Found").body(), HTTPStatus.NOT_FOUND)


def check_token(api: "BotApi", token: str) -> ApiError | None:
    """Return the refusal of a wrong token: 404 by its form, otherwise 401."""
    if token == api.token:
        return None
    number, colon, secret = token.partition(":")
    if not (number.isascii() and number.isdigit() and colon and secret):
        return ApiError(HTTPStatus.NOT_FOUND, "Not Found")
    return ApiError(HTTPStatus.UNAUTHORIZED, "Unauthorized")


def _endpoint(api: "BotApi") -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        refusal = check_token(api, request.path_params["token"])
        if refusal is not None:
            return JSONResponse(refusal.body(), refusal.code)
        if api.closing:
            return _CutResponse()
        try:
            args = await _read(request)
        except ApiError as exc:
            return JSONResponse(exc.body(), exc.code)
        method = request.path_params["method"]
        return _response(await _while_connected(api, request, method, args))

    return endpoint


async def _read(request: Request) -> Args:
    body = await request.body()
    if len(body) > MAX_BODY:
        code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        raise ApiError(code, "Request Entity Too Large")
    return read_args(request.url.query, request.headers.get("content-type", ""), body)


def _response(result: Answer | Cut) -> Response:
    match result:
        case Answer(body=str() as text):
            return Response(text, result.status, result.headers)
        case Answer():
            return JSONResponse(result.body, result.status, result.headers)
        case Cut():
            return _CutResponse()
        case never:
            assert_never(never)


async def _while_connected(
    api: "BotApi", request: Request, method: str, args: Args
) -> Answer | Cut:
    """Run the method, and let a stop of the server end it.

    A client that leaves ends its long poll only: Telegram carries out what it has received
    although nobody waits for the answer any more.
    """
    work = asyncio.create_task(answer(api, method, args))
    gone = asyncio.create_task(_until_gone(request))
    api.open_requests.add(work)
    try:
        await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not work.done() and method.lower() == "getupdates":
            work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            return await work
        return Cut()
    finally:
        api.open_requests.discard(work)
        gone.cancel()
        api.events_hub.changed()


async def _until_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _download(api: "BotApi") -> Callable[[Request], Awaitable[Response]]:
    async def download(request: Request) -> Response:
        refusal = check_token(api, request.path_params["token"])
        file_id = request.path_params["path"].removeprefix("documents/")
        upload = api.files.get(file_id)
        if refusal is None and upload is not None:
            return Response(upload.content, media_type="application/octet-stream")
        error = refusal or ApiError(HTTPStatus.NOT_FOUND, "Not Found")
        return JSONResponse(error.body(), error.code)

    return download
