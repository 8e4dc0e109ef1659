"""``/export`` and ``/import``: what belongs to a chat, as files."""

import json
import logging
from pathlib import Path

import pytest
from chat_client import ADMIN, ANN, BOB, GROUP, TOKEN, ChatClient, buttons

from bot.config.opml import parse_opml
from bot.demo.botapi import Fault
from bot.domain.model import ChatState
from bot.i18n import texts
from bot.store import mutes

NOTHING = {"format": "tocsin-settings", "version": 1}
OPML = """<?xml version="1.0"?><opml version="2.0"><body>
<outline type="rss" text="Example Post" xmlUrl="https://example.org/feed"/>
<outline type="rss" text="New Paper" xmlUrl="https://paper.example/rss"/>
<outline type="rss" text="Broken" xmlUrl="ftp://nowhere"/>
</body></opml>"""


async def _set_up(chat: ChatClient, person: int = ANN) -> None:
    for command in (
        "/lang uk",
        "/region Sumy",
        "/keyword dam | dike in Kherson",
        "/mute football -match",
        "/mode smart",
        "/digest 07:30,19:00 mon-fri",
        "/mode smart",
        "/quiet 23:00-07:00 except urgent",
        "/tz Europe/Warsaw",
        "/mode 20/h",
    ):
        await chat.say(command, person)


async def test_everything_comes_back_in_another_chat(chat: ChatClient) -> None:
    await _set_up(chat)
    file = await chat.say("/export")
    preview = await chat.attach(chat.document(file).encode(), BOB, caption="/import")
    before = await chat.subscriptions(BOB)
    done = await chat.press(preview, "Застосувати", BOB)

    assert before == []
    assert "Часовий пояс" in preview["text"]
    assert "Сумська область" in done["text"]
    mine, theirs = await chat.stored(), await chat.stored(BOB)
    names = "language time_zone mode digests quiet hourly_limit follow_ups outlets".split()
    assert {n: getattr(mine, n) for n in names} == {n: getattr(theirs, n) for n in names}
    assert [(s.query, s.regions) for s in await chat.subscriptions(BOB)] == [
        (s.query, s.regions) for s in await chat.subscriptions(ANN)
    ]
    async with chat.store.read() as tx:
        muted = await mutes.active(tx, [theirs.id], now=chat.clock.now)
    assert [each.words for each in muted[theirs.id]] == ["football -match"]


async def test_an_export_is_one_message_with_a_file(chat: ChatClient) -> None:
    await _set_up(chat)

    file = await chat.say("/export")

    document = json.loads(chat.document(file))
    assert file["document"]["file_name"] == "tocsin-2026-11-22.json"
    assert document["format"] == "tocsin-settings"
    assert document["version"] == 1
    assert document["settings"]["quiet"] == {
        "from": "23:00",
        "to": "07:00",
        "but_urgent": True,
    }
    assert document["subscriptions"][0] == {
        "query": None,
        "regions": ["UA-59"],
        "names": ["Сумська область"],
        "urgent": False,
    }


async def test_feeds_are_exported_as_opml(chat: ChatClient) -> None:
    await chat.add_entry("Dam", "UA")

    file = await chat.say("/export opml")
    by_button = await chat.say("/export")
    await chat.press(by_button, "My feeds as OPML")

    found = parse_opml(chat.document(file).encode(), "x")
    assert [feed.url for feed in found.feeds] == ["https://example.org/feed"]
    assert "Your feeds: 1" in file["caption"]
    assert chat.sent()[-1]["document"]["file_name"] == "tocsin-2026-11-22.opml"


async def test_taking_over_is_undone(chat: ChatClient) -> None:
    await _set_up(chat, BOB)
    file = await chat.say("/export", BOB)
    await chat.say("/region Kursk")
    before = await chat.stored()
    preview = await chat.attach(chat.document(file).encode(), caption="/import")
    done = await chat.press(preview, "Apply")
    undone = await chat.press(done, "Повернути")

    assert "Everything is as it was before" in undone["text"]
    assert await chat.stored() == before
    assert await chat.regions() == ["RU-KRS"]
    async with chat.store.read() as tx:
        assert not await mutes.active(tx, [before.id], now=chat.clock.now)


