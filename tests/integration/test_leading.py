"""How the side that talks to Telegram begins when Telegram does not let it."""

import asyncio

import pytest
from instants import NOW

from bot import leading
from bot.config.settings import load_settings
from bot.demo.botapi import BotApi, Fault, serve
from bot.leading import Leading
from bot.store.engine import Store
from bot.web.metrics import Metrics

TOKEN = "424242:leading_tests_have_a_token_of_their_own"  # of the local Bot API


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
async def test_a_flood_limit_at_the_start_is_obeyed(
    file_store: Store, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.setattr(leading, "CONNECT_PAUSE", 0.01)
    api = BotApi(TOKEN, flood=False, poll_floor=0)
    api.faults.add(Fault(kind="429", method=method, retry_after=40, times=99))

    def asked(times: int) -> bool:
        return sum(call.method == method for call in api.calls) >= times

    async with serve(api) as url:
        values = {"TOCSIN_TELEGRAM_TOKEN": TOKEN, "TOCSIN_TELEGRAM_API_URL": url}
        side = Leading(
            settings=load_settings(values, env_file=None),
            token=TOKEN,
            store=file_store,
            clock=lambda: NOW,
            metrics=Metrics(),
        )
        stop = asyncio.Event()
        running = asyncio.create_task(side.run(stop))
        await api.wait_for(lambda _: asked(1), 20)
        with pytest.raises(TimeoutError):
            await api.wait_for(lambda _: asked(2), 0.5)
        stop.set()
        await running
