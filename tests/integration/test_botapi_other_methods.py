import json
from typing import Any

import pytest
from botapi_client import ANN, BOB, FORUM, GROUP, TOKEN, Client, crowd

from bot.demo.botapi import BotApi


@pytest.fixture
def api() -> BotApi:
    return crowd()


async def test_pins_and_reactions(client: Client, api: BotApi) -> None:
    where = {"chat_id": ANN, "message_id": 1}
    await client.call("pinChatMessage", **where)
    thumb = {"type": "emoji", "emoji": "👍"}
    await client.call("setMessageReaction", **where, reaction=[thumb])

    assert (await client.call("getChat", chat_id=ANN))["pinned_message"]["text"] == "/start"
    assert api.messages(ANN)[0]["reactions"] == [thumb]
    await client.call("unpinChatMessage", chat_id=ANN)
    assert "pinned_message" not in await client.call("getChat", chat_id=ANN)
    texts = [
        await client.refused("unpinChatMessage", chat_id=ANN),
        await client.refused("pinChatMessage", chat_id=ANN, message_id=99),
        await client.refused("setMessageReaction", chat_id=ANN, message_id=99),
        await client.refused("setMessageReaction", **where, reaction=[{"emoji": "x"}]),
        await client.refused("setMessageReaction", **where, reaction=[thumb, thumb]),
        await client.refused("unpinAllChatMessages", chat_id=FORUM),
    ]
    assert texts == [
        "Bad Request: message to unpin not found",
        "Bad Request: message to pin not found",
        "Bad Request: message to react not found",
        "Bad Request: REACTION_INVALID",
        "Bad Request: REACTIONS_TOO_MANY",
        "Bad Request: not enough rights to manage pinned messages in the chat",
    ]


async def test_files(client: Client) -> None:
    address = f"{client.base}/bot{TOKEN}/sendDocument"
    response = await client.http.post(
        address,
        data={
            "chat_id": ANN,
            "caption": "<i>с</i>",
            "parse_mode": "HTML",
            "document": "attach://f",
        },
        files={"f": ("експорт.json", b'{"a": "\xd1\x97\r\n"}\r\n\x00', "application/json")},
    )
    sent = response.json()["result"]
    file = await client.call("getFile", file_id=sent["document"]["file_id"])
    content = await client.http.get(f"{client.base}/file/bot{TOKEN}/{file['file_path']}")
    again = await client.call("sendDocument", chat_id=ANN, document=file["file_id"])

    assert (sent["document"]["file_name"], sent["caption"]) == ("експорт.json", "с")
    assert content.content == b'{"a": "\xd1\x97\r\n"}\r\n\x00'
    assert again["document"]["file_id"] == file["file_id"]
    long = await client.refused(
        "sendPhoto", chat_id=ANN, photo="https://a.org/p.png", caption="x" * 1025
    )
    assert long == "Bad Request: message caption is too long"
    wrong = await client.refused("sendPhoto", chat_id=ANN, photo="nope")
    assert wrong == "Bad Request: wrong file identifier/HTTP URL specified"
    none = await client.refused("sendDocument", chat_id=ANN)
    assert none == "Bad Request: there is no document in the request"
    assert await client.refused("getFile", file_id="x") == "Bad Request: invalid file_id"
    missing = await client.http.get(f"{client.base}/file/bot{TOKEN}/documents/x")
    assert missing.status_code == 404
    edited = await client.call(
        "editMessageCaption", chat_id=ANN, message_id=sent["message_id"], caption="d"
    )
    assert edited["caption"] == "d"
    text = await client.refused(
        "editMessageText", chat_id=ANN, message_id=sent["message_id"], text="d"
    )
    assert text == "Bad Request: there is no text in the message to edit"


