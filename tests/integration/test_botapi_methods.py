import pytest
from botapi_client import ANN, BOB, CHANNEL, FORUM, GROUP, Client, crowd

from bot.demo.botapi import BotApi


@pytest.fixture
def api() -> BotApi:
    return crowd()


def keyboard(**button: object) -> object:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)
TOO_OLD = (
    "Bad Request: query is too old and response timeout expired or query ID is invalid"
)


@pytest.mark.parametrize(
    ("arguments", "description"),
    [
        ({"chat_id": ANN}, "Bad Request: message text is empty"),
        ({"chat_id": ANN, "text": " \n"}, "Bad Request: text must be non-empty"),
        ({"text": "x"}, "Bad Request: chat_id is empty"),
        ({"text": "x", "chat_id": 99}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": "@ann"}, "Bad Request: chat not found"),
        (
            {"text": "x", "chat_id": BOB},
            "Forbidden: bot can't initiate conversation with a user",
        ),
        ({"text": "🔴" * 2049, "chat_id": ANN}, "Bad Request: message is too long"),
        (
            {"text": "<b>", "parse_mode": "HTML", "chat_id": ANN},
            (
                "Bad Request: can't parse entities: "
                'Can\'t find end tag corresponding to start tag "b"'
            ),
        ),
        (
            {"text": "x", "chat_id": ANN, "reply_parameters": {"message_id": 99}},
            "Bad Request: message to be replied not found",
        ),
        (
            {"text": "x", "chat_id": FORUM, "message_thread_id": 9},
            "Bad Request: message thread not found",
        ),
        (
            {"text": "x", "chat_id": ANN, "reply_markup": keyboard(callback_data="ї" * 33)},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "chat_id": ANN, "reply_markup": keyboard(callback_data="")},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "chat_id": ANN, "reply_markup": keyboard(url="https://nowhere")},
            (
                "Bad Request: inline keyboard button URL 'https://nowhere' is invalid: "
                "Wrong HTTP URL"
            ),
        ),
        (
            {"text": "x", "chat_id": ANN, "reply_markup": keyboard()},
            (
                "Bad Request: can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
            ),
        ),
        (
            {"text": "x", "chat_id": ANN, "reply_markup": {"inline_keyboard": [[{}] * 9]}},
            "Bad Request: reply markup is too long",
        ),
        (
            {
                "text": "x",
                "chat_id": ANN,
                "reply_markup": {
                    "inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101
                },
            },
            "Bad Request: reply markup is too long",
        ),
        (
            {"text": "x", "chat_id": ANN, "reply_markup": "{"},
            "Bad Request: can't parse reply markup JSON object",
        ),
        (
            {"text": "x", "chat_id": ANN, "reply_markup": "[]"},
            "Bad Request: object expected as reply markup",
        ),
    ],
)
async def test_send_message_refuses(
    client: Client, arguments: dict[str, object], description: str
) -> None:
    assert await client.refused("sendMessage", **arguments) == description


async def test_send_message_keeps_what_was_sent(client: Client, api: BotApi) -> None:
    first = await client.call("sendMessage", chat_id=ANN, text="one")

    sent = await client.call(
        "sendMessage",
        chat_id=ANN,
        text="<b>two</b>",
        parse_mode="html",
        disable_notification=True,
        link_preview_options={"is_disabled": True},
        reply_parameters={"message_id": first["message_id"]},
        reply_markup=keyboard(callback_data="ї" * 32),
    )

    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    assert sent["reply_to_message"]["text"] == "one"
    assert sent["from"]["id"] == 42
    assert api.messages(ANN)[-1] == {**sent, "outgoing": True, "disable_notification": True}


async def test_a_missing_answered_message_can_be_allowed(client: Client) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}

    sent = await client.call("sendMessage", chat_id=ANN, text="x", reply_parameters=reply)

    assert "reply_to_message" not in sent


async def test_topics(client: Client, api: BotApi) -> None:
    sent = await client.call(
        "sendMessage", chat_id="@the_forum", text="x", message_thread_id=3
    )
    api.close_topic(FORUM, 3)
    closed = await client.refused(
        "sendMessage", chat_id=FORUM, text="x", message_thread_id=3
    )
    api.delete_topic(FORUM, 3)
    gone = await client.refused("sendMessage", chat_id=FORUM, text="x", message_thread_id=3)

    assert sent["is_topic_message"] is True
    assert closed == "Bad Request: TOPIC_CLOSED"
    assert gone == "Bad Request: message thread not found"


