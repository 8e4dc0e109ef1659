"""The chat page: static files, and a small JSON interface to the local Bot API.

A browser follows ``/page/events`` (server-sent events) and fetches a chat's history each
time that it connects, so a lost connection loses nothing.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from pydantic import BaseModel, Field, ValidationError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.demo.botapi import BotApi
from bot.demo.botapi.events import Events
from bot.demo.documents import Published
from bot.demo.items import Draft, Outlet
from bot.demo.publisher import Publisher, UnknownOutletError
from bot.demo.seats import BY_KEY, SEATS, Seat

PNG = b"\x89PNG\r\n\x1a\n"
STATIC = Path(__file__).with_name("static")
MAX_BODY = 64 * 1024
HEARTBEAT = 15.0  # seconds; a comment that keeps proxies and half-open connections honest
HISTORY = 200  # messages of a chat that the page shows
LOCATION = re.compile(r"📍\s*(-?\d{1,2}(?:\.\d+)?),\s*(-?\d{1,3}(?:\.\d+)?)")
ON_THE_WIRE = 6  # entries that the page lists when it opens


class Say(BaseModel):
    """Somebody writes a message; ``📍 50.91, 34.80`` sends that location instead."""

    seat: str
    text: str = Field(min_length=1, max_length=4096)


class Press(BaseModel):
    """Somebody presses an inline button."""

    seat: str
    message: int
    data: str = Field(min_length=1, max_length=64)


class Block(BaseModel):
    """Somebody blocks the bot, or no longer."""

    seat: str
    blocked: bool


class Publish(BaseModel):
    """The visitor publishes a news item."""

    outlet: str
    title: str = Field(max_length=300)
    summary: str = Field(default="", max_length=2000)


Body = TypeVar("Body", bound=BaseModel)


class ChatPage:
    """The page's server side.

    `key` is the value of the cookie `cookie` that the page's addresses ask for. `relay`
    must run as long as the page is served; `close` ends the browsers' event streams.
    """

    def __init__(self, api: BotApi, publisher: Publisher, *, cookie: str, key: str) -> None:
        """Show the chats of `api` and the outlets of `publisher`."""
        self._api = api
        self._publisher = publisher
        self.cookie = cookie
        self._key = key
        self._events = Events()
        publisher.on_publish = self._published
        self.routes: Sequence[BaseRoute] = (
            Route("/", self._index),
            Mount("/static", StaticFiles(directory=STATIC)),
            Mount(
                "/page",
                Starlette(
                    routes=[
                        Route("/state", self._state),
                        Route("/chat", self._chat),
                        Route("/events", self._follow),
                        Route("/file/{file_id}", self._file),
                        Route("/say", self._say, methods=["POST"]),
                        Route("/press", self._press, methods=["POST"]),
                        Route("/block", self._block, methods=["POST"]),
                        Route("/publish", self._publish, methods=["POST"]),
                    ],
                    exception_handlers={HTTPException: _explain},
                ),
            ),
        )

    async def relay(self) -> None:
        """Pass the Bot API's events on to all browsers until it ends."""
        async for event in self._api.events():
            fields = {name: value for name, value in event.items() if name != "type"}
            self._events.publish(event["type"], **fields)

    def close(self) -> None:
        """End the browsers' streams, so that the server can stop."""
        self._events.close()

    def _published(self, outlet: Outlet, entry: Published) -> None:
        self._events.publish("published", outlet=outlet.title, title=entry.title)

    async def _index(self, _request: Request) -> Response:
        response = FileResponse(
            STATIC / "index.html", headers={"Cache-Control": "no-store"}
        )
        response.set_cookie(self.cookie, self._key, httponly=True, samesite="strict")
        return response

    async def _state(self, _request: Request) -> Response:
        news = self._publisher.news
        return JSONResponse(
            {
                "seats": [asdict(seat) for seat in SEATS],
                "outlets": [asdict(outlet) for outlet in news.outlets],
                "ready": [{"label": label, **asdict(draft)} for label, draft in news.ready],
                "wire": [
                    {"outlet": outlet.title, "title": entry.title}
                    for outlet, entry in reversed(self._publisher.newest(ON_THE_WIRE))
                ],
            }
        )

    async def _chat(self, request: Request) -> Response:
        seat = _seat(request.query_params.get("seat", ""))
        messages = self._api.messages(seat.chat)
        return JSONResponse(
            {
                "title": "Tocsin" if seat.kind == "private" else seat.title,
                "messages": [m for m in messages if "deleted" not in m][-HISTORY:],
                "commands": self._api.commands_for(seat.person, seat.chat),
                "blocked": self._api.people[seat.person].blocked,
            }
        )

    async def _file(self, request: Request) -> Response:
        """Give a picture that the bot sent; another file only to be saved."""
        upload = self._api.files.get(request.path_params["file_id"])
        if upload is None:
            raise HTTPException(404, "no such file")
        if upload.content.startswith(PNG):
            return Response(upload.content, media_type="image/png")
        return Response(
            upload.content,
            media_type="application/octet-stream",
            headers={
                "Content-Disposition": f"attachment; filename*=UTF-8''{quote(upload.name)}",
                "X-Content-Type-Options": "nosniff",
            },
        )

    async def _follow(self, _request: Request) -> Response:
        return StreamingResponse(
            self._stream(),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    async def _stream(self) -> AsyncIterator[str]:
        with self._events.listen() as stream:
            yield ": open\n\n"
            while True:
                try:
                    async with asyncio.timeout(HEARTBEAT):
                        event = await anext(stream)
                except TimeoutError:
                    yield ": still here\n\n"
                except StopAsyncIteration:
                    return
                else:
                    yield f"data: {json.dumps(event, ensure_ascii=False)}\n\n"

    async def _say(self, request: Request) -> Response:
        body = await _read(request, Say)
        seat = _seat(body.seat)
        located = LOCATION.fullmatch(body.text.strip())
        if located is not None:  # the page has no map to choose from
            point = float(located[1]), float(located[2])
            return _do(
                lambda: self._api.share_location(seat.person, *point, chat_id=seat.chat)
            )
        return _do(lambda: self._api.say(seat.person, body.text, chat_id=seat.chat))

    async def _press(self, request: Request) -> Response:
        body = await _read(request, Press)
        seat = _seat(body.seat)
        return _do(lambda: self._api.press(seat.person, seat.chat, body.message, body.data))

    async def _block(self, request: Request) -> Response:
        body = await _read(request, Block)
        change = self._api.block if body.blocked else self._api.unblock
        seat = _seat(body.seat)
        return _do(lambda: change(seat.person))

    async def _publish(self, request: Request) -> Response:
        body = await _read(request, Publish)
        draft = Draft(outlet=body.outlet, title=body.title, summary=body.summary)
        return _do(lambda: self._publisher.publish(draft))


def _seat(key: str) -> Seat:
    if key not in BY_KEY:
        raise HTTPException(404, f"nobody sits at {key!r}")
    return BY_KEY[key]


async def _read(request: Request, kind: type[Body]) -> Body:
    """Return the request's JSON body, at most `MAX_BODY` bytes of it."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise HTTPException(415, "send JSON")
    data = b""
    async for chunk in request.stream():
        data += chunk
        if len(data) > MAX_BODY:
            raise HTTPException(413, "too long")
    try:
        return kind.model_validate_json(data)
    except ValidationError as exc:
        fault = exc.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, fault["loc"]))
        raise HTTPException(400, f"{where}: {fault['msg']}") from exc


def _do(action: Callable[[], object]) -> Response:
    """Do it, and explain what was wrong if it cannot be done."""
    try:
        action()
    except UnknownOutletError as exc:
        raise HTTPException(400, f"no outlet {exc}") from exc
    except (ValueError, LookupError) as exc:
        raise HTTPException(400, str(exc)) from exc
    return JSONResponse({"ok": True})


async def _explain(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    return JSONResponse({"error": error.detail}, status_code=error.status_code)