async def test_albums_places_and_actions(client: Client) -> None:
    photo = {"type": "photo", "media": "https://a.org/p.png", "caption": "c"}

    album = await client.call("sendMediaGroup", chat_id=ANN, media=[photo, photo])
    place = await client.call("sendLocation", chat_id=ANN, latitude=50.5, longitude=36.6)
    await client.call("sendChatAction", chat_id=ANN, action="typing")

    assert len({message["media_group_id"] for message in album}) == 1
    assert place["location"] == {"latitude": 50.5, "longitude": 36.6}
    assert [
        await client.refused("sendMediaGroup", chat_id=ANN, media=[photo] * 11),
        await client.refused("sendMediaGroup", chat_id=ANN, media=[]),
        await client.refused("sendMediaGroup", chat_id=ANN, media=[{"type": "video"}]),
        await client.refused("sendLocation", chat_id=ANN, latitude=91, longitude=0),
        await client.refused("sendLocation", chat_id=ANN),
        await client.refused("sendChatAction", chat_id=ANN, action="sleep"),
    ] == [
        "Bad Request: too many messages to send as an album",
        "Bad Request: there is no media in the request",
        "Bad Request: media of this type is not emulated: send photos and documents",
        "Bad Request: wrong coordinates specified",
        "Bad Request: wrong coordinates specified",
        "Bad Request: wrong parameter action in request",
    ]


async def test_members(client: Client) -> None:
    async def status(chat_id: int, user_id: int) -> str:
        member = await client.call("getChatMember", chat_id=chat_id, user_id=user_id)
        return str(member["status"])

    assert [await status(GROUP, who) for who in (ANN, BOB, 42)] == [
        "creator",
        "member",
        "member",
    ]
    assert [await status(FORUM, BOB), await status(ANN, ANN)] == ["left", "member"]
    admins = await client.call("getChatAdministrators", chat_id=GROUP)
    assert [(m["user"]["id"], m["status"]) for m in admins] == [(ANN, "creator")]
    assert await client.call("getChatMemberCount", chat_id=GROUP) == 3
    assert [
        await client.refused("getChatMember", chat_id=GROUP, user_id=99),
        await client.refused("getChatMember", chat_id=GROUP),
        await client.refused("getChatMember", chat_id=ANN, user_id=BOB),
        await client.refused("getChatAdministrators", chat_id=ANN),
        await client.refused("leaveChat", chat_id=ANN),
    ] == [
        "Bad Request: PARTICIPANT_ID_INVALID",
        "Bad Request: invalid user_id specified",
        "Bad Request: member not found",
        "Bad Request: there are no administrators in the private chat",
        "Bad Request: chat member status can't be changed in private chats",
    ]
    await client.call("leaveChat", chat_id=GROUP)
    left = await client.refused("getChat", chat_id=GROUP)
    assert left == "Forbidden: bot is not a member of the group chat"


async def test_every_way_to_pass_arguments(client: Client) -> None:
    address = f"{client.base}/bot{TOKEN}/SENDMESSAGE"
    values = {"chat_id": str(ANN), "text": "12345 ї&+"}

    answers = [
        await client.http.get(address, params=values),
        await client.http.post(address, data=values),
        await client.http.post(address, json={**values, "chat_id": ANN, "entities": None}),
        await client.http.post(address, files={k: (None, v) for k, v in values.items()}),
    ]

    assert [a.json()["result"]["text"] for a in answers] == ["12345 ї&+"] * 4


async def test_bodies_that_cannot_be_read(client: Client) -> None:
    address = f"{client.base}/bot{TOKEN}/sendMessage"

    async def refusal(body: bytes, kind: str) -> str:
        answer = await client.http.post(
            address, content=body, headers={"content-type": kind}
        )
        return str(answer.json()["description"])

    form = "application/x-www-form-urlencoded"
    assert [
        await refusal(b"{", "application/json"),
        await refusal(b"[]", "application/json"),
        await refusal(json.dumps({"text": "\ud800"}).encode(), "application/json"),
        await refusal(b"text=\xff", form),
        await refusal(b"text=%FF", form),
        await refusal(b"x", "multipart/form-data"),
    ] == [
        "Bad Request: can't parse JSON object",
        "Bad Request: object expected",
        "Bad Request: strings must be encoded in UTF-8",
        "Bad Request: strings must be encoded in UTF-8",
        "Bad Request: strings must be encoded in UTF-8",
        "Bad Request: can't parse multipart form data",
    ]


