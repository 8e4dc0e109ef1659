"""One request from its arguments to its answer: faults, the method, the envelope.

In: a method's name and its arguments. Out: `Answer` or `Cut`. What can fail: nothing; a
refusal is an answer.
"""

import asyncio
from dataclasses import dataclass, field
from http import HTTPStatus

from bot.demo.botapi import (
    methods_chats,
    methods_edit,
    methods_inline,
    methods_profile,
    methods_send,
    methods_updates,
)
from bot.demo.botapi.args import Args
from bot.demo.botapi.core import Call, Core
from bot.demo.botapi.errors import JSON, ApiError, conflict, too_many_requests
from bot.demo.botapi.faults import REQUEST_KINDS, Fault
from bot.demo.botapi.known import KNOWN_METHODS
from bot.demo.botapi.updates import OTHER_POLL

METHODS = {
    name.lower(): method
    for group in (
        methods_chats,
        methods_edit,
        methods_inline,
        methods_profile,
        methods_send,
        methods_updates,
    )
    for name, method in group.METHODS.items()
}
HTML_OF_A_GATEWAY = (
    "<html>\r\n<head><title>{0} {1}</title></head>\r\n<body>\r\n"
    "<center><h1>{0} {1}</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n"
    "</body>\r\n</html>\r\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is sent back."""

    status: int
    body: JSON | str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The connection is cut instead of an answer."""


async def answer(core: Core, name: str, args: Args) -> Answer | Cut:
    """Run a method, with the fault that it shall suffer, and log the call."""
    call = Call(method=name, params=dict(args.values), at=core.clock())
    core.calls.append(call)
    core.events_hub.changed()
    result = await _with_fault(core, call, args)
    call.status = int(result.status) if isinstance(result, Answer) else 0
    core.events_hub.changed()
    return result


async def _with_fault(core: Core, call: Call, args: Args) -> Answer | Cut:
    fault = core.faults.take(REQUEST_KINDS, method=call.method, chat_id=call.chat_id)
    if fault is None:
        return await _run(core, call.method, args)
    if fault.kind == "delay":
        await asyncio.sleep(fault.seconds or 0)
    if fault.kind in ("delay", "reset_after", "hang_after"):
        result = await _run(core, call.method, args)
        if fault.kind == "delay":
            return result
    if fault.kind in ("hang", "hang_after"):
        await _hang(fault.seconds)
    if fault.kind in ("hang", "hang_after", "reset_before", "reset_after"):
        return Cut()
    if fault.kind in ("502_html", "504_html"):
        status = HTTPStatus(int(fault.kind[:3]))
        body = fault.description or HTML_OF_A_GATEWAY.format(status.value, status.phrase)
        return Answer(status=status, body=body, headers={"content-type": "text/html"})
    return _refusal(_error_of(fault))


async def _hang(seconds: float | None) -> None:
    """Wait; without an end the server's stop or the client's leaving cancels it."""
    if seconds is not None:
        await asyncio.sleep(seconds)
    else:
        await asyncio.get_running_loop().create_future()


def _error_of(fault: Fault) -> ApiError:
    usual = {
        "401": "Unauthorized",
        "409": conflict(OTHER_POLL).description,
        "400": "Bad Request: chat not found",
        "403": "Forbidden: bot was blocked by the user",
        "404": "Not Found",
        "500": "Internal Server Error: restart",
    }
    if fault.kind == "429":
        error = too_many_requests(fault.retry_after)
        return ApiError(
            error.code, fault.description or error.description, error.parameters
        )
    return ApiError(int(fault.kind), fault.description or usual[fault.kind])


async def _run(core: Core, name: str, args: Args) -> Answer:
    try:
        core.refuse_if_logged_out()
        if name.lower() == "getupdates":
            result: object = await methods_updates.get_updates(core, args)
        else:
            result = _method(core, name, args)
    except ApiError as exc:
        return _refusal(exc)
    return Answer(status=HTTPStatus.OK, body={"ok": True, "result": result})


def _method(core: Core, name: str, args: Args) -> object:
    method = METHODS.get(name.lower())
    if method is not None:
        return method(core, args)
    core.unknown_calls.append(name)
    if name.lower() in KNOWN_METHODS:
        msg = f"Not Implemented: {name} is not emulated; see bot/demo/botapi"
        raise ApiError(HTTPStatus.NOT_IMPLEMENTED, msg)
    raise ApiError(HTTPStatus.NOT_FOUND, "Not Found: method not found")


def _refusal(error: ApiError) -> Answer:
    headers = {}
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return Answer(status=error.code, body=error.body(), headers=headers)