async def test_second_presses_change_nothing(chat: ChatClient) -> None:
    document = {**NOTHING, "subscriptions": [{"regions": ["UA-59"]}]}
    preview = await chat.attach(json.dumps(document).encode())
    await chat.press_data(preview, "v1:imp:1")
    done = await chat.press_data(preview, "v1:imp:1")
    added = await chat.regions()
    await chat.say("/region Kursk")
    await chat.press_data(done, "v1:imu:1")
    undone = await chat.press_data(done, "v1:imu:1")

    assert added == ["UA-59"]
    assert await chat.regions() == ["RU-KRS"]
    assert "undone already" in undone["text"]


async def test_the_file_may_come_after_the_question_and_a_restart(
    chat: ChatClient,
) -> None:
    question = await chat.say("/import")
    document = {**NOTHING, "settings": {"language": "ru"}}

    pasted = await chat.say(json.dumps(document))
    answered = await chat.say("/import", reply_to=None)
    sent = chat.api.send_file(ANN, "x.json", json.dumps(document).encode())
    await chat.settle()
    replied = await chat.say("/import", reply_to=sent["message_id"])

    assert "Send me the file" in question["text"]
    assert "Language: English → Russian" in pasted["text"]
    assert "Send me the file" in answered["text"]
    assert "Language: English → Russian" in replied["text"]


async def test_each_fault_is_named_and_loses_nothing(chat: ChatClient) -> None:
    document = {
        **NOTHING,
        "colour": "red",
        "settings": {"language": "xx", "time_zone": "Mars/Base", "mode": "digest"},
        "subscriptions": [
            {"query": "dam"},
            {"query": "(dam"},
            {"regions": ["XX-99"]},
            {"regions": ["Sumy"], "query": "дамба"},
            7,
            {},
        ],
        "mutes": [
            {"kind": "outlet", "words": "Example Post"},
            {"kind": "story", "words": "A story"},
            {"kind": "words", "words": "football", "until": "yesterday"},
        ],
    }

    preview = await chat.attach(json.dumps(document).encode())
    await chat.press(preview, "Apply")

    for sentence in (
        '"colour": There is no such field; it is left out.',
        'settings.language: "xx" cannot be used here; write for example "uk".',
        "settings.time_zone: I know no time zone “Mars/Base”",
        "subscriptions #2: This parenthesis is never closed.",
        "subscriptions #3: I know no region “XX-99”.",
        "subscriptions #5: Here a list or an object is missing.",
        "subscriptions #6: {} cannot be used here",
        "mutes #2: A muted story cannot be carried over.",
        'mutes #3 until: "yesterday" cannot be used here',
    ):
        assert sentence in preview["text"]
    assert [(s.query, s.regions) for s in await chat.subscriptions()] == [
        ("dam", ()),
        ("дамба", ("UA-59",)),
    ]
    assert (await chat.stored()).mode.value == "digest"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"format": "tocsin-settings",\n "version" 1}', "line 2, column 12"),
        (b"[]", "It is not a file of /export"),
        (b'{"format": "tocsin-settings", "version": 2}', "It is of version 2"),
        (b'{"format": "tocsin-settings", "version": true}', "It is of version true"),
        (b"\xff\xfe\x00", "It is not a file of /export"),
        (b"%PDF-1.4", "It is not a file of /export"),
        (b'{"a": ' + b"[" * 100_000, "line 1, column 1"),
        (b'{"a": ' + b"9" * 5000 + b"}", "line 1, column 1"),
        (b"<html></html>", "I cannot read that list of feeds"),
        (b"", "It is not a file of /export"),
    ],
)
async def test_what_cannot_be_read_is_said_with_advice(
    chat: ChatClient, content: bytes, reason: str
) -> None:
    answer = await chat.attach(content)

    assert reason in answer["text"]
    assert buttons(answer)


async def test_only_an_admin_is_told_in_english_what_is_wrong_with_a_list(
    chat: ChatClient,
) -> None:
    reader = await chat.attach(b"<html></html>")
    admin = await chat.attach(b"<html></html>", ADMIN)

    assert "is not OPML" not in reader["text"]
    assert "is not OPML" in admin["text"]


