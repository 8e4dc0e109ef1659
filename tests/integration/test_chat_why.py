"""``/why`` and ``/about``: which words pointed to which place, and whose data it is."""

import pytest
from chat_client import ANN, BOB, GROUP, ChatClient
from published import publish
from sqlalchemy import select, update

from bot.dedupe.identity import FIRST_POLL, TOO_OLD, WAS_AWAY
from bot.domain.model import DeliveryState
from bot.pipeline import digests
from bot.store import schema

SHEBEKINO = "Взрывы в Шебекине слышны всю ночь"
ELSEWHERE = "Floods in Paris close the river"


async def test_the_newest_alerts_say_which_words_pointed_where(chat: ChatClient) -> None:
    await chat.say("/region Belgorod")
    await publish(chat, SHEBEKINO, message_id=900)

    answer = await chat.say("/why")

    assert SHEBEKINO in answer["text"]
    assert (
        "▸ For Belgorod Oblast: “Шебекине” → Shebekino → Belgorod Oblast" in answer["text"]
    )
    assert "Sent: 14:00 Kyiv time" in answer["text"]


async def test_words_of_a_query_and_its_region_are_named(chat: ChatClient) -> None:
    await chat.say("/keyword взрыв in Belgorod Oblast")
    await publish(chat, SHEBEKINO)

    answer = await chat.say("/why")

    assert (
        "For “взрыв” in Belgorod Oblast: “Шебекине” → Shebekino → Belgorod Oblast; “Взрывы”"
    ) in answer["text"]
    assert "It is waiting to be sent." in answer["text"]


async def test_a_distance_is_named(chat: ChatClient) -> None:
    await chat.say("/region Belgorod 50 km")
    await publish(chat, SHEBEKINO)

    answer = await chat.say("/why")

    assert "“Шебекине” → Shebekino → Belgorod and 50 km around" in answer["text"]


async def test_the_alert_that_is_answered_is_explained(chat: ChatClient) -> None:
    await chat.say("/region Belgorod, Sumy")
    alert = chat.sent()[-1]["message_id"]
    await publish(chat, SHEBEKINO, message_id=alert)
    other = await chat.say("/help")
    await publish(chat, "Обстріл Сум", "uk", message_id=99)

    answer = await chat.say("/why", reply_to=alert)
    no_alert = await chat.say("/why", reply_to=other["message_id"])

    assert SHEBEKINO in answer["text"]
    assert "Обстріл" not in answer["text"]
    assert "That message is not one of my alerts." in no_alert["text"]


async def test_a_link_is_explained_although_nothing_was_sent(chat: ChatClient) -> None:
    await chat.say("/region Sumy")
    link = await publish(chat, SHEBEKINO)

    answer = await chat.say(f"/why {link}?utm_source=telegram")

    assert "It names:\n▸ “Шебекине” → Shebekino → Belgorod Oblast" in answer["text"]
    assert "It was not sent: nothing that you follow is in it." in answer["text"]


async def test_who_subscribed_later_is_told_so(chat: ChatClient) -> None:
    link = await publish(chat, SHEBEKINO)
    await chat.say("/region Belgorod")

    answer = await chat.say(f"/why {link}")

    assert "“Шебекине” → Shebekino → Belgorod Oblast" in answer["text"]
    assert "It was not sent: you did not follow this when it came." in answer["text"]


async def test_what_was_no_news_is_told_so(chat: ChatClient) -> None:
    await chat.say("/region Belgorod")
    link = await publish(chat, SHEBEKINO)
    async with chat.store.write() as tx:
        await tx.execute(update(schema.entry).values(silent_reason="first poll"))

    answer = await chat.say(f"/why {link}")

    assert "it was old news when I first read it" in answer["text"]


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (FIRST_POLL, "it was there when I read this feed for the first time"),
        (TOO_OLD, "over 48 hours older than what this feed had"),
        (WAS_AWAY, "I could not read this feed for a while"),
    ],
)
async def test_the_stage_that_dropped_it_is_named(
    chat: ChatClient, reason: str, words: str
) -> None:
    await chat.say("/region Belgorod")
    link = await publish(chat, SHEBEKINO)
    async with chat.store.write() as tx:
        await tx.execute(update(schema.entry).values(silent_reason=reason))

    answer = await chat.say(f"/why {link}")

    assert words in answer["text"]


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("floods bridge", "“bridge” is not in it"),
        ("floods -river", "“river” is in it, which you exclude"),
        ("floods title:night", "“night” is not in the headline"),
        ("floods lang:uk", "its language is not Ukrainian"),
        ("floods feed:beta", "it is not from “beta”"),
        ("floods region:Sumy", "it is not about Sumy Oblast"),
        ("floods in Sumy, Kharkiv", "it is not about Sumy Oblast or Kharkiv Oblast"),
        ("floods (bridge OR (dam night))", "“bridge” is not in it"),
        ("floods -title:river", "“river” is in it, which you exclude"),
    ],
)
async def test_what_would_have_let_it_through_is_said(
    chat: ChatClient, query: str, missing: str
) -> None:
    await chat.say(f"/keyword {query}")
    await chat.say("/keyword something else")
    link = await publish(chat, ELSEWHERE, "en")

    answer = await chat.say(f"/why {link}")

    line = f"▹ It would have come for “{query.partition(' in ')[0]}”"
    assert line in answer["text"]
    assert f", but: {missing}\n" in answer["text"]
    assert "something else" not in answer["text"]


