"""Every button that can be reached from /start and /settings, pressed in each language."""

from collections import Counter, deque
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from chat_client import ANN, ChatClient, buttons, chat_client
from sqlalchemy import select, update

from bot.chat.request import parse_data
from bot.store import schema

EACH = 3  # presses of one screen with different arguments
# Reached from /start and /settings: what is not there is behind alerts, searches, files
# and the admins' commands.
SCREENS = frozenset(
    "m s lang pause hold go forget r on off askr w wl wm askk list latest mode urg um "
    "times quiet tz help f fd fh olp ol ola asks muted unm exj exo aski fups limit".split()
)


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[ChatClient]:
    async with chat_client(tmp_path) as client:
        await client.add_entry("Dam breached near Sumy", "UA-59", "UA")
        async with client.store.write() as tx:
            await tx.execute(update(schema.feed).values(country="UA", tags=["national"]))
        yield client


def _data_of(message: dict[str, Any]) -> list[str]:
    return [value for value in buttons(message).values() if value.startswith("v1:")]


def _screen(data: str) -> str:
    parsed = parse_data(data)
    assert parsed is not None
    return parsed[0]


async def _state(chat: ChatClient) -> list[Any]:
    """Return all that the chat has set, but not what text it awaits."""
    columns = [c for c in schema.chat.c if c.name not in {"prompt", "next_digest_at"}]
    async with chat.store.read() as tx:
        return [
            *(await tx.execute(select(*columns))).all(),
            *(await tx.execute(select(schema.subscription))).all(),
            *(await tx.execute(select(schema.mute.c.key))).all(),
        ]


async def _press(chat: ChatClient, message: dict[str, Any], data: str) -> dict[str, Any]:
    """Press a button; return what it shows, once that is a good answer."""
    answered, sent = len(chat.calls("answerCallbackQuery")), len(chat.sent())
    shown = await chat.press_data(message, data)
    if len(chat.sent()) > sent:
        shown = chat.sent()[-1]
    calls = chat.calls("answerCallbackQuery")
    text = shown.get("text") or shown["caption"]

    assert len(calls) == answered + 1, data
    assert len(chat.sent()) <= sent + 1, data
    assert "fault" not in calls[-1].get("text", ""), data
    assert text.strip(), data
    assert buttons(shown) or "/" in text, f"{data} is a dead end: {text}"
    return shown


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
async def test_no_button_is_a_dead_end(chat: ChatClient, language: str) -> None:
    chat.api.people[ANN].language_code = language
    start = await chat.say("/start")
    await chat.say("/region Sumy")
    await chat.say("/keyword dam")
    await chat.say("/mute football")
    settings = await chat.say("/settings")
    waiting = deque((m, d) for m in (start, settings) for d in _data_of(m))
    seen, count, last = set[str](), Counter[str](), []
    while waiting:
        message, data = waiting.popleft()
        screen = _screen(data)
        if data in seen or count[screen] == EACH:
            continue
        seen.add(data)
        count[screen] += 1
        if screen in {"lang", "wl"} and not data.endswith((language, ":lang")):
            continue
        if data.startswith("v1:forget:"):
            last.append((message, data))
            continue
        shown = await _press(chat, message, data)
        before = await _state(chat)
        if language == "en":
            await _press(chat, message, data)
            assert await _state(chat) == before, f"a second press of {data}"
        chat.clock.forward(seconds=3)  # nobody taps faster for minutes
        waiting.extend((shown, each) for each in _data_of(shown))
    for message, data in last:
        shown = await _press(chat, message, data)
        assert await _press(chat, shown, _data_of(shown)[0])

    assert SCREENS - set(count) == set()
