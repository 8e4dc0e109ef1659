"""What Tocsin does with each text by which Telegram is known to refuse.

The texts are those of `bot.demo.botapi.refusals`. For each that a message can meet, two
people are told of something, Telegram refuses it to one of them, and then something else
happens: nobody but the one is touched, nothing is lost, nothing comes twice.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from pathlib import Path
from typing import Any, get_args

import pytest
from chat_client import ANN, ChatClient, chat_client
from instants import NOW
from outbox import Outbox
from sqlalchemy import select
from told_room import OLENA, SAM, ToldRoom, told_room

from bot.chat import inbox
from bot.chat.inbox import Inbox
from bot.config.settings import load_settings
from bot.deliver import rival
from bot.demo.botapi import Fault
from bot.demo.botapi.core import Webhook
from bot.demo.botapi.faults import Kind
from bot.demo.botapi.refusals import REFUSALS
from bot.domain.errors import ConfigError
from bot.domain.model import ChatState, DeliveryState, Mode, Outgoing, Sent
from bot.pipeline.chats import Sender, open_chat
from bot.pipeline.rendering import Rendering
from bot.store import outbox, schema, subscriptions
from bot.store.engine import Store

DRONE, FLOOD = "Drone over Shebekino", "Flood closes the bridge at Valuyki"
TOPIC = 9


class Means(Enum):
    """What becomes of what was refused."""

    WAITS = auto()  # it is sent again later; the chat is as it was
    AWAY = auto()  # it waits until the chat can be reached again; its settings are kept
    PLAIN = auto()  # it comes at once, without its markup
    BARE = auto()  # likewise, without its buttons
    UNKNOWN = auto()  # likewise, without all that may be at fault
    TOPIC = auto()  # likewise, outside its topic
    ANSWER = auto()  # likewise, without what it answers
    MOVED = auto()  # it comes under the group's new id
    SAID = auto()  # an edit: the message says it already
    GONE = auto()  # an edit: its message is gone, and with it what there was to change
    PRESSED = auto()  # the press is done all the same
    POLLING = auto()  # updates are asked for again
    SETTING = auto()  # the settings refuse it before Telegram could
    NEVER = auto()  # Tocsin calls no method that could meet it


def text_of(part: str) -> str:
    """Return the text of the list that ends in `part`, or goes on after it."""
    [text] = [each for _, each in REFUSALS if each.split(": ", 1)[-1].startswith(part)]
    return text


MEANS: Mapping[str, Means] = {
    "Too Many Requests: retry after 7": Means.WAITS,
    text_of("terminated by other getUpdates"): Means.POLLING,
    text_of("can't use getUpdates"): Means.POLLING,
    "Conflict: terminated by setWebhook request": Means.POLLING,
    "Unauthorized": Means.WAITS,
    "Not Found": Means.WAITS,
    "Not Found: method not found": Means.WAITS,
    "Internal Server Error: restart": Means.WAITS,
    "Forbidden: bot was blocked by the user": Means.AWAY,
    "Forbidden: user is deactivated": Means.AWAY,
    "Forbidden: bot was kicked from the group chat": Means.AWAY,
    "Forbidden: bot was kicked from the supergroup chat": Means.AWAY,
    "Forbidden: bot was kicked from the channel chat": Means.AWAY,
    "Forbidden: bot is not a member of the group chat": Means.AWAY,
    "Forbidden: bot is not a member of the supergroup chat": Means.AWAY,
    "Forbidden: bot is not a member of the channel chat": Means.AWAY,
    "Forbidden: the group chat was deleted": Means.AWAY,
    "Forbidden: bot can't initiate conversation with a user": Means.AWAY,
    "Bad Request: chat not found": Means.AWAY,
    "Bad Request: chat_id is empty": Means.AWAY,
    "Bad Request: group chat was upgraded to a supergroup chat": Means.MOVED,
    "Bad Request: message text is empty": Means.UNKNOWN,
    "Bad Request: text is too long": Means.PLAIN,
    "Bad Request: message is too long": Means.PLAIN,
    "Bad Request: message caption is too long": Means.UNKNOWN,
    "Bad Request: message to edit not found": Means.GONE,
    "Bad Request: message to delete not found": Means.NEVER,
    "Bad Request: message to be replied not found": Means.ANSWER,
    "Bad Request: message can't be edited": Means.GONE,
    "Bad Request: message can't be deleted": Means.NEVER,
    "Bad Request: message thread not found": Means.TOPIC,
    "Bad Request: TOPIC_CLOSED": Means.TOPIC,
    "Bad Request: TOPIC_DELETED": Means.TOPIC,
    text_of("query is too old"): Means.PRESSED,
    text_of("message is not modified"): Means.SAID,
    "Bad Request: reply markup is too long": Means.BARE,
    "Bad Request: BUTTON_DATA_INVALID": Means.BARE,
    "Bad Request: BUTTON_URL_INVALID": Means.BARE,
    "Bad Request: not enough rights to send text messages to the chat": Means.AWAY,
    "Bad Request: need administrator rights in the channel chat": Means.AWAY,
    "Bad Request: secret token is too long": Means.SETTING,
    "Bad Request: secret token contains unallowed characters": Means.SETTING,
} | {text: Means.PLAIN for _, text in REFUSALS if "can't parse entities" in text}


def those(*means: Means) -> list[str]:
    return [text for text, meant in MEANS.items() if meant in means]


def one_of_each(texts: list[str]) -> list[str]:
    """Return a text of each meaning: they meet the other database too."""
    return list({MEANS[text]: text for text in texts}.values())


def fault(text: str, method: str | None, **more: Any) -> Fault:
    """Return the fault that is this refusal."""
    code = next(code for code, each in REFUSALS if each == text)
    kind: Kind = next(kind for kind in get_args(Kind) if kind == str(code))
    return Fault(kind=kind, method=method, description=text, **more)


def test_the_table_and_the_list_of_the_local_bot_api_agree() -> None:
    texts = [text for _, text in REFUSALS]

    assert list(dict.fromkeys(texts)) == texts
    assert MEANS.keys() == set(texts)


@pytest.fixture
async def room(file_store: Store) -> AsyncIterator[ToldRoom]:
    async with two_people(file_store) as room:
        yield room


@asynccontextmanager
async def two_people(store: Store) -> AsyncIterator[ToldRoom]:
    async with told_room(store, NOW, paced=False) as room:
        await room.join(OLENA, mode=Mode.NOW)
        await room.join(SAM)
        yield room


async def settings(room: ToldRoom) -> tuple[Any, ...]:
    """Return all that Olena has chosen."""
    chat = await room.chat(OLENA)
    async with room.store.read() as tx:
        row = (await tx.execute(select(schema.chat).filter_by(id=chat.id))).one()
        followed = await subscriptions.of_chat(tx, chat.id)
    kept = {*row._fields} - {"state", "state_reason", "parked_until", "thread_id"}
    return {name: getattr(row, name) for name in sorted(kept)}, tuple(followed)


async def states_of(room: ToldRoom, person: int) -> list[str]:
    chat = await room.chat(person)
    return [row.state for row in await room.rows() if row.chat_id == chat.id]


@dataclass(frozen=True, kw_only=True)
class Meant:
    """What is seen right after the refusal, and who lets the rest come."""

    count: int = 0
    state: DeliveryState = DeliveryState.READY
    reachable: bool = True
    lost: str = ""


MEANT = {
    Means.WAITS: Meant(),
    Means.AWAY: Meant(state=DeliveryState.HELD, reachable=False),
    Means.PLAIN: Meant(count=1, state=DeliveryState.SENT, lost="bold"),
    Means.BARE: Meant(count=1, state=DeliveryState.SENT, lost="inline_keyboard"),
    Means.UNKNOWN: Meant(count=1, state=DeliveryState.SENT, lost="bold"),
}


async def be_refused(room: ToldRoom, text: str) -> None:
    meant, before = MEANT[MEANS[text]], await settings(room)
    room.api.faults.add(fault(text, "sendMessage", chat_id=OLENA))

    await room.happen(DRONE)
    await room.tick()
    states, chat = await states_of(room, OLENA), await room.chat(OLENA)
    counted = room.count(OLENA, DRONE)
    await room.happen(FLOOD)
    if not meant.reachable:
        await room.tick(minutes=3)
        assert room.texts(OLENA) == []  # nobody knocks at a door that is shut
        await open_chat(room.store, Sender(telegram_id=OLENA), now=room.now)  # /start
    await room.tick(minutes=3)
    await room.tick(minutes=3)

    assert (counted, states) == (meant.count, [meant.state])
    assert (chat.state is ChatState.ACTIVE) is meant.reachable
    assert [room.count(OLENA, title) for title in (DRONE, FLOOD)] == [1, 1]
    assert [room.count(SAM, title) for title in (DRONE, FLOOD)] == [1, 1]
    assert await settings(room) == before
    if meant.lost:
        first, second = room.messages(OLENA)
        assert meant.lost not in str(first)
        assert meant.lost in str(second)


SENDING = those(*MEANT)


@pytest.mark.parametrize("text", SENDING)
async def test_what_a_message_meets(room: ToldRoom, text: str) -> None:
    await be_refused(room, text)


@pytest.mark.parametrize("text", one_of_each(SENDING))
async def test_what_a_message_meets_on_each_database(store: Store, text: str) -> None:
    async with two_people(store) as room:
        await be_refused(room, text)


@pytest.mark.parametrize("text", those(Means.UNKNOWN, Means.NEVER))
async def test_what_is_refused_in_every_form_ends_alone(room: ToldRoom, text: str) -> None:
    room.api.faults.add(fault(text, "sendMessage", chat_id=OLENA, times=2))

    await room.happen(DRONE)
    await room.happen(FLOOD)
    await room.tick()
    await room.tick(minutes=9)

    assert await states_of(room, OLENA) == [DeliveryState.REJECTED, DeliveryState.SENT]
    assert [room.count(OLENA, title) for title in (DRONE, FLOOD)] == [0, 1]
    assert [room.count(SAM, title) for title in (DRONE, FLOOD)] == [1, 1]


def test_nothing_is_ever_deleted() -> None:
    code = "".join(
        p.read_text() for p in Path("bot").rglob("*.py") if "demo" not in p.parts
    )

    assert "delete_message" not in code


async def be_joined(room: ToldRoom, story_id: int, outlet: str) -> None:
    """Let one more outlet tell the story, so that its messages are edited."""
    async with room.store.write() as tx:
        telling = await room.store_entry(tx, DRONE, outlet, story_id)
        await outbox.add_edits(
            tx, story_id=story_id, entry_id=telling.entry_id, now=room.now
        )


@pytest.mark.parametrize("text", those(Means.SAID, Means.GONE))
async def test_what_an_edit_meets(room: ToldRoom, text: str) -> None:
    story_id = await room.happen(DRONE)
    await room.tick()
    room.api.faults.add(fault(text, "editMessageText", chat_id=OLENA))

    await be_joined(room, story_id, "Beta")
    await room.tick(minutes=2)
    await room.happen(FLOOD)
    await room.tick(minutes=2)

    ended = DeliveryState.SENT if MEANS[text] is Means.SAID else DeliveryState.REJECTED
    assert await states_of(room, OLENA) == [
        DeliveryState.SENT,
        ended,
        DeliveryState.SENT,
    ]
    assert (await room.chat(OLENA)).state is ChatState.ACTIVE
    assert [room.count(OLENA, title) for title in (DRONE, FLOOD)] == [1, 1]
    assert "Beta" in room.texts(SAM)[0]


async def topic_of(room: ToldRoom, group: int) -> None:
    """Let Olena's chat be a topic of a forum."""
    room.api.add_group(group, "Forum", "supergroup", {SAM: "creator"})
    room.api.add_topic(group, TOPIC)
    async with room.store.write() as tx:
        await tx.execute(
            schema.chat.update()
            .where(schema.chat.c.telegram_id == OLENA)
            .values(telegram_id=group, kind="supergroup", thread_id=TOPIC)
        )