async def test_methods_that_are_not_there(client: Client, api: BotApi) -> None:
    known = await client.post("sendPoll", chat_id=ANN)
    unknown = await client.post("sendTelepathy")

    assert known.status_code == 501
    assert known.json()["description"].startswith(
        "Not Implemented: sendPoll is not emulated"
    )
    assert unknown.json() == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }
    assert api.unknown_calls == ["sendPoll", "sendTelepathy"]


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot42:other/getMe", 401, "Unauthorized"),
        ("/botgarbage/getMe", 404, "Not Found"),
        ("/other", 404, "Not Found"),
        ("/", 404, "Not Found"),
    ],
)
async def test_wrong_tokens_and_paths(
    client: Client, path: str, status: int, description: str
) -> None:
    answer = await client.http.get(client.base + path)

    assert answer.json() == {"ok": False, "error_code": status, "description": description}


async def test_calls_are_logged(client: Client, api: BotApi) -> None:
    await client.call("getMe")
    await client.refused("sendMessage", chat_id=99, text="x")

    assert [(c.method, c.status, c.chat_id) for c in api.calls] == [
        ("getMe", 200, None),
        ("sendMessage", 400, 99),
    ]


async def test_after_log_out_nothing_works(client: Client) -> None:
    assert await client.call("close") is True
    assert await client.call("logOut") is True
    assert await client.refused("getMe") == "Logged out"


async def test_inline_queries(client: Client, api: BotApi) -> None:
    article = {
        "type": "article",
        "id": "1",
        "title": "Dam",
        "input_message_content": {"message_text": "<b>Dam</b>", "parse_mode": "HTML"},
    }
    asked = api.ask_inline(ANN, "dam")
    name = "answerInlineQuery"
    answer: dict[str, Any] = {"inline_query_id": asked}
    refused = [
        await client.refused(name, **answer, results=results)
        for results in (
            "x",
            [article] * 2,
            [{**article, "id": ""}],
            [{**article, "type": "photo"}],
            [{**article, "title": ""}],
            [{**article, "input_message_content": {}}],
            [{**article, "id": str(number)} for number in range(51)],
        )
    ]

    refused += [
        await client.refused(name, **answer, results=[], button=button)
        for button in ({"start_parameter": "a"}, {"text": "x", "start_parameter": "a b"})
    ]
    button = {"text": "Begin", "start_parameter": "inline"}
    answer["button"] = button

    assert await client.call(name, **answer, results=[article], is_personal=True) is True
    [update] = [each for each in api.updates.pending if "inline_query" in each]
    assert update["inline_query"]["query"] == "dam"
    assert api.inline_answers[asked]["is_personal"] is True
    assert api.inline_answers[asked]["button"] == button
    [shown] = api.inline_answers[asked]["results"]
    assert (shown["message"]["text"], len(shown["message"]["entities"])) == ("Dam", 1)
    assert refused == [
        "Bad Request: can't parse results JSON object",
        "Bad Request: RESULT_ID_DUPLICATE",
        "Bad Request: RESULT_ID_INVALID",
        "Bad Request: only articles are emulated; see bot/demo/botapi",
        "Bad Request: ARTICLE_TITLE_EMPTY",
        "Bad Request: message text is empty",
        "Bad Request: RESULTS_TOO_MUCH",
        "Bad Request: text of the inline query results button is empty",
        "Bad Request: START_PARAM_INVALID",
    ]
    assert "too old" in await client.refused(name, **answer, results=[article])
    assert "too old" in await client.refused(name, inline_query_id="x", results=[])