async def test_unprintable_values_do_no_harm(chat: ChatClient) -> None:
    document = {
        **NOTHING,
        "settings": {"outlets": {"tags": ["\ud800\0"]}, "time_zone": "\0\ud800"},
        "subscriptions": [{"query": "\ud800\0"}, {"regions": ["\ud800"]}],
        "mutes": [{"kind": "outlet", "words": "\ud800\0a"}],
        "\ud800": 1,
    }
    preview = await chat.attach(json.dumps(document).encode())
    done = await chat.press(preview, "Apply")

    assert "Applied." in done["text"]


async def test_a_file_that_is_too_large_is_not_fetched(
    chat: ChatClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    answer = await chat.attach(b" " * (2**20 + 1), caption="/import")

    assert "larger than 1 MB" in answer["text"]
    assert chat.calls("getFile") == []


async def test_the_token_reaches_no_log(
    chat: ChatClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # as logs.set_up_logging does
    sent = chat.api.send_file(ANN, "x.json", b"{}")
    del chat.api.files[sent["document"]["file_id"]]
    await chat.settle()

    assert "file not downloaded" in caplog.text
    ours = [r.getMessage() for r in caplog.records if r.name.startswith("bot.")]
    assert not [message for message in ours if TOKEN in message]


async def test_a_member_of_a_group_takes_nothing_over(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "News", "group", {ANN: "creator", BOB: "member"})
    content = json.dumps({**NOTHING, "settings": {"language": "ru"}}).encode()

    refused = await chat.attach(content, BOB, chat_id=GROUP, caption="/import")
    offered = await chat.attach(content, ANN, chat_id=GROUP, caption="/import")
    chat.api.send_file(ANN, "talk.pdf", b"", GROUP)
    await chat.settle()

    assert "адміністратори" in refused["text"]
    assert "Застосувати це з файлу?" in offered["text"]  # the group speaks Bob's language
    assert len(chat.sent(GROUP)) == 2


async def test_a_file_of_another_chat_is_not_taken_over(chat: ChatClient) -> None:
    content = json.dumps({**NOTHING, "settings": {"language": "ru"}}).encode()
    await chat.attach(content)
    message = await chat.say("/help", BOB)

    answer = await chat.press_data(message, "v1:imp:1", BOB)

    assert (await chat.stored(BOB)).language == "uk"
    assert buttons(answer)


async def test_an_admin_adds_a_list_of_feeds(chat: ChatClient, tmp_path: Path) -> None:
    await chat.say("/lang en", ADMIN)
    await chat.add_entry("Dam", "UA")
    feeds = tmp_path / "feeds.yaml"
    feeds.write_text("version: 1\nfeeds:\n  # mine\n  - url: https://a.example/rss\n")

    preview = await chat.attach(OPML.encode(), ADMIN, name="feeds.opml")
    before = feeds.read_text()
    added = await chat.press(preview, "Add 1 feed", ADMIN)
    again = await chat.press_data(added, "v1:fla:1", ADMIN)

    assert "New Paper" in preview["text"]
    assert "1 is there already" in preview["text"]
    assert "ftp://nowhere" in preview["text"]
    assert "paper.example" not in before
    assert feeds.read_text() == before + (
        "  - url: https://paper.example/rss\n    title: New Paper\n"
    )
    assert "1 feed was added" in added["text"]
    assert "They are in feeds.yaml already" in again["text"]


async def test_a_list_of_feeds_from_anybody_else_is_a_suggestion(
    chat: ChatClient, tmp_path: Path
) -> None:
    preview = await chat.attach(OPML.encode())
    forged = await chat.press_data(preview, "v1:fla:1")

    assert "The admin of this bot decides" in preview["text"]
    assert "I will check whether it can be read" in forged["text"]
    assert not (tmp_path / "feeds.yaml").exists()


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
async def test_a_group_that_takes_no_files_hears_so_and_goes_on_being_told(
    chat: ChatClient, language: str
) -> None:
    chat.api.add_group(GROUP, "Neighbours", "supergroup", {ANN: "creator"})
    await chat.say(f"/lang {language}", chat_id=GROUP)
    refusal = "Bad Request: not enough rights to send documents to the chat"
    fault = Fault(kind="400", method="sendDocument", description=refusal)
    chat.api.faults.add(fault)

    answer = await chat.say("/export", chat_id=GROUP)

    said = "I may not send files here. Allow it in the group's permissions, then try again."
    assert answer["text"] == texts(language).gettext(said)
    assert (await chat.stored(GROUP)).state is ChatState.ACTIVE
