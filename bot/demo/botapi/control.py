"""`/_ctl`: the people's side over HTTP, for a test in another process; loopback only."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.demo.botapi.errors import JSON
from bot.demo.botapi.events import EventStream
from bot.demo.botapi.faults import Fault
from bot.demo.botapi.links import is_loopback

if TYPE_CHECKING:
    from bot.demo.botapi.api import BotApi

Endpoint = Callable[[Request], Awaitable[Response]]
_ACTIONS = (
    "add_person",
    "add_group",
    "add_topic",
    "close_topic",
    "delete_topic",
    "say",
    "start",
    "edit",
    "share_location",
    "press",
    "ask_inline",
    "block",
    "unblock",
    "delete_account",
    "kick",
    "promote",
    "mute",
    "delete_group",
    "upgrade",
    "clear_faults",
)


def control_routes(api: "BotApi") -> list[Route]:
    """Return the routes: POST an action's arguments as JSON, GET what there is to see."""
    routes = [
        Route(f"/_ctl/{name}", _local(_action(api, name)), methods=["POST"])
        for name in _ACTIONS
    ]
    return [
        *routes,
        Route("/_ctl/faults", _local(_add_fault(api)), methods=["POST"]),
        Route("/_ctl/messages/{chat_id:int}", _local(_view(lambda r: _messages(api, r)))),
        Route(
            "/_ctl/messages/-{chat_id:int}", _local(_view(lambda r: _messages(api, r, -1)))
        ),
        Route("/_ctl/calls", _local(_view(lambda _: [asdict(c) for c in api.calls]))),
        Route("/_ctl/unknown_calls", _local(_view(lambda _: api.unknown_calls))),
        Route("/_ctl/callback_answers", _local(_view(lambda _: api.callback_answers))),
        Route("/_ctl/inline_answers", _local(_view(lambda _: api.inline_answers))),
        Route("/_ctl/pending", _local(_view(lambda _: api.updates.pending))),
        Route("/_ctl/events", _local(_events(api))),
    ]


def is_local(request: Request) -> bool:
    """Return whether a program of this machine asks, and no page in its browser.

    A browser names the page's origin, and a name that a stranger's DNS points here stands
    in ``Host``.
    """
    if request.client is None or "origin" in request.headers:
        return False
    return is_loopback(request.client.host) and is_loopback(request.url.hostname or "")


def _local(endpoint: Endpoint) -> Endpoint:
    async def guarded(request: Request) -> Response:
        if not is_local(request):
            return JSONResponse({"error": "loopback only"}, 403)
        try:
            return await endpoint(request)
        except (KeyError, TypeError, ValueError) as exc:
            return JSONResponse({"error": f"{type(exc).__name__}: {exc}"}, 400)

    return guarded


async def _arguments(request: Request) -> JSON:
    body = await request.body()
    value = json.loads(body) if body.strip() else {}
    if not isinstance(value, dict):
        msg = "the body is one JSON object"
        raise TypeError(msg)
    return value


def _action(api: "BotApi", name: str) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        arguments = await _arguments(request)
        if name == "add_group":
            # The keys of a JSON object are texts.
            members = arguments.get("members") or {}
            arguments["members"] = {int(who): status for who, status in members.items()}
        return JSONResponse({"result": getattr(api, name)(**arguments)})

    return endpoint


def _add_fault(api: "BotApi") -> Endpoint:
    async def endpoint(request: Request) -> Response:
        api.faults.add(Fault(**await _arguments(request)))
        return JSONResponse({"result": None})

    return endpoint


def _view(look: Callable[[Request], object]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return JSONResponse({"result": look(request)})

    return endpoint


def _messages(api: "BotApi", request: Request, sign: int = 1) -> list[JSON]:
    return api.messages(sign * int(request.path_params["chat_id"]))


def _events(api: "BotApi") -> Endpoint:
    async def endpoint(request: Request) -> Response:
        del request
        return StreamingResponse(
            event_stream(api.events()),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    return endpoint


async def event_stream(events: EventStream) -> AsyncIterator[str]:
    """Yield the events as server-sent ones; a comment first, so that headers go out."""
    with events:
        yield ": listening\n\n"
        async for event in events:
            yield f"data: {json.dumps(event, ensure_ascii=False)}\n\n"
