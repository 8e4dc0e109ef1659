"""The emulator against the library that the bot uses."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from botapi_client import TOKEN
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
)
from telegram.request import HTTPXRequest

from bot.demo.botapi import BotApi, Fault, serve

ANN, GROUP = 7, -5


@pytest.fixture
def api() -> BotApi:
    api = BotApi(TOKEN, poll_floor=0)
    api.add_person(ANN, "Ann", "uk")
    api.add_group(GROUP, "Friends", members={ANN: "creator"})
    return api


@pytest.fixture
async def base(api: BotApi) -> AsyncIterator[str]:
    async with serve(api) as base:
        yield base


def builder(
    base: str, token: str = TOKEN
) -> ApplicationBuilder[Any, Any, Any, Any, Any, Any]:
    urls = ApplicationBuilder().token(token).base_url(f"{base}/bot")
    return urls.base_file_url(f"{base}/file/bot").job_queue(None)


@pytest.fixture
async def bot(base: str, api: BotApi) -> AsyncIterator[Bot]:
    api.say(ANN, "/start")
    async with Bot(
        TOKEN,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=HTTPXRequest(read_timeout=20),
    ) as bot:
        yield bot


async def greet(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message is not None
    rows = [[InlineKeyboardButton("go", callback_data="v1:go")]]
    args = " ".join(context.args or ())
    await update.effective_message.reply_html(
        f"<b>Hi</b> {args}", reply_markup=InlineKeyboardMarkup(rows)
    )


async def go(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    del context
    assert update.callback_query is not None
    await update.callback_query.answer("done")
    await update.callback_query.edit_message_text("edited")


async def test_an_application_talks_to_a_person(api: BotApi, base: str) -> None:
    app = builder(base).build()
    app.add_handler(CommandHandler("start", greet))
    app.add_handler(CallbackQueryHandler(go))
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling()

        api.say(ANN, "/start r_UA-63")
        await api.wait_for(lambda a: len(a.messages(ANN)) == 2)
        sent = api.messages(ANN)[1]
        query = api.press(ANN, ANN, sent["message_id"], "v1:go")
        await api.wait_for(lambda a: "edit_date" in a.messages(ANN)[1])

        await app.updater.stop()
        await app.stop()

    assert sent["text"] == "Hi r_UA-63"
    assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "v1:go"
    assert api.messages(ANN)[1]["text"] == "edited"
    assert api.callback_answers == {query: {"text": "done", "show_alert": False}}
    assert api.updates.pending == []
    assert api.unknown_calls == []


async def test_of_two_pollers_one_is_refused(api: BotApi, base: str) -> None:
    seen = asyncio.Event()

    def note(error: TelegramError) -> None:
        if isinstance(error, Conflict):
            seen.set()

    one, two = builder(base).build(), builder(base).build()
    async with one, two:
        assert one.updater is not None
        assert two.updater is not None
        await one.updater.start_polling(error_callback=note)
        await api.wait_for(lambda a: any(c.method == "getUpdates" for c in a.calls))
        await two.updater.start_polling(error_callback=note)
        await asyncio.wait_for(seen.wait(), 30)
        await one.updater.stop()
        await two.updater.stop()

    assert seen.is_set()


async def test_what_was_not_confirmed_comes_again(bot: Bot) -> None:
    assert len(await bot.get_updates(timeout=0, allowed_updates=["message"])) >= 1

    again = await bot.get_updates(timeout=0)

    assert again[-1].effective_message is not None
    assert again[-1].effective_message.text == "/start"


@pytest.mark.parametrize(
    ("kind", "error", "arrived"),
    [
        ("429", RetryAfter, 0),
        ("500", NetworkError, 0),
        ("502_html", NetworkError, 0),
        ("reset_before", NetworkError, 0),
        ("reset_after", NetworkError, 1),
        ("hang", TimedOut, 0),
        ("hang_after", TimedOut, 1),
        ("401", InvalidToken, 0),
        ("403", Forbidden, 0),
        ("400", BadRequest, 0),
        ("409", Conflict, 0),
    ],
)
async def test_faults(
    api: BotApi, bot: Bot, kind: Any, error: type[Exception], arrived: int
) -> None:
    api.faults.add(Fault(kind=kind, method="sendMessage", retry_after=31, skip=1))
    await bot.send_message(ANN, "one")

    with pytest.raises(error) as caught:
        await bot.send_message(ANN, "two", read_timeout=0.5 if "hang" in kind else 20)

    await bot.send_message(ANN, "three")
    texts = [message["text"] for message in api.messages(ANN)]
    assert texts == ["/start", "one", *(["two"] * arrived), "three"]
    if isinstance(caught.value, RetryAfter):
        assert caught.value.retry_after == timedelta(seconds=31)


async def test_a_delay_and_a_fault_for_one_chat(api: BotApi, bot: Bot) -> None:
    api.faults.add(Fault(kind="delay", seconds=0.01, description="unused"))
    api.faults.add(Fault(kind="500", chat_id=GROUP, description="Internal Server Error: x"))

    await bot.send_message(ANN, "one")
    with pytest.raises(NetworkError, match="Internal Server Error: x"):
        await bot.send_message(GROUP, "two")

    assert len(api.faults) == 0
    api.faults.add(Fault(kind="500"))
    api.clear_faults()
    await bot.send_message(ANN, "three")


async def test_the_librarys_errors(api: BotApi, bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)can't parse entities"):
        await bot.send_message(ANN, "<b>", parse_mode="HTML")
    api.upgrade(GROUP, -1005)
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(GROUP, "x")
    api.block(ANN)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ANN, "x")

    assert migrated.value.new_chat_id == -1005


async def test_the_library_reads_every_kind_of_answer(api: BotApi, bot: Bot) -> None:
    await bot.set_my_commands(
        [BotCommand("start", "Start")], scope=BotCommandScopeAllChatAdministrators()
    )
    sent = await bot.send_document(ANN, b"{}", filename="export.json", caption="c")
    assert sent.document is not None
    file = await bot.get_file(sent.document.file_id)
    place = api.share_location(ANN, 50.5, 36.6)
    api.send_file(ANN, "import.json", b"[]")
    updates = await bot.get_updates(timeout=0)
    await bot.pin_chat_message(ANN, sent.message_id)
    chat = await bot.get_chat(ANN)
    members = await bot.get_chat_administrators(GROUP)

    assert await file.download_as_bytearray() == b"{}"
    assert updates[-2].message is not None
    assert updates[-2].message.location is not None
    assert updates[-2].message.location.latitude == place["location"]["latitude"]
    assert updates[-1].message is not None
    assert updates[-1].message.document is not None
    assert chat.pinned_message is not None
    assert [member.status for member in members] == ["creator"]
    assert (await bot.get_chat_member(GROUP, bot.id)).status == "member"
    assert (await bot.get_webhook_info()).url == ""
    assert (await bot.get_my_name()).name == "Tocsin"