@pytest.mark.parametrize("text", those(Means.TOPIC))
async def test_what_a_message_to_a_topic_meets(room: ToldRoom, text: str) -> None:
    await topic_of(room, group := -100_9)
    room.api.faults.add(fault(text, "sendMessage", chat_id=group))

    await room.happen(DRONE)
    await room.tick()
    await room.happen(FLOOD)
    await room.tick(minutes=1)

    first, second = room.messages(group)
    assert "message_thread_id" not in first | second
    assert DRONE in first["text"]
    assert "send /start there" in first["text"]
    assert "/start" not in second["text"]
    assert FLOOD in second["text"]


async def test_what_a_group_meets_that_was_upgraded(room: ToldRoom) -> None:
    async with room.store.write() as tx:
        await tx.execute(
            schema.chat.update()
            .where(schema.chat.c.telegram_id == OLENA)
            .values(telegram_id=-8, kind="group")
        )
    room.api.add_group(-8, "Small", "group", {OLENA: "creator"})
    room.api.upgrade(-8, -100_8)

    await room.happen(DRONE)
    await room.tick()
    await room.happen(FLOOD)
    await room.tick(minutes=1)

    refused = [call for call in room.api.calls if call.status == 400]
    assert len(refused) == 1
    assert [room.count(-100_8, title) for title in (DRONE, FLOOD)] == [1, 1]
    assert [room.count(SAM, title) for title in (DRONE, FLOOD)] == [1, 1]