async def test_an_adjective_that_was_too_weak_is_named(chat: ChatClient) -> None:
    await chat.say("/region Russia")
    link = await publish(chat, "Russian forces advance", "en")

    answer = await chat.say(f"/why {link}")

    weak = "only “Russian” points to Russia, and that is too weak"
    assert f"▹ It would have come for Russia, but: {weak}" in answer["text"]


async def test_a_chat_that_follows_nothing_is_told_so(chat: ChatClient) -> None:
    link = await publish(chat, ELSEWHERE, "en")

    answer = await chat.say(f"/why {link}")

    assert "It was not sent: you follow nothing yet." in answer["text"]


async def test_a_link_that_is_not_there_says_which_feeds_of_its_site_are_read(
    chat: ChatClient,
) -> None:
    await publish(chat, ELSEWHERE, "en")

    known = await chat.say("/why https://www.example.org/other")
    unknown = await chat.say("/why https://example.com/other")

    assert "From that site I read Example Post" in known["text"]
    assert "I read no feed of that site" in unknown["text"]


async def test_a_weak_mention_is_told_from_a_name(chat: ChatClient) -> None:
    link = await publish(chat, "Russian forces advance", "en")

    answer = await chat.say(f"/why {link}")

    assert "“Russian” → Russia (only an adjective or a people's name)" in answer["text"]


async def test_a_subscription_that_is_gone_still_explains_its_alert(
    chat: ChatClient,
) -> None:
    await chat.say("/region Belgorod")
    await publish(chat, SHEBEKINO, message_id=900)
    await chat.say("/region -Belgorod")

    answer = await chat.say("/why")

    assert (
        "For a subscription that has been removed: "
        "“Шебекине” → Shebekino → Belgorod Oblast" in answer["text"]
    )


async def test_a_text_that_changed_leaves_the_place_that_was_decided(
    chat: ChatClient,
) -> None:
    await chat.say("/region Belgorod")
    await publish(chat, SHEBEKINO, message_id=900)
    async with chat.store.write() as tx:
        await tx.execute(update(schema.entry).values(title="Взрывы слышны всю ночь"))

    answer = await chat.say("/why")

    assert "For Belgorod Oblast: Belgorod Oblast" in answer["text"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DeliveryState.EXPIRED, "It could not be sent in time."),
        (DeliveryState.REJECTED, "Telegram did not take it."),
        (DeliveryState.UNSURE, "may not have arrived"),
    ],
)
async def test_what_became_of_an_alert(
    chat: ChatClient, state: DeliveryState, words: str
) -> None:
    await chat.say("/region Belgorod")
    await publish(chat, SHEBEKINO)
    async with chat.store.write() as tx:
        await tx.execute(update(schema.delivery).values(state=state.value))

    answer = await chat.say("/why")

    assert words in answer["text"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DeliveryState.HELD, "It will come together with others"),
        (DeliveryState.READY, "It is waiting to be sent."),
        (DeliveryState.SKIPPED, "You skipped it after a pause."),
        (DeliveryState.SENT, "You had a message about this story already"),
    ],
)
async def test_a_second_report_is_of_a_message_only_if_there_was_one(
    chat: ChatClient, state: DeliveryState, words: str
) -> None:
    await chat.say("/region Belgorod")
    await publish(chat, SHEBEKINO)
    async with chat.store.write() as tx:
        story_id = (await tx.execute(select(schema.story.c.id))).scalar_one()
        await tx.execute(update(schema.delivery).values(state=state.value))
    link = await publish(chat, "Взрывы в Шебекине: подробности", story_id=story_id)

    answer = await chat.say(f"/why {link}")

    assert words in answer["text"]
    assert answer["text"].count("You had a message") == (state is DeliveryState.SENT)