async def test_who_may_not_be_written_to(client: Client, api: BotApi) -> None:
    async def refusal(chat_id: int) -> str:
        return await client.refused("sendMessage", chat_id=chat_id, text="x")

    api.block(ANN)
    assert await refusal(ANN) == "Forbidden: bot was blocked by the user"
    api.unblock(ANN)
    api.delete_account(ANN)
    assert await refusal(ANN) == "Forbidden: user is deactivated"
    api.mute(GROUP)
    muted = "Bad Request: not enough rights to send text messages to the chat"
    assert await refusal(GROUP) == muted
    api.kick(GROUP)
    assert await refusal(GROUP) == "Forbidden: bot was kicked from the group chat"
    api.promote(FORUM, "left")
    assert await refusal(FORUM) == "Forbidden: bot is not a member of the supergroup chat"
    api.promote(CHANNEL, "member")
    needs = "Bad Request: need administrator rights in the channel chat"
    assert await refusal(CHANNEL) == needs
    api.delete_group(CHANNEL)
    assert await refusal(CHANNEL) == "Forbidden: the group chat was deleted"


async def test_a_group_that_became_a_supergroup(client: Client, api: BotApi) -> None:
    api.upgrade(GROUP, -1005)

    response = await client.post("sendMessage", chat_id=GROUP, text="x")

    assert response.json() == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": -1005},
    }
    await client.call("sendMessage", chat_id=-1005, text="x")
    assert api.messages(GROUP)[-1]["migrate_to_chat_id"] == -1005
    assert api.messages(-1005)[0]["migrate_from_chat_id"] == GROUP


async def test_edits(client: Client, api: BotApi) -> None:
    sent = await client.call(
        "sendMessage", chat_id=ANN, text="x", reply_markup=keyboard(callback_data="a")
    )
    where = {"chat_id": ANN, "message_id": sent["message_id"]}

    edited = await client.call("editMessageText", **where, text="y")
    same = await client.refused(
        "editMessageText", **where, text="<b></b>y", parse_mode="HTML"
    )
    missing = await client.refused("editMessageText", chat_id=ANN, message_id=99, text="y")
    foreign = await client.refused("editMessageText", chat_id=ANN, message_id=1, text="y")
    unnamed = await client.refused("editMessageText", chat_id=ANN, text="y")
    inline = await client.refused("editMessageText", inline_message_id="a", text="y")
    no_caption = await client.refused("editMessageCaption", **where, caption="y")

    assert "reply_markup" not in edited
    assert edited["edit_date"] == edited["date"]
    assert same == NOT_MODIFIED
    assert missing == inline == "Bad Request: message to edit not found"
    assert foreign == "Bad Request: message can't be edited"
    assert unnamed == "Bad Request: message identifier is not specified"
    assert no_caption == "Bad Request: there is no caption in the message to edit"
    markup = keyboard(callback_data="b")
    await client.call("editMessageReplyMarkup", **where, reply_markup=markup)
    again = await client.refused("editMessageReplyMarkup", **where, reply_markup=markup)
    assert again == NOT_MODIFIED
    assert api.messages(ANN)[-1]["reply_markup"] == markup


async def test_deletes(client: Client, api: BotApi) -> None:
    sent = await client.call("sendMessage", chat_id=ANN, text="x")
    foreign = api.say(BOB, "hello", chat_id=GROUP)

    await client.call("deleteMessage", chat_id=ANN, message_id=sent["message_id"])
    twice = await client.refused(
        "deleteMessage", chat_id=ANN, message_id=sent["message_id"]
    )
    not_ours = await client.refused(
        "deleteMessage", chat_id=GROUP, message_id=foreign["message_id"]
    )
    await client.call("deleteMessages", chat_id=ANN, message_ids=[1, 98, 99])

    assert twice == "Bad Request: message to delete not found"
    assert not_ours == "Bad Request: message can't be deleted"
    assert all(message["deleted"] for message in api.messages(ANN))
    gone = await client.refused("editMessageText", chat_id=ANN, message_id=2, text="y")
    assert gone == "Bad Request: message to edit not found"


async def test_a_press_is_answered_once_and_in_time(client: Client, api: BotApi) -> None:
    sent = await client.call(
        "sendMessage", chat_id=ANN, text="x", reply_markup=keyboard(callback_data="a")
    )
    query, late = (api.press(ANN, ANN, sent["message_id"], "a") for _ in range(2))

    await client.call("answerCallbackQuery", callback_query_id=query, text="ok")
    twice = await client.refused("answerCallbackQuery", callback_query_id=query)
    long = await client.refused(
        "answerCallbackQuery", callback_query_id=late, text="x" * 201
    )
    api.clock.now += 31  # type: ignore[attr-defined]  # the fixture's Clock
    old = await client.refused("answerCallbackQuery", callback_query_id=late)
    unknown = await client.refused("answerCallbackQuery", callback_query_id="99")

    assert api.callback_answers == {query: {"text": "ok", "show_alert": False}}
    assert twice == old == unknown == TOO_OLD
    assert long == "Bad Request: MESSAGE_TOO_LONG"