@pytest.mark.parametrize("text", those(Means.ANSWER))
async def test_what_an_answer_to_a_gone_alert_meets(room: ToldRoom, text: str) -> None:
    chat = await room.chat(OLENA)
    outgoing = await alert_of(room)
    room.api.faults.add(fault(text, "sendMessage", chat_id=OLENA))

    outcome = await room.dispatch.send(
        chat, outgoing, edit_message_id=None, reply_to=777, attempts=0, now=NOW
    )

    [message] = room.messages(OLENA)
    assert outcome == Sent(message_id=message["message_id"], note="reply lost")
    assert {"entities", "reply_markup"} <= message.keys()


async def alert_of(room: ToldRoom) -> Outgoing:
    """Return an alert as it is sent."""
    await room.happen(DRONE)
    delivery = await Outbox(store=room.store, now=room.now).claim()
    assert delivery is not None
    outgoing = await Rendering(store=room.store, clock=lambda: room.now).render(delivery)
    assert outgoing is not None
    return outgoing


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[ChatClient]:
    async with chat_client(tmp_path) as client:
        yield client


@pytest.mark.parametrize("text", those(Means.PRESSED))
async def test_what_the_answer_to_a_press_meets(client: ChatClient, text: str) -> None:
    message = await client.say("/help")
    client.api.faults.add(fault(text, "answerCallbackQuery"))

    after = await client.press_data(message, "v1:m")

    assert after["text"].startswith("Settings")