async def test_a_story_that_was_muted_while_it_waits_is_said_to_be_muted(
    chat: ChatClient,
) -> None:
    await chat.say("/region Belgorod")
    await chat.say("/mode digest")
    await publish(chat, SHEBEKINO)
    waits = await chat.say("/why")
    async with chat.store.read() as tx:
        story_id = (await tx.execute(select(schema.story.c.id))).scalar_one()
    await chat.press_data(waits, f"v1:mutes:{story_id}")

    assert "It waits for the next digest." in waits["text"]
    assert "you muted it (/mute)" in (await chat.say("/why"))["text"]


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "/mute взрывы", "It was not sent: you muted it (/mute)."),
        ("en", "/mute example post", "It was not sent: you muted it (/mute)."),
        ("en", "/region -Belgorod", "you removed the subscription that found it."),
        ("uk", "/region -Belgorod", "ви скасували підписку, яка це знайшла."),
        ("ru", "/region -Belgorod", "вы отменили подписку, которая это нашла."),
    ],
)
async def test_what_became_unwanted_while_it_waits_is_explained_before_and_after(
    chat: ChatClient, language: str, written: str, said: str
) -> None:
    for line in ("/region Belgorod, Sumy", "/mode digest", f"/lang {language}"):
        await chat.say(line)
    link = await publish(chat, SHEBEKINO)

    await chat.say(written)
    before = [await chat.say("/why"), await chat.say(f"/why {link}")]
    chat.clock.forward(days=1)
    await digests.look(chat.store, now=chat.clock.now)
    after = [await chat.say("/why"), await chat.say(f"/why {link}")]

    assert [said in answer["text"] for answer in (*before, *after)] == [True] * 4


async def test_a_removal_that_is_undone_lets_what_waits_come(chat: ChatClient) -> None:
    for line in ("/region Belgorod", "/mode digest"):
        await chat.say(line)
    await publish(chat, SHEBEKINO)
    gone = await chat.say("/region -Belgorod")
    emptied = await chat.say("/digest")
    await chat.press(gone, "Follow again")

    assert "waits" not in emptied["text"]
    assert "1 story waits." in (await chat.say("/digest"))["text"]
    assert "It waits for the next digest." in (await chat.say("/why"))["text"]


async def test_without_an_alert_why_says_how_to_ask(chat: ChatClient) -> None:
    answer = await chat.say("/why")

    assert "This chat has had no alert yet." in answer["text"]
    assert "Reply to an alert with /why" in answer["text"]


@pytest.mark.parametrize(
    "link", ["https://example.org/nowhere", "x", "<>", "https://", "💥" * 900, "a b c"]
)
async def test_a_link_that_no_feed_has_shown(chat: ChatClient, link: str) -> None:
    await publish(chat, ELSEWHERE, "en")

    answer = await chat.say(f"/why {link}")

    assert "fault is mine" not in answer["text"]


async def test_nobody_is_told_what_another_chat_follows(chat: ChatClient) -> None:
    await chat.say("/region Belgorod")
    link = await publish(chat, SHEBEKINO, message_id=900)

    newest = await chat.say("/why", BOB)
    by_link = await chat.say(f"/why {link}", BOB)

    assert SHEBEKINO not in newest["text"]
    assert "За підпискою" not in by_link["text"]
    assert "«Шебекине» → Шебекін" in by_link["text"]


async def test_a_member_of_a_group_may_ask_why(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator", BOB: "member"})
    await chat.settle()
    await chat.say("/region Belgorod", ANN, chat_id=GROUP)
    await publish(chat, SHEBEKINO, message_id=900)

    answer = await chat.say("/why", BOB, chat_id=GROUP)

    assert "Shebekino → Belgorod Oblast" in answer["text"]


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
async def test_about_names_whose_data_it_is(chat: ChatClient, language: str) -> None:
    await chat.say(f"/lang {language}")

    answer = await chat.say("/about")

    assert "Contains GeoNames data (geonames.org), CC BY 4.0, modified" in answer["text"]
    for source in ("Unicode CLDR", "iso-codes", "ТТ" if language != "en" else "KATOTTG"):
        assert source in answer["text"]
