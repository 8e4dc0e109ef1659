import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from instants import NOW
from telegram.ext import ExtBot

from bot.deliver.bot import build_bot
from bot.deliver.html import join, link
from bot.deliver.reach import GRACE, Reach
from bot.deliver.render import outgoing
from bot.deliver.send import LONGEST_PAUSE, backoff, send
from bot.demo.botapi import BotApi, Fault, serve
from bot.domain.model import (
    Attachment,
    Button,
    Chat,
    Deferred,
    Migrated,
    Outgoing,
    Rejected,
    Sent,
    Unreachable,
    Unsure,
)

TOKEN = "4242:send-tests_secret-0123456789"
PERSON, GROUP = 7, -100_500
CHAT = Chat(id=1, telegram_id=PERSON)
ROOM = Chat(id=2, telegram_id=GROUP, kind="supergroup", thread_id=9)
FILE = Attachment(name="a.json", content=b"{}")
MESSAGE = Outgoing(html="<b>Fact</b> &amp; more", plain="Fact & more")

Bot = ExtBot[Any]


@pytest.fixture
async def api() -> BotApi:
    api = BotApi(TOKEN, flood=False)
    api.add_person(PERSON, "Olena")
    api.say(PERSON, "/start")
    api.add_group(GROUP, "Neighbours", "supergroup", {PERSON: "creator"})
    api.add_topic(GROUP, 9)
    return api


@pytest.fixture
async def base(api: BotApi) -> AsyncIterator[str]:
    async with serve(api) as base:
        yield base


@pytest.fixture
async def bot(base: str) -> AsyncIterator[Bot]:
    # Without a limiter: pauses between messages are the business of test_limiter.py.
    async with ExtBot(TOKEN, base_url=f"{base}/bot") as bot:
        yield bot


def sent_to(api: BotApi, chat_id: int) -> list[dict[str, Any]]:
    return [m for m in api.messages(chat_id) if m["from"]["is_bot"]]


async def test_a_message_arrives_with_its_markup_buttons_and_no_preview(
    api: BotApi, bot: Bot
) -> None:
    message = Outgoing(
        html='<b>Fact</b> <a href="https://e.org/1">Wire</a>',
        plain="Fact",
        buttons=(
            (Button(text="Read", url="https://e.org/1"),),
            (Button(text="S", data="v1"),),
        ),
        silent=True,
    )

    outcome = await send(bot, CHAT, message)

    (arrived,) = sent_to(api, PERSON)
    assert outcome == Sent(message_id=arrived["message_id"])
    assert arrived["text"] == "Fact Wire"
    assert [e["type"] for e in arrived["entities"]] == ["bold", "text_link"]
    assert len(arrived["reply_markup"]["inline_keyboard"]) == 2
    params = next(c.params for c in api.calls if c.method == "sendMessage")
    assert params["disable_notification"] == "true"
    assert "true" in params["link_preview_options"]


async def test_only_a_paid_broadcast_says_so(api: BotApi, bot: Bot) -> None:
    await send(bot, CHAT, MESSAGE, is_paid=True)
    await send(bot, CHAT, MESSAGE)

    paid, free = [c.params for c in api.calls if c.method == "sendMessage"]
    assert paid["allow_paid_broadcast"] == "true"
    assert "allow_paid_broadcast" not in free


async def test_an_edit_changes_the_message_and_saying_the_same_again_is_fine(
    api: BotApi, bot: Bot
) -> None:
    first = await send(bot, CHAT, Outgoing(html="one", plain="one"))
    assert isinstance(first, Sent)

    for _ in range(2):
        outcome = await send(bot, CHAT, MESSAGE, edit_message_id=first.message_id)
        assert outcome == Sent(message_id=first.message_id)

    assert [m["text"] for m in sent_to(api, PERSON)] == ["Fact & more"]


async def test_an_edit_of_a_message_that_is_gone_is_rejected(bot: Bot) -> None:
    outcome = await send(bot, CHAT, MESSAGE, edit_message_id=999)

    assert outcome == Rejected(reason="Message to edit not found")


async def test_a_flood_limit_defers_as_long_as_telegram_asks(api: BotApi, bot: Bot) -> None:
    api.faults.add(Fault(kind="429", method="sendMessage", retry_after=31))

    outcome = await send(bot, CHAT, MESSAGE)

    assert isinstance(outcome, Deferred)
    assert outcome.pause == timedelta(seconds=31)
    assert outcome.park_chat


@pytest.mark.parametrize(
    "what", ["block", "delete_account", "unknown chat", "kick", "mute"]
)
async def test_a_chat_that_cannot_be_written_to_is_unreachable(
    api: BotApi, bot: Bot, what: str
) -> None:
    chat = CHAT
    match what:
        case "block":
            api.block(PERSON)
        case "delete_account":
            api.delete_account(PERSON)
        case "unknown chat":
            chat = Chat(id=3, telegram_id=555)
        case "kick":
            chat = ROOM
            api.kick(GROUP)
        case _:
            chat = ROOM
            api.mute(GROUP)

    assert isinstance(await send(bot, chat, MESSAGE), Unreachable)


