"""What admins do in the chat: feeds, reload, people, broadcast, backup, and its log."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from chat_client import ADMIN, ANN, NOW, ChatClient, buttons, chat_client
from publisher import Publisher

from bot.deliver.send import send
from bot.domain.model import Chat, FeedSpec
from bot.pipeline.configure import apply_feeds
from bot.pipeline.dispatch import Dispatch
from bot.store import admin_actions, chats, claims, feed_specs

FEEDS = """version: 1
feeds:
  - {url: https://alpha.example/rss, title: Alpha}
  - {url: https://beta.example/rss, title: Beta}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "feeds.yaml").write_text(FEEDS, encoding="utf-8")
    return tmp_path


@pytest.fixture
async def chat(folder: Path) -> AsyncIterator[ChatClient]:
    """Return a chat whose admin reads English and has taken the feeds."""
    async with chat_client(folder) as client:
        await client.say("/lang en", ADMIN)
        await client.say("/admin reload", ADMIN)
        yield client


async def _due(chat: ChatClient) -> set[str]:
    """Return the titles of the feeds that would be polled now."""
    async with chat.store.write() as tx:
        found = await claims.claim_due(
            tx, now=chat.clock.now, limit=9, lease=chat.clock.now - NOW, per_site=9
        )
    return {feed.spec.title for feed in found}


async def _log(chat: ChatClient) -> list[tuple[str, str, int | None]]:
    async with chat.store.read() as tx:
        found = await admin_actions.newest(tx, offset=0, limit=99)
    return [(each.what, each.subject, each.admin) for each in found]


async def _open_feed(chat: ChatClient, title: str) -> dict[str, object]:
    listed = await chat.say("/admin feeds", ADMIN)
    return await chat.press(listed, title, ADMIN)


async def test_a_feed_is_polled_at_once(chat: ChatClient) -> None:
    async with chat.store.write() as tx:
        await claims.postpone(tx, [(1, NOW.replace(hour=20)), (2, NOW.replace(hour=20))])
        await tx.exec_driver_sql("UPDATE feed SET not_before = NULL WHERE title = 'Alpha'")
    alpha = await _open_feed(chat, "Alpha")
    await chat.press(alpha, "Poll now", ADMIN)
    beta = await _open_feed(chat, "Beta")
    await chat.press(beta, "Poll now", ADMIN)

    told = [each["text"] for each in chat.calls("answerCallbackQuery") if "text" in each]
    first, second = told
    assert first.startswith("Polling it now")
    assert second == "Its server asked for a pause; next poll: 22:00."
    assert await _due(chat) == {"Alpha"}


async def test_a_paused_feed_stays_paused_when_the_file_is_read(
    chat: ChatClient, folder: Path
) -> None:
    alpha = await _open_feed(chat, "Alpha")
    paused = await chat.press(alpha, "Pause", ADMIN)
    (folder / "feeds.yaml").write_text(FEEDS.replace("Beta", "Gamma"), encoding="utf-8")
    told = await chat.say("/admin reload", ADMIN)

    assert "⏸️ Alpha — paused by an admin" in paused["text"]
    assert told["text"] == "The files were reloaded.\n\nChanged: Gamma (title)"
    assert await _due(chat) == {"Gamma"}


async def test_a_resumed_feed_is_polled(chat: ChatClient) -> None:
    alpha = await _open_feed(chat, "Alpha")
    paused = await chat.press(alpha, "Pause", ADMIN)
    again = await chat.press_data(
        alpha, next(d for t, d in buttons(alpha).items() if t == "Pause"), ADMIN
    )
    resumed = await chat.press(paused, "Resume", ADMIN)

    assert "paused by an admin" in again["text"]
    assert "paused by an admin" not in resumed["text"]
    assert await _due(chat) == {"Alpha", "Beta"}
    assert [what for what, _, _ in await _log(chat)] == ["resume", "pause", "reload"]


async def test_a_feed_that_left_the_file_is_not_resumed(
    chat: ChatClient, folder: Path
) -> None:
    alpha = await _open_feed(chat, "Alpha")
    paused = await chat.press(alpha, "Pause", ADMIN)
    without = FEEDS.replace("  - {url: https://alpha.example/rss, title: Alpha}\n", "")
    (folder / "feeds.yaml").write_text(without, encoding="utf-8")
    await chat.say("/admin reload", ADMIN)

    await chat.press(paused, "Resume", ADMIN)

    assert await _due(chat) == {"Beta"}
    async with chat.store.read() as tx:
        specs = await feed_specs.list_specs(tx)
    assert {spec.title: spec.enabled for spec in specs} == {"Alpha": False, "Beta": True}


async def test_a_test_says_what_is_wrong_and_what_to_do(chat: ChatClient) -> None:
    async with Publisher() as publisher:
        feed = publisher.feed("/alpha.xml")
        feed.add(title="Dam", published=NOW)
        specs = [
            FeedSpec(url=feed.url, title="Good"),
            FeedSpec(url=publisher.url("/nothing"), title="Bad"),
        ]
        await apply_feeds(chat.store, specs, now=NOW)
        good = await chat.press(await _open_feed(chat, "Good"), "Test", ADMIN)
        bad = await chat.press(await _open_feed(chat, "Bad"), "Test", ADMIN)

    assert "1 entry" in good["text"]
    assert bad["text"].startswith("Bad\n⛔ Cannot be read\n\n• ")
    assert "→ look for the feed's new address on the outlet's site" in bad["text"]
    texts = [each.get("text") for each in chat.calls("editMessageText")]
    assert any("Fetching and reading it…" in str(text) for text in texts)


async def test_a_reload_says_what_changed(chat: ChatClient, folder: Path) -> None:
    changed = FEEDS.replace("title: Alpha", "title: Alpha, interval: 2m")
    changed = changed.replace("beta.example", "new.example")
    (folder / "feeds.yaml").write_text(changed, encoding="utf-8")

    told = await chat.say("/admin reload", ADMIN)

    assert told["text"] == (
        "The files were reloaded.\n\nAdded: Beta\nPaused: Beta\nChanged: Alpha (interval)"
    )


async def test_a_faulty_file_is_named_and_changes_nothing(
    chat: ChatClient, folder: Path
) -> None:
    (folder / "feeds.yaml").write_text(FEEDS + "  - {title: No address}\n")

    told = await chat.say("/admin reload", ADMIN)

    assert told["text"].startswith("Not reloaded; nothing has changed.\n\n")
    assert "feeds.yaml:5" in told["text"]
    assert await _due(chat) == {"Alpha", "Beta"}


async def test_each_fault_of_a_file_has_a_line_of_its_own(
    chat: ChatClient, folder: Path
) -> None:
    (folder / "feeds.yaml").write_text(FEEDS + "  - {title: No address}\n" * 9)

    told = await chat.say("/admin reload", ADMIN)

    faults = told["text"].splitlines()[2:]
    assert all("feeds.yaml:" in fault for fault in faults[:6])
    assert faults[6:] == ["and 3 more"]


async def test_people_and_the_queue_are_counted(chat: ChatClient) -> None:
    await chat.say("/region Sumy", ANN)
    await chat.say("/pause 2h", ANN)

    told = await chat.say("/admin people", ADMIN)

    assert "People: 2" in told["text"]
    assert "Languages: English: 2" in told["text"]
    assert "Paused: 1" in told["text"]
    assert "Subscriptions: 1" in told["text"]
    assert "To be sent: nothing" in told["text"]


async def _dispatch(chat: ChatClient) -> None:
    dispatch = Dispatch(
        store=chat.store,
        send=partial(send, chat.application.bot),
        clock=chat.clock,
        pause=lambda _: 0.0,
    )
    await dispatch.drain(asyncio.Event())


async def test_a_broadcast_reaches_each_chat_once(chat: ChatClient) -> None:
    await chat.say("/lang uk", ANN)
    preview = await chat.say("/admin broadcast Down for an hour:\n<22:00>", ADMIN)
    sent = await chat.press(preview, "Send to 2 chats", ADMIN)
    await chat.press_data(preview, "v1:bgo:1", ADMIN)
    before = len(chat.sent(ANN))
    await _dispatch(chat)
    await _dispatch(chat)
    done = await chat.press(sent, "Refresh", ADMIN)

    assert preview["text"].startswith(
        "Preview\n\n📢 A message from the admins of this bot\n\nDown for an hour:\n<22:00>"
    )
    assert sent["text"].startswith("Sending\n\n")
    [got] = chat.sent(ANN)[before:]
    assert (
        got["text"]
        == "📢 Повідомлення від адміністраторів бота\n\nDown for an hour:\n<22:00>"
    )
    assert got["disable_notification"]
    assert done["text"].startswith("Sent\n\n")
    assert "Sent: 2 of 2" in done["text"]
    assert (await _log(chat))[0] == ("broadcast", "2 · Down for an hour:\n<22:00>", ADMIN)


async def test_a_broadcast_is_typed_and_can_be_stopped(chat: ChatClient) -> None:
    await chat.say("/start", ANN)
    await chat.say("/admin broadcast", ADMIN)
    preview = await chat.say("Hello all", ADMIN)
    sent = await chat.press(preview, "Send to 2 chats", ADMIN)
    stopped = await chat.press(sent, "Stop sending", ADMIN)
    before = len(chat.sent(ANN))
    await _dispatch(chat)

    assert stopped["text"].startswith("Sending was stopped")
    assert "Not sent: 2" in stopped["text"]
    assert len(chat.sent(ANN)) == before


async def test_a_draft_that_was_dropped_is_not_sent_by_an_old_button(
    chat: ChatClient,
) -> None:
    preview = await chat.say("/admin broadcast Hello", ADMIN)
    dropped = await chat.press(preview, "Do not send", ADMIN)
    later = await chat.press_data(preview, "v1:bgo:1", ADMIN)

    assert dropped["text"].startswith("Not sent")
    assert later["text"].startswith("Not sent")


async def test_a_backup_is_a_whole_database(chat: ChatClient, folder: Path) -> None:
    told = await chat.say("/admin backup", ADMIN)

    [copy] = (folder / "backups").iterdir()
    assert str(copy) in told["text"]
    with contextlib.closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT count(*) FROM feed").fetchone() == (2,)
    assert (await _log(chat))[0] == ("backup", copy.name, ADMIN)


async def test_the_log_says_who_did_what_and_when(chat: ChatClient) -> None:
    told = await chat.say("/admin log", ADMIN)

    assert told["text"] == (
        "What admins did (Kyiv time)\n\n14:00 · 8 · reloaded the files · Added: Alpha; Beta"
    )


async def test_who_forgets_leaves_no_name_in_the_log(chat: ChatClient) -> None:
    question = await chat.say("/forget", ADMIN)
    await chat.press_data(question, "v1:forget:yes", ADMIN)

    assert [admin for _, _, admin in await _log(chat)] == [None]


async def test_help_names_the_command_of_admins_to_admins_only(chat: ChatClient) -> None:
    shown = {who: (await chat.say("/help", who))["text"] for who in (ADMIN, ANN)}

    assert "/admin —" in shown[ADMIN]
    assert "/admin" not in shown[ANN]


async def test_others_do_nothing_by_forged_buttons_or_words(chat: ChatClient) -> None:
    message = await chat.say("/help", ANN)
    for data in (
        "ar:1:0",
        "ap:1:0",
        "at:1:0",
        "ore",
        "ope",
        "oba",
        "olo",
        "bgo:1",
        "bno:1",
    ):
        await chat.press_data(message, f"v1:{data}", ANN)
    async with chat.store.write() as tx:
        found = await chats.find_chat(tx, ANN)
        assert isinstance(found, Chat)
        await chats.set_prompt(tx, found.id, "broadcast")
    answer = await chat.say("to everybody", ANN)

    assert "for the admins of this bot" in answer["text"]
    assert [what for what, _, _ in await _log(chat)] == ["reload"]
    assert await _due(chat) == {"Alpha", "Beta"}


async def test_a_forwarded_command_of_an_admin_is_not_done(chat: ChatClient) -> None:
    chat.api.add_group(-100_5, "News", "channel", {ADMIN: "creator"})
    await chat.settle()
    chat.api.forward(ADMIN, -100_5, "/admin reload")
    await chat.settle()

    assert [what for what, _, _ in await _log(chat)] == ["reload"]
