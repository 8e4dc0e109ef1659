"""Delivery of updates to the bot's webhook, one after another, until each is accepted."""

import asyncio
from typing import TYPE_CHECKING

import httpx

from bot.demo.botapi.core import Webhook
from bot.demo.botapi.errors import JSON
from bot.demo.botapi.faults import UPDATE_KINDS

if TYPE_CHECKING:
    from bot.demo.botapi.api import BotApi

FIRST_PAUSE = 0.2  # seconds; Telegram waits longer, a test does not want to
MAX_PAUSE = 60.0
MAX_RETRY_AFTER = 3600.0  # telegram-bot-api obeys a longer one no further
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the header's name


async def deliver(api: "BotApi") -> None:
    """Feed the webhook for ever; does nothing while there is none."""
    queued = asyncio.Event()
    leave = api.updates.listen(queued.set)
    try:
        await _feed(api, queued)
    finally:
        leave()


async def _feed(api: "BotApi", queued: asyncio.Event) -> None:
    while not api.webhook.url:  # most have none, and a client takes 30 ms to make
        queued.clear()
        await queued.wait()
    async with httpx.AsyncClient(timeout=10, trust_env=False) as client:
        pause = FIRST_PAUSE
        while True:
            hook = api.webhook
            if not hook.url or not api.updates.pending:
                queued.clear()
                await queued.wait()
                continue
            update = _next(api)
            waited = await _deliver_one(api, client, hook, update)
            if waited is None:
                pause = FIRST_PAUSE
                _accepted(api, update)
                continue
            await asyncio.sleep(max(pause, min(waited, MAX_RETRY_AFTER)))
            pause = min(pause * 2, MAX_PAUSE)


def _next(api: "BotApi") -> JSON:
    pending = api.updates.pending
    if len(pending) > 1 and api.faults.take(UPDATE_KINDS - {"duplicate_update"}):
        pending[0], pending[1] = pending[1], pending[0]
    return pending[0]


def _accepted(api: "BotApi", update: JSON) -> None:
    """Forget the update, unless a fault asks for it a second time."""
    if not api.faults.take({"duplicate_update"}) and update in api.updates.pending:
        api.updates.pending.remove(update)
    api.events_hub.changed()


async def _deliver_one(
    api: "BotApi", client: httpx.AsyncClient, hook: Webhook, update: JSON
) -> float | None:
    """Deliver an update; return None if it was accepted, or the pause asked for."""
    headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
    try:
        response = await client.post(hook.url, json=update, headers=headers)
    except httpx.HTTPError as exc:
        hook.error = f"{type(exc).__name__}: {exc}"
        hook.error_at = int(api.clock())
        return 0.0
    if response.is_success:
        return None
    hook.error = f"Wrong response from the webhook: {response.status_code}"
    hook.error += f" {response.reason_phrase}"
    hook.error_at = int(api.clock())
    asked = response.headers.get("Retry-After", "")
    return float(asked) if asked.isdigit() else 0.0