async def test_a_group_that_became_a_supergroup_has_a_new_id(api: BotApi, bot: Bot) -> None:
    api.add_group(-8, "Small", "group")
    api.upgrade(-8, -100_800)

    outcome = await send(bot, Chat(id=4, telegram_id=-8, kind="group"), MESSAGE)

    assert outcome == Migrated(telegram_id=-100_800)


async def test_a_group_that_was_upgraded_to_itself_is_asked_again_later(
    api: BotApi, bot: Bot
) -> None:
    api.rooms[GROUP].migrated_to = GROUP

    outcome = await send(bot, ROOM, MESSAGE)

    assert isinstance(outcome, Deferred)
    assert outcome.pause == backoff(0)


async def test_markup_that_telegram_cannot_parse_goes_as_plain_text(
    api: BotApi, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    broken = Outgoing(html="<b>Fact", plain="Fact")

    outcome = await send(bot, CHAT, broken)

    (arrived,) = sent_to(api, PERSON)
    assert outcome == Sent(message_id=arrived["message_id"], note="plain text")
    assert arrived["text"] == "Fact"
    assert any(record.levelno == logging.ERROR for record in caplog.records)


async def test_plain_text_keeps_links_that_it_has_no_room_for(
    api: BotApi, bot: Bot
) -> None:
    urls = tuple(f"https://example.org/{number}?{'x' * 1_000}" for number in range(10))
    page = join(
        "\n", (link(f"Fire number {number}", url) for number, url in enumerate(urls))
    )
    message = replace(outgoing(page), html="<b>Fire")

    outcome = await send(bot, CHAT, message)

    (arrived,) = sent_to(api, PERSON)
    assert isinstance(outcome, Sent)
    assert outcome.note == "plain text"
    assert arrived["text"] == page.text
    assert tuple(each["url"] for each in arrived["entities"]) == urls


async def test_plain_text_comes_without_links_that_telegram_refuses(
    api: BotApi, bot: Bot
) -> None:
    page = join("\n", (link("Fire", f"https://e.org/{'x' * 2_000}") for _ in range(3)))
    for what in ("can't parse entities: Unclosed", "ENTITY_BOUNDS_INVALID"):
        refusal = f"Bad Request: {what}"
        api.faults.add(Fault(kind="400", method="sendMessage", description=refusal))

    outcome = await send(bot, CHAT, outgoing(page))

    (arrived,) = sent_to(api, PERSON)
    assert isinstance(outcome, Sent)
    assert arrived["text"] == "Fire\nFire\nFire"
    assert "entities" not in arrived


async def test_what_telegram_refuses_even_plain_is_rejected(api: BotApi, bot: Bot) -> None:
    outcome = await send(bot, CHAT, Outgoing(html="<b></b>", plain=" "))

    assert outcome == Rejected(reason="Text must be non-empty")
    assert sent_to(api, PERSON) == []


async def test_what_is_refused_for_an_unknown_reason_is_tried_plain(
    api: BotApi, bot: Bot
) -> None:
    message = Outgoing(
        html="<b>Fact</b>", plain="Fact", buttons=((Button(text="S", data="v1"),),)
    )
    api.faults.add(
        Fault(kind="400", method="sendMessage", description="Bad Request: SOMETHING_NEW")
    )

    outcome = await send(bot, ROOM, message, reply_to=1)

    (arrived,) = sent_to(api, GROUP)
    assert isinstance(outcome, Sent)
    assert outcome.note == "plain text, buttons lost, reply lost"
    assert arrived["message_thread_id"] == ROOM.thread_id
    assert not {"entities", "reply_markup", "reply_to_message"} & arrived.keys()


async def test_a_message_in_its_topic(api: BotApi, bot: Bot) -> None:
    await send(bot, ROOM, MESSAGE)

    assert sent_to(api, GROUP)[0]["message_thread_id"] == 9


@pytest.mark.parametrize("description", [None, "TOPIC_CLOSED", "TOPIC_DELETED"])
async def test_without_its_topic_a_message_goes_to_the_group(
    api: BotApi, bot: Bot, description: str | None
) -> None:
    if description is None:
        api.delete_topic(GROUP, 9)
    else:
        fault = Fault(
            kind="400", method="sendMessage", description=f"Bad Request: {description}"
        )
        api.faults.add(fault)

    outcome = await send(bot, ROOM, MESSAGE)

    (arrived,) = sent_to(api, GROUP)
    assert outcome == Sent(message_id=arrived["message_id"], note="topic lost")
    assert "message_thread_id" not in arrived


async def test_a_forum_whose_main_topic_is_closed_too_is_unreachable(
    api: BotApi, bot: Bot
) -> None:
    description = "Bad Request: message thread not found"
    api.faults.add(
        Fault(kind="400", method="sendMessage", description=description, times=9)
    )

    assert isinstance(await send(bot, ROOM, MESSAGE), Unreachable)
    assert sum(call.method == "sendMessage" for call in api.calls) == 2


async def test_a_button_that_telegram_refuses_does_not_cost_the_alert(
    api: BotApi, bot: Bot
) -> None:
    description = "Bad Request: inline keyboard button URL 'http://x' is invalid: Wrong URL"
    api.faults.add(Fault(kind="400", method="sendMessage", description=description))
    message = Outgoing(
        html="a", plain="a", buttons=((Button(text="Read", url="https://e.org"),),)
    )

    outcome = await send(bot, CHAT, message)

    assert isinstance(outcome, Sent)
    assert outcome.note == "buttons lost"
    assert "reply_markup" not in sent_to(api, PERSON)[0]


@pytest.mark.parametrize(
    ("outgoing", "shown"),
    [
        pytest.param(replace(MESSAGE, photo=b"a"), "Fact & more", id="picture"),
        pytest.param(
            replace(MESSAGE, attachment=FILE, instead="no <files>"), "no <files>", id="file"
        ),
    ],
)
@pytest.mark.parametrize(
    "refusal",
    [
        "not enough rights to send photos to the chat",
        "not enough rights to send documents to the chat",
        "CHAT_SEND_PHOTOS_FORBIDDEN",
        "CHAT_SEND_DOCS_FORBIDDEN",
        "PHOTO_INVALID_DIMENSIONS",
    ],
)
async def test_a_group_that_takes_no_files_is_told_in_words(
    api: BotApi, bot: Bot, outgoing: Outgoing, shown: str, refusal: str
) -> None:
    api.faults.add(Fault(kind="400", description=f"Bad Request: {refusal}"))

    outcome = await send(bot, ROOM, outgoing)

    assert isinstance(outcome, Sent)
    [message] = sent_to(api, GROUP)
    assert message["text"] == shown


@pytest.mark.parametrize("kind", ["500", "502_html"])
async def test_a_server_error_defers_ever_longer(api: BotApi, bot: Bot, kind: Any) -> None:
    api.faults.add(Fault(kind=kind, method="sendMessage", times=2))

    first = await send(bot, CHAT, MESSAGE, attempts=0)
    later = await send(bot, CHAT, MESSAGE, attempts=3)

    assert isinstance(first, Deferred)
    assert isinstance(later, Deferred)
    assert (first.pause, later.pause) == (timedelta(seconds=1), timedelta(seconds=8))
    assert (first.park_chat, later.park_chat) == (True, False)  # so the chat reads in order


async def test_a_gateway_that_waited_too_long_leaves_us_unsure_without_end(
    api: BotApi, bot: Bot
) -> None:
    api.faults.add(Fault(kind="504_html", method="sendMessage"))

    outcome = await send(bot, CHAT, MESSAGE, attempts=7)

    assert isinstance(outcome, Unsure)
    assert not outcome.counts


@pytest.mark.parametrize("silent", [timedelta(0), GRACE])
async def test_no_answer_says_nothing_of_a_message_while_nobody_is_answered(
    api: BotApi, bot: Bot, silent: timedelta
) -> None:
    clock = [NOW]
    reach = Reach(clock=lambda: clock[0])
    reach.failed("silence")
    clock[0] += silent
    api.faults.add(Fault(kind="reset_after", method="sendMessage"))

    outcome = await send(bot, CHAT, MESSAGE, now=clock[0], reach=reach)

    assert isinstance(outcome, Unsure)
    assert outcome.counts == (silent < GRACE)


async def test_a_connection_that_breaks_after_the_request_leaves_us_unsure(
    api: BotApi, bot: Bot
) -> None:
    api.faults.add(Fault(kind="reset_after", method="sendMessage"))

    assert isinstance(await send(bot, CHAT, MESSAGE), Unsure)
    assert len(sent_to(api, PERSON)) == 1


async def test_a_refused_token_defers_and_is_not_logged(
    api: BotApi, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    api.faults.add(Fault(kind="401", method="sendMessage"))

    outcome = await send(bot, CHAT, MESSAGE)

    assert isinstance(outcome, Deferred)
    assert outcome.pause == timedelta(seconds=60)
    assert "TOCSIN_TELEGRAM_TOKEN" in caplog.text
    assert TOKEN not in caplog.text


async def test_an_edit_that_the_server_lacks_is_refused_and_a_message_waits(
    api: BotApi, bot: Bot
) -> None:
    for _ in range(2):
        api.faults.add(Fault(kind="404", description="Not Found: method not found"))

    assert isinstance(await send(bot, CHAT, MESSAGE, edit_message_id=1), Rejected)
    assert isinstance(await send(bot, CHAT, MESSAGE), Deferred)


async def test_the_bot_as_the_service_has_it_sends_as_well(base: str) -> None:
    async with build_bot(token=TOKEN, api_url=f"{base}/") as bot:
        assert isinstance(await send(bot, CHAT, MESSAGE), Sent)


def test_the_pause_doubles_to_five_minutes_and_spreads() -> None:
    now = datetime(2026, 11, 22, 12, 0, 0, 999, tzinfo=UTC)

    assert [backoff(n).total_seconds() for n in (-1, 0, 1, 8)] == [1, 1, 2, 256]
    assert backoff(9) == backoff(10_000) == LONGEST_PAUSE
    assert LONGEST_PAUSE < backoff(99, now=now) <= LONGEST_PAUSE * 1.1
