import asyncio
import json
import signal
import sys
from asyncio.subprocess import PIPE

import httpx
import pytest
from botapi_client import TOKEN, Client

from bot.demo.botapi import BotApi, Fault, serve
from bot.demo.botapi.events import MAX_WAITING

ANN = 7


async def test_the_peoples_side_over_http() -> None:
    api = BotApi(TOKEN)
    async with serve(api) as base, httpx.AsyncClient(base_url=base) as http:

        async def act(name: str, **arguments: object) -> object:
            answer = await http.post(f"/_ctl/{name}", json=arguments)
            assert answer.status_code == 200, answer.text
            return answer.json()["result"]

        await act("add_person", id=ANN, first_name="Ann")
        await act("add_group", id=-5, title="Friends", members={str(ANN): "creator"})
        said = await act("say", person_id=ANN, text="/start")
        await act("faults", kind="500", method="getMe")
        client = Client(http, base)
        assert await client.refused("getMe") == "Internal Server Error: restart"
        await client.call("sendMessage", chat_id=-5, text="hello")

        messages = (await http.get(f"/_ctl/messages/{ANN}")).json()["result"]
        group = (await http.get("/_ctl/messages/-5")).json()["result"]
        calls = (await http.get("/_ctl/calls")).json()["result"]

        assert isinstance(said, dict)
        assert [m["message_id"] for m in messages] == [said["message_id"]]
        assert [m["text"] for m in group] == ["hello"]
        assert [(c["method"], c["status"]) for c in calls] == [
            ("getMe", 500),
            ("sendMessage", 200),
        ]
        bad = await http.post("/_ctl/say", json={"person_id": 99, "text": "x"})
        assert (bad.status_code, bad.json()) == (400, {"error": "KeyError: 99"})
        bad = await http.post("/_ctl/faults", json={"kind": "flood"})
        assert "no such fault" in bad.json()["error"]


@pytest.mark.parametrize(
    ("client", "base", "headers", "status"),
    [
        pytest.param("127.0.0.1", "http://localhost", {}, 200, id="here"),
        pytest.param("192.0.2.1", "http://127.0.0.1", {}, 403, id="elsewhere"),
        pytest.param("127.0.0.1", "http://evil.example", {}, 403, id="name"),
        pytest.param("127.0.0.1", "http://[::1]", {"origin": "x"}, 403, id="page"),
        pytest.param("garbage", "http://127.0.0.1", {}, 403, id="no address"),
    ],
)
async def test_control_is_for_this_machine_only(
    client: str, base: str, headers: dict[str, str], status: int
) -> None:
    transport = httpx.ASGITransport(BotApi(TOKEN).asgi, client=(client, 1))
    async with httpx.AsyncClient(transport=transport, base_url=base) as http:
        answer = await http.get("/_ctl/calls", headers=headers)

    assert answer.status_code == status


async def test_server_sent_events() -> None:
    api = BotApi(TOKEN)
    api.add_person(ANN, "Ann")
    async with serve(api) as base, httpx.AsyncClient() as http:
        async with http.stream("GET", f"{base}/_ctl/events") as stream:
            lines = stream.aiter_lines()
            assert await anext(lines) == ": listening"
            api.say(ANN, "hello")
            assert await anext(lines) == ""
            event = json.loads((await anext(lines)).removeprefix("data: "))

        assert (event["type"], event["message"]["text"]) == ("message", "hello")


async def test_every_listener_hears_everything() -> None:
    api = BotApi(TOKEN)
    api.add_person(ANN, "Ann")
    one, two = api.events(), api.events()
    for text in ("a", "b"):
        api.say(ANN, text)
    one.close()
    api.say(ANN, "c")
    two.close()

    assert [e["message"]["text"] async for e in one] == ["a", "b"]
    assert [e["message"]["text"] async for e in two] == ["a", "b", "c"]


async def test_a_listener_that_never_reads_is_ended() -> None:
    api = BotApi(TOKEN)
    stream = api.events()

    for _ in range(MAX_WAITING + 5):
        api.events_hub.publish("x")

    assert len([event async for event in stream]) == MAX_WAITING


async def test_wait_for_gives_up() -> None:
    with pytest.raises(TimeoutError):
        await BotApi(TOKEN).wait_for(lambda a: a.calls, timeout=0.01)


async def test_stopping_cuts_what_still_waits() -> None:
    api = BotApi(TOKEN)
    api.faults.add(Fault(kind="hang", method="getMe"))
    async with httpx.AsyncClient() as http:
        async with serve(api) as base:
            client = Client(http, base)
            waiting = [
                asyncio.create_task(client.post(method, timeout=50))
                for method in ("getMe", "getUpdates")
            ]
            await api.wait_for(lambda a: len(a.calls) == 2)

        results = await asyncio.gather(*waiting, return_exceptions=True)

    assert all(isinstance(result, httpx.TransportError) for result in results)


@pytest.mark.parametrize("token", ["", "x", "42", "42:", "42:a b"])
def test_a_token_has_its_form(token: str) -> None:
    with pytest.raises(ValueError, match="a token is"):
        BotApi(token)


@pytest.mark.parametrize("wrong", [{"kind": "x"}, {"kind": "500", "times": 0}])
def test_a_fault_is_checked(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"no such fault|at least 1"):
        Fault(**wrong)  # type: ignore[arg-type]  # what is wrong is the point


async def test_a_process_of_its_own() -> None:
    command = (sys.executable, "-m", "bot.demo.botapi", "--token", TOKEN, "--no-flood")
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
    assert process.stdout is not None
    base = (await process.stdout.readline()).decode().strip()
    async with httpx.AsyncClient() as http:
        me = await Client(http, base).call("getMe")
    process.send_signal(signal.SIGTERM)

    assert me["id"] == 42
    assert await process.wait() == 0
