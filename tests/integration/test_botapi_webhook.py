import asyncio

import pytest
from botapi_client import Client
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.demo.botapi import BotApi, Fault
from bot.demo.botapi.server import serve_app

ANN = 7


async def test_a_webhook_ends_the_poll_and_forbids_more(
    client: Client, api: BotApi
) -> None:
    poll = asyncio.create_task(client.refused("getUpdates", timeout=30))
    await api.wait_for(lambda a: a.calls)

    await client.call("setWebhook", url="https://example.org/hook")

    assert await poll == "Conflict: terminated by setWebhook request"
    assert await client.refused("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    assert await client.refused("setWebhook", url="https://example.org/2") == (
        "Too Many Requests: retry after 1"
    )
    assert (await client.call("getWebhookInfo"))["url"] == "https://example.org/hook"
    await client.call("setWebhook", url="")
    assert (await client.call("getWebhookInfo"))["url"] == ""


@pytest.mark.parametrize(
    ("arguments", "description"),
    [
        ({"secret_token": "x" * 257}, "Bad Request: secret token is too long"),
        (
            {"secret_token": "a b"},
            "Bad Request: secret token contains unallowed characters",
        ),
        (
            {"url": "http://example.org/"},
            "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
        ),
    ],
)
async def test_set_webhook_refuses(
    client: Client, arguments: dict[str, str], description: str
) -> None:
    refusal = await client.refused("setWebhook", **{"url": "https://a.org/", **arguments})

    assert refusal == description


async def test_a_webhook_gets_each_update_until_it_accepts(
    client: Client, api: BotApi
) -> None:
    got: list[tuple[str, str]] = []
    statuses = iter([500, 200, 200, 200])
    done = asyncio.Event()

    async def hook(request: Request) -> Response:
        body = await request.json()
        secret = request.headers["X-Telegram-Bot-Api-Secret-Token"]
        got.append((secret, body["message"]["text"]))
        if len(got) == 4:
            done.set()
        return Response(status_code=next(statuses))

    async with serve_app(
        Starlette(routes=[Route("/hook", hook, methods=["POST"])])
    ) as base:
        await client.call("setWebhook", url=f"{base}/hook", secret_token="s-1")
        api.say(ANN, "a")
        await api.wait_for(lambda a: len(got) == 2 and not a.updates.pending)
        info = await client.call("getWebhookInfo")
        api.faults.add(Fault(kind="duplicate_update"))
        api.say(ANN, "b")
        await done.wait()

    assert got == [("s-1", "a"), ("s-1", "a"), ("s-1", "b"), ("s-1", "b")]
    assert info["last_error_message"].startswith("Wrong response from the webhook: 500")
