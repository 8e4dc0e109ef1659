"""What a broken network means for a message: over real sockets, each with its fault."""

import asyncio
import contextlib
import json
import logging
import socket
import ssl
import struct
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from instants import NOW
from telegram import InputFile
from telegram.error import NetworkError, TimedOut
from telegram.ext import ExtBot
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.deliver.bot import build_bot
from bot.deliver.reach import Reach
from bot.deliver.send import send
from bot.deliver.transport import (
    LONGEST_SILENCE,
    NEVER_LEFT,
    AiohttpRequest,
    find_proxy,
)
from bot.demo.botapi import BotApi, Fault, serve
from bot.domain.errors import ConfigError
from bot.domain.model import Chat, Deferred, Migrated, Outcome, Outgoing, Sent, Unsure

TOKEN = "4242:transport-tests_secret-0123456789"
CHAT = Chat(id=1, telegram_id=7)
MESSAGE = Outgoing(html="a", plain="a")
ME = b'{"ok":true,"result":{"id":4242,"is_bot":true,"first_name":"T","username":"t_bot"}}'

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def read_request(reader: asyncio.StreamReader) -> bytes:
    """Return the head and the body of one request."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1])
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"content-length:")
    )
    return head + await reader.readexactly(length)


def response(status: str, body: bytes) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def reset(writer: asyncio.StreamWriter) -> None:
    sock: socket.socket = writer.get_extra_info("socket")
    # Linger on, for zero seconds: closing sends RST instead of FIN.
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@asynccontextmanager
async def listening(
    handle: Handler, tls: ssl.SSLContext | None = None
) -> AsyncIterator[str]:
    """Serve connections with `handle`; yield the base address."""
    writers: list[asyncio.StreamWriter] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            await handle(reader, writer)

    listener = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls)
    port = listener.sockets[0].getsockname()[1]
    try:
        yield f"http{'s' if tls else ''}://127.0.0.1:{port}"
    finally:
        listener.close()
        for writer in writers:
            writer.transport.abort()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


@asynccontextmanager
async def server(
    handle: Handler, tls: ssl.SSLContext | None = None
) -> AsyncIterator[tuple[str, list[bytes]]]:
    """Serve getMe, and let `handle` do what it likes with all other requests."""
    seen: list[bytes] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            request = await read_request(reader)
            seen.append(request)
            if b"/getMe " in request:
                writer.write(response("200 OK", ME))
            else:
                await handle(reader, writer)

    async with listening(connected, tls) as base:
        yield base, seen


async def outcome_of(handle: Handler, *, read_timeout: float = 5) -> tuple[Outcome, int]:
    """Return what became of a message, and how often the server saw it."""
    async with (
        server(handle) as (base, seen),
        build_bot(token=TOKEN, api_url=base, read_timeout=read_timeout) as bot,
    ):
        outcome = await send(bot, CHAT, MESSAGE)
    return outcome, sum(b"/sendMessage " in request for request in seen)


async def answer_page(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(response("502 Bad Gateway", b"<html>Bad Gateway</html>"))


async def answer_nonsense(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(response("200 OK", b"<html>"))


async def answer_no_http(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")


async def answer_half(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{"ok":')
    await writer.drain()
    reset(writer)


async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def break_off(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    reset(writer)


async def say_nothing(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await reader.read()


async def redirect(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"
    )


@pytest.mark.parametrize(
    "handle",
    [
        pytest.param(hang_up, id="closed after the request"),
        pytest.param(break_off, id="reset after the request"),
        pytest.param(answer_half, id="reset in the middle of the answer"),
        pytest.param(answer_nonsense, id="a page instead of an answer"),
        pytest.param(answer_no_http, id="no HTTP"),
    ],
)
async def test_what_may_have_arrived_is_unsure(handle: Handler) -> None:
    outcome, tries = await outcome_of(handle)

    assert isinstance(outcome, Unsure)
    assert TOKEN not in outcome.reason
    assert tries == 1


async def test_silence_is_unsure_when_its_time_is_over() -> None:
    outcome, tries = await outcome_of(say_nothing, read_timeout=0.2)

    assert isinstance(outcome, Unsure)
    assert "SocketTimeoutError" in outcome.reason
    assert tries == 1


@pytest.mark.parametrize("handle", [answer_page, redirect])
async def test_a_refusal_of_the_server_defers(handle: Handler) -> None:
    outcome, tries = await outcome_of(handle)

    assert isinstance(outcome, Deferred)
    assert tries == 1


def refusing(status: str, body: bytes) -> Handler:
    async def refuse(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(response(status, body))

    return refuse


def flooding(description: str, **parameters: object) -> Handler:
    answer = {"ok": False, "error_code": 429, "description": description, **parameters}
    return refusing("429 Too Many Requests", json.dumps(answer).encode())


def asking(seconds: object) -> Handler:
    return flooding("Too Many Requests", parameters={"retry_after": seconds})


@pytest.mark.parametrize(
    ("handle", "seconds"),
    [
        pytest.param(asking(40_000), 40_000, id="eleven hours"),
        pytest.param(asking(10**12), LONGEST_SILENCE, id="beyond any date"),
        pytest.param(asking(10**30), LONGEST_SILENCE, id="beyond any number"),
        pytest.param(asking("7"), 7, id="written out"),
        pytest.param(asking(6.2), 7, id="a part of a second"),
        pytest.param(flooding("Too Many Requests: retry after 7"), 7, id="in words only"),
        pytest.param(asking(0), 1, id="none"),
        pytest.param(asking(-5), 1, id="less than none"),
        pytest.param(asking("soon"), 1, id="no number"),
        pytest.param(asking(float("inf")), 1, id="for ever"),
        pytest.param(flooding("Too Many Requests", parameters=[]), 1, id="no parameters"),
        pytest.param(flooding("Too Many Requests"), 1, id="nothing said"),
    ],
)
async def test_a_flood_limit_defers_whatever_it_asks_for(
    handle: Handler, seconds: int
) -> None:
    outcome, tries = await outcome_of(handle)

    assert isinstance(outcome, Deferred)
    assert outcome.park_chat
    assert outcome.pause == timedelta(seconds=seconds)
    assert NOW + outcome.pause > NOW
    assert tries == 1


@pytest.mark.parametrize("body", [b"[]", b"null", b'"down"', b'{"parameters": "?"}'])
async def test_a_refusal_that_no_bot_api_words_defers(body: bytes) -> None:
    outcome, tries = await outcome_of(refusing("502 Bad Gateway", body))

    assert isinstance(outcome, Deferred)
    assert tries == 1


@pytest.mark.parametrize(
    ("moved_to", "expected"),
    [
        (-100_500, Migrated(telegram_id=-100_500)),
        ("-100500", Migrated(telegram_id=-100_500)),
    ],
)
async def test_a_group_that_moved_is_followed_by_its_number(
    moved_to: object, expected: Outcome
) -> None:
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    parameters = {"migrate_to_chat_id": moved_to}
    answer = {"ok": False, "error_code": 400, "description": description}
    body = json.dumps(answer | {"parameters": parameters}).encode()

    outcome, _ = await outcome_of(refusing("400 Bad Request", body))

    assert outcome == expected


async def test_a_connection_that_is_refused_defers() -> None:
    async with server(hang_up) as (base, _):
        pass

    outcome = await send_to(base)

    assert isinstance(outcome, Deferred)
    assert "ClientConnectorError" in outcome.reason
    assert TOKEN not in outcome.reason


async def test_a_name_that_nobody_knows_defers() -> None:
    outcome = await send_to("http://telegram.invalid")

    assert isinstance(outcome, Deferred)
    assert "DNS" in outcome.reason


async def send_to(base: str) -> Outcome:
    """Return what became of a message of a bot that could not even ask its name."""
    bot = build_bot(token=TOKEN, api_url=base)
    await bot._request[1].initialize()
    try:
        return await send(bot, CHAT, MESSAGE)
    finally:
        await bot._request[1].shutdown()


@pytest.fixture
def unknown_tls(tmp_path: Path) -> ssl.SSLContext:
    make = "openssl req -x509 -newkey rsa:2048 -nodes -keyout k -out c -subj /CN=127.0.0.1"
    try:
        subprocess.run(make.split(), cwd=tmp_path, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no openssl program here to make certificates with")
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(tmp_path / "c", tmp_path / "k")
    return tls


async def test_a_certificate_that_nobody_vouches_for_defers(
    unknown_tls: ssl.SSLContext,
) -> None:
    async with server(hang_up, unknown_tls) as (base, seen):
        outcome = await send_to(base)

    assert isinstance(outcome, Deferred)
    assert "Certificate" in outcome.reason
    assert seen == []


async def test_what_is_no_tls_defers() -> None:
    async with server(hang_up) as (base, _):
        outcome = await send_to(base.replace("http:", "https:"))

    assert isinstance(outcome, Deferred)
    assert TOKEN not in outcome.reason


async def test_calls_wait_for_a_connection_rather_than_fail() -> None:
    open_now: list[int] = [0, 0]
    both, go_on = asyncio.Event(), asyncio.Event()

    async def hold(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_now[0] += 1
        open_now[1] = max(open_now)
        if open_now[0] == 2:
            both.set()
        await go_on.wait()
        open_now[0] -= 1
        writer.write(response("200 OK", b"{}"))

    request = AiohttpRequest(size=2)
    async with server(hold) as (base, _):
        await request.initialize()
        data = RequestData([RequestParameter("a", "b", None)])
        calls = [
            asyncio.create_task(request.do_request(f"{base}/x", "POST", data))
            for _ in range(6)
        ]
        await both.wait()
        go_on.set()
        answers = await asyncio.gather(*calls)
        await request.shutdown()

    assert [status for status, _ in answers] == [200] * 6
    assert open_now[1] == 2


async def test_a_call_that_got_no_connection_in_time_never_left() -> None:
    request = AiohttpRequest(size=1)
    data = RequestData([RequestParameter("a", "b", None)])
    arrived = asyncio.Event()

    async def hold(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        arrived.set()
        await reader.read()

    async with server(hold) as (base, seen):
        await request.initialize()
        first = asyncio.create_task(request.do_request(f"{base}/x", "POST", data))
        await arrived.wait()
        with pytest.raises(TimedOut) as caught:
            await request.do_request(
                f"{base}/x", "POST", data, connect_timeout=0.05, pool_timeout=0.05
            )
        first.cancel()
        await request.shutdown()

    assert isinstance(caught.value.__cause__, NEVER_LEFT)
    assert len(seen) == 1


async def test_a_request_that_is_closed_opens_again() -> None:
    api = BotApi(TOKEN)
    async with serve(api) as base:
        bot: ExtBot[Any] = build_bot(token=TOKEN, api_url=base)
        for _ in range(2):
            async with bot:
                assert (await bot.get_me()).id == 4242
        with pytest.raises(RuntimeError, match="not initialized"):
            await AiohttpRequest(size=1).do_request(base, "GET")


async def test_an_address_that_is_none_leaves_without_the_token() -> None:
    request = AiohttpRequest(size=1)
    await request.initialize()
    with pytest.raises(NetworkError) as caught:
        await request.do_request(f"http://[/bot{TOKEN}/getMe", "GET")
    await request.shutdown()

    assert TOKEN not in str(caught.value)
    assert isinstance(caught.value.__cause__, NEVER_LEFT)


async def test_a_file_is_uploaded() -> None:
    async def take(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(response("200 OK", b"{}"))

    request = AiohttpRequest(size=1)
    file = InputFile(b"one,two", filename="mine.csv")
    data = RequestData(
        [RequestParameter("chat_id", 7, None), RequestParameter("document", None, [file])]
    )
    async with server(take) as (base, seen):
        await request.initialize()
        status, _ = await request.do_request(f"{base}/x", "POST", data)
        await request.shutdown()

    assert status == 200
    assert b'filename="mine.csv"' in seen[0]
    assert b"one,two" in seen[0]
    assert b'name="chat_id"' in seen[0]


async def test_the_token_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    api = BotApi(TOKEN)
    api.add_person(7, "Olena")
    api.say(7, "/start")
    api.faults.add(Fault(kind="reset_after", method="sendMessage"))

    async with serve(api) as base, build_bot(token=TOKEN, api_url=base) as bot:
        caplog.set_level(logging.DEBUG)
        await send(bot, CHAT, MESSAGE)
        assert isinstance(await send(bot, CHAT, MESSAGE), Sent)

    assert TOKEN not in caplog.text


@pytest.fixture
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("names", "proxy"),
    [
        pytest.param({}, None, id="none"),
        pytest.param({"HTTPS_PROXY": "http://p:1"}, "http://p:1", id="of the scheme"),
        pytest.param({"HTTP_PROXY": "http://p:1"}, None, id="of another scheme"),
        pytest.param({"ALL_PROXY": "p:1"}, "http://p:1", id="of all, without a scheme"),
        pytest.param(
            {"HTTPS_PROXY": "http://p:1", "NO_PROXY": "telegram.org"}, None, id="exempt"
        ),
    ],
)
def test_the_proxy_of_the_environment(
    no_proxies: pytest.MonkeyPatch, names: dict[str, str], proxy: str | None
) -> None:
    for name, value in names.items():
        no_proxies.setenv(name, value)

    assert find_proxy("https://api.telegram.org") == proxy


def test_a_proxy_that_speaks_no_http_is_refused(no_proxies: pytest.MonkeyPatch) -> None:
    no_proxies.setenv("ALL_PROXY", "socks5://127.0.0.1:1080")

    with pytest.raises(ConfigError, match="HTTP proxies only"):
        build_bot(token=TOKEN)


async def test_a_message_goes_through_the_proxy(no_proxies: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append((await read_request(reader)).split(b"\r\n")[0])
        writer.write(response("502 Bad Gateway", b""))

    async with listening(proxy) as base:
        no_proxies.setenv("HTTP_PROXY", base)
        await send_to("http://telegram.example")

    assert seen[0].startswith(b"POST http://telegram.example/bot")


async def test_a_proxy_that_refuses_to_connect_never_left(
    no_proxies: pytest.MonkeyPatch,
) -> None:
    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(response("407 Proxy Authentication Required", b""))

    async with listening(proxy) as base:
        no_proxies.setenv("HTTPS_PROXY", base)
        outcome = await send_to("https://telegram.example")

    assert isinstance(outcome, Deferred)


async def test_silence_is_noted_and_a_refusal_is_an_answer() -> None:
    reach = Reach(clock=lambda: NOW)
    api = BotApi(TOKEN, flood=False)
    async with serve(api) as url:
        bot = build_bot(token=TOKEN, api_url=url, reach=reach)
        await bot.initialize()
        api.faults.add(Fault(kind="502_html", method="sendMessage"))
        await send(bot, CHAT, MESSAGE)
        broken = reach.silent_since, reach.reason
        await send(bot, CHAT, MESSAGE)  # to a chat that the server does not know
        well = reach.silent_since, reach.answered_at
    await send(bot, CHAT, MESSAGE)
    await bot.shutdown()

    assert broken == (NOW, "HTTP 502")
    assert well == (None, NOW)
    assert reach.silent_since == NOW
    assert "ClientConnectorError" in reach.reason