@asynccontextmanager
async def listening(
    client: ChatClient, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[None]:
    """Receive as the service does, with short pauses after errors."""
    for pause in ("FIRST_PAUSE", "LONGEST_PAUSE", "WEBHOOK_PAUSE"):
        monkeypatch.setattr(inbox, pause, 0.01)
    monkeypatch.setattr(rival, "FIRST_PAUSE", timedelta(milliseconds=10))
    box = Inbox(application=client.application, store=client.store, clock=client.clock)
    stop = asyncio.Event()
    task = asyncio.create_task(box.run(stop))
    try:
        yield
    finally:
        stop.set()
        await task


async def is_answered(client: ChatClient, count: int = 1) -> None:
    await client.api.wait_for(lambda _: len(client.sent(ANN)) == count, 20)


@pytest.mark.parametrize("text", those(Means.POLLING, Means.WAITS))
async def test_what_asking_for_updates_meets(
    client: ChatClient, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    client.api.faults.add(fault(text, "getUpdates", times=2))

    async with listening(client, monkeypatch):
        client.api.say(ANN, "/help")
        await is_answered(client)

    assert not len(client.api.faults)


async def test_who_must_not_ask_for_days_asks_again_within_minutes(
    client: ChatClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert inbox.LONGEST_SILENCE == 600
    monkeypatch.setattr(inbox, "LONGEST_SILENCE", 0.01)
    flood = Fault(kind="429", method="getUpdates", retry_after=7 * 24 * 3600)
    client.api.faults.add(flood)

    async with listening(client, monkeypatch):
        client.api.say(ANN, "/help")
        await is_answered(client)


async def test_a_webhook_that_somebody_else_has_set_is_taken_away(
    client: ChatClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with listening(client, monkeypatch):
        client.api.say(ANN, "/help")
        await is_answered(client)
        client.api.webhook = Webhook(url="https://other.example/hook")
        client.api.say(ANN, "/help")
        client.api.updates.interrupt("terminated by setWebhook request")
        await is_answered(client, 2)

    assert client.api.webhook.url == ""


SECRETS: Mapping[str, Callable[[], str]] = {
    "secret token is too long": lambda: "x" * 257,
    "secret token contains unallowed characters": lambda: "with space and ü",
}


@pytest.mark.parametrize("text", those(Means.SETTING))
def test_a_secret_that_telegram_refuses_is_refused_by_us(
    text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TOCSIN_WEBHOOK_URL", "https://bot.example")
    secret = SECRETS[text.removeprefix("Bad Request: ")]()
    monkeypatch.setenv("TOCSIN_WEBHOOK_SECRET", secret)

    with pytest.raises(ConfigError, match="TOCSIN_WEBHOOK_SECRET") as caught:
        load_settings()

    assert secret not in str(caught.value)


def test_each_text_is_met() -> None:
    met = {*MEANT, Means.SAID, Means.GONE, Means.TOPIC, Means.MOVED, Means.ANSWER}

    assert {*MEANS.values()} - met == {
        Means.PRESSED,
        Means.POLLING,
        Means.SETTING,
        Means.NEVER,
    }
