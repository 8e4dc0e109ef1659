"""What changes in a story answers its message: once, attributed, at most each half hour."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import time, timedelta

import pytest
from desk import OLENA, Desk, open_desk

from bot.chat import why_view
from bot.chat.view import reader_of
from bot.domain.model import DeliveryState, DigestTimes, FollowUps, Mode, QuietHours
from bot.pipeline import editing, following, mutes, subscriptions, timetable
from bot.pipeline.chats import pause, resume
from bot.pipeline.explain import explain_digest, explain_message
from bot.route.decide import CHANGED, NEARER
from bot.store import schema
from bot.store.counters import bump
from bot.store.engine import Store

THREE = "Drone attack on Belgorod injures three, governor says"
FIVE = "Drone attack on Belgorod injures five, governor says"
SEVEN = "Drone attack on Belgorod injures seven, governor says"
FAR = "Drone attack on Russia's Belgorod region: school on fire, governor says"
NEAR = "Drone attack on Belgorod region: school on fire in Shebekino, governor says"
SHEBEKINO = "g495112"


@pytest.fixture
async def desk(store: Store) -> AsyncIterator[Desk]:
    async with open_desk(store) as desk:
        yield desk


async def test_more_injured_answers_the_message_with_both_numbers(desk: Desk) -> None:
    await desk.tell(THREE)
    await desk.tell(FIVE)

    alert, follow_up = desk.messages()
    assert alert["text"].startswith(THREE)
    assert follow_up["text"].startswith(f"{FIVE}\n🔄 wounded: 3 → 5")
    assert follow_up["reply_to_message"]["message_id"] == alert["message_id"]
    assert "unconfirmed" not in follow_up["text"]


async def test_the_dead_and_the_wounded_of_one_report_come_as_one(desk: Desk) -> None:
    dead = "Drone attack on Belgorod kills one, injures nine, governor says"
    await desk.tell(FIVE)
    await desk.tell(dead)
    answer = desk.messages()[-1]["message_id"]

    _, follow_up = desk.texts()
    found = await explain_message(
        desk.room.store, await desk.chat(), answer, now=desk.room.now
    )

    said = "🔄 killed: 1\n🔄 wounded: 5 → 9"
    assert follow_up.startswith(f"{dead}\n{said}\n")
    assert found is not None
    shown = why_view.explained([found], reader_of(await desk.chat(), desk.room.now)).plain
    assert said in shown


async def test_why_says_of_the_answer_that_it_was_sent(desk: Desk) -> None:
    await desk.tell(THREE)
    await desk.tell(FIVE)
    answer = desk.messages()[-1]["message_id"]

    found = await explain_message(
        desk.room.store, await desk.chat(), answer, now=desk.room.now
    )

    assert found is not None
    assert found.entry.title == FIVE
    assert (found.state, found.reason) == (DeliveryState.SENT, CHANGED)
    shown = why_view.explained([found], reader_of(await desk.chat(), desk.room.now)).plain
    assert "🔄 wounded: 3 → 5" in shown
    assert "for the story changed. Sent: " in shown


async def test_what_changes_within_half_an_hour_comes_as_one(desk: Desk) -> None:
    await desk.tell(THREE)
    await desk.tell(FIVE)
    await desk.tell(SEVEN)
    before = len(desk.messages())
    await desk.wait(timedelta(minutes=30))

    assert before == 2
    assert [m["text"].split("\n")[1] for m in desk.messages()[1:]] == [
        "🔄 wounded: 3 → 5",
        "🔄 wounded: 5 → 7",
    ]


async def test_who_wants_stories_once_hears_of_no_change(desk: Desk) -> None:
    await timetable.set_follow_ups(desk.room.store, await desk.chat(), FollowUps.FIRST)
    await desk.tell(THREE)
    await desk.tell(FIVE)

    assert len(desk.messages()) == 1


@pytest.mark.parametrize("how", ["ended", "paused"])
async def test_who_follows_nothing_any_more_hears_of_no_change(
    desk: Desk, how: str
) -> None:
    await desk.tell(THREE)
    store, chat = desk.room.store, await desk.chat()
    if how == "ended":
        await following.clear_regions(store, chat)
    else:
        [mine] = await subscriptions.listing(store, chat)
        await editing.set_paused(store, chat, mine.id, is_paused=True)
    await desk.tell(FIVE)

    assert len(desk.messages()) == 1


@pytest.mark.parametrize("how", ["ended", "once"])
async def test_a_change_that_waits_does_not_come_if_it_is_not_wanted_any_more(
    desk: Desk, how: str
) -> None:
    await desk.tell(THREE)
    await desk.tell(FIVE)
    await desk.tell(SEVEN)
    store, chat = desk.room.store, await desk.chat()
    if how == "ended":
        await following.clear_regions(store, chat)
    else:
        await timetable.set_follow_ups(store, chat, FollowUps.FIRST)
    await desk.wait(timedelta(minutes=40))

    assert len(desk.messages()) == 2


async def test_a_muted_story_is_silent(desk: Desk) -> None:
    await desk.tell(THREE)
    alert = desk.messages()[0]["message_id"]
    chat = await desk.chat()
    await mutes.mute_message(desk.room.store, chat, alert, now=desk.room.now)
    await desk.tell(FIVE)

    assert len(desk.messages()) == 1


async def test_quiet_hours_hold_a_change_back(desk: Desk) -> None:
    await desk.tell(THREE)
    now = desk.room.now
    chat = replace(await desk.chat(), time_zone="UTC")
    await timetable.set_time_zone(desk.room.store, chat, "UTC", now=now)
    hours = QuietHours(start=time(now.hour), end=time((now.hour + 2) % 24))
    await timetable.set_quiet(desk.room.store, chat, hours, now=now)
    await desk.tell(FIVE)
    held = len(desk.messages())
    await desk.wait(timedelta(hours=2))

    assert held == 1
    assert "🔄 wounded: 3 → 5" in desk.messages()[-1]["text"]


async def test_a_change_comes_when_a_pause_without_end_is_over(desk: Desk) -> None:
    await desk.tell(THREE)
    await pause(desk.room.store, await desk.chat(), now=desk.room.now)
    await desk.tell(FIVE)
    held = len(desk.messages())
    desk.room.later(timedelta(hours=8))
    await resume(desk.room.store, await desk.chat(), now=desk.room.now)
    await desk.wait(timedelta(minutes=1))

    assert held == 1
    assert "🔄 wounded: 3 → 5" in desk.messages()[-1]["text"]


async def test_half_an_hour_counts_from_when_a_change_was_told_after_a_pause(
    desk: Desk,
) -> None:
    await desk.tell(THREE)
    await pause(desk.room.store, await desk.chat(), now=desk.room.now)
    await desk.tell(FIVE)
    desk.room.later(timedelta(hours=2))
    await resume(desk.room.store, await desk.chat(), now=desk.room.now)
    await desk.wait(timedelta(minutes=1))
    await desk.tell(SEVEN)
    soon = len(desk.messages())
    await desk.wait(timedelta(minutes=30))

    assert soon == 2
    assert "🔄 wounded: 5 → 7" in desk.messages()[-1]["text"]


async def test_an_alert_that_is_gone_is_no_reason_to_be_silent(desk: Desk) -> None:
    await desk.tell(THREE)
    desk.api.rooms[OLENA].stored.clear()
    await desk.tell(FIVE)

    assert "🔄 wounded: 3 → 5" in desk.messages()[-1]["text"]


async def live_on_digests(desk: Desk) -> None:
    chat = await desk.chat()
    await timetable.set_digests(
        desk.room.store,
        chat,
        mode=Mode.DIGEST,
        digests=DigestTimes(times=(time(8), time(20))),
        now=desk.room.now,
    )


async def test_a_change_of_a_story_of_a_digest_is_in_the_next_one_once(
    desk: Desk,
) -> None:
    await live_on_digests(desk)
    await desk.tell(THREE)
    await desk.wait(timedelta(hours=12))
    await desk.tell(FIVE)
    await desk.tell(SEVEN)
    await desk.wait(timedelta(hours=12))
    await desk.tell("Bakery in Belgorod wins a prize for its bread")
    await desk.wait(timedelta(hours=12))

    first, second, third = desk.texts()
    assert "🔄" not in first
    assert f"1. Update: {FIVE}" in second
    assert "\n🔄 wounded: 3 → 5; wounded: 5 → 7" in second
    assert "🔄" not in third
    assert len(third.split("\n1. ")) == 2


async def test_what_changed_before_the_digest_stands_under_its_story(desk: Desk) -> None:
    await live_on_digests(desk)
    await desk.tell(THREE)
    await desk.tell(FIVE)
    await desk.wait(timedelta(hours=12))
    await desk.wait(timedelta(hours=12))

    [text] = desk.texts()
    assert f"1. {THREE}" in text
    assert "Alpha +1" in text
    assert "\n🔄 wounded: 3 → 5" in text


async def want_everything(desk: Desk) -> None:
    chat = await desk.chat()
    await timetable.set_follow_ups(desk.room.store, chat, FollowUps.ALL)


async def test_who_wants_everything_hears_of_each_outlet_silently(desk: Desk) -> None:
    await want_everything(desk)
    await desk.tell(THREE)
    await desk.tell(f"{THREE} on Sunday")
    await desk.tell(f"Governor: {THREE}")
    before = len(desk.messages())
    await desk.wait(timedelta(minutes=30))

    alert, report, later = desk.messages()
    assert before == 2
    assert "🔄 1 more outlet reports it" in report["text"]
    assert report["reply_to_message"]["message_id"] == alert["message_id"]
    assert report["disable_notification"] is True
    assert "Gamma" in later["text"]
    assert "Beta" not in later["text"]


async def test_a_change_is_heard_also_by_who_wants_everything(desk: Desk) -> None:
    await want_everything(desk)
    await desk.tell(THREE)
    await desk.tell(FIVE)
    await desk.wait(timedelta(hours=1))

    assert len(desk.messages()) == 2
    assert "🔄 wounded: 3 → 5" in desk.texts()[1]
    assert not desk.messages()[1]["disable_notification"]


async def test_a_change_comes_with_the_reports_that_wait_and_not_after_them(
    desk: Desk,
) -> None:
    await want_everything(desk)
    await desk.tell(THREE)
    await desk.tell(f"{THREE} on Sunday")
    await desk.tell(f"Governor: {THREE}")
    await desk.tell(FIVE)
    before = len(desk.messages())
    await desk.wait(timedelta(minutes=20))
    await desk.wait(timedelta(hours=1))

    _, report, change = desk.messages()
    assert before == 2
    assert "🔄 1 more outlet reports it" in report["text"]
    assert change["text"].startswith(
        f"{FIVE}\n🔄 wounded: 3 → 5\n🔄 1 more outlet reports it\n"
    )
    assert change["text"].endswith("Delta\nalso: Gamma")
    assert not change["disable_notification"]


async def test_a_report_comes_with_a_change_that_waits(desk: Desk) -> None:
    await want_everything(desk)
    await desk.tell(THREE)
    await desk.tell(FIVE)
    await desk.tell(SEVEN)
    await desk.tell(f"{SEVEN} on Sunday")
    await desk.wait(timedelta(minutes=20))
    last = desk.texts()[-1]
    await desk.wait(timedelta(hours=1))

    assert last.startswith(f"{SEVEN}\n🔄 wounded: 5 → 7\n🔄 1 more outlet reports it\n")
    assert len(desk.messages()) == 3


async def follow_russia_and_shebekino(desk: Desk) -> None:
    async with desk.room.store.write() as tx:
        await tx.execute(schema.subscription.delete())
        await bump(tx, "subscriptions")
    await desk.room.subscribe(OLENA, regions=("RU",))
    await desk.room.subscribe(OLENA, regions=(f"{SHEBEKINO}~20",))


async def test_a_story_that_comes_nearer_is_told_once_more(desk: Desk) -> None:
    await follow_russia_and_shebekino(desk)
    await timetable.set_follow_ups(desk.room.store, await desk.chat(), FollowUps.FIRST)
    await desk.tell(FAR)
    await desk.tell(NEAR)
    await desk.tell(f"{NEAR} again")

    alert, closer = desk.messages()
    assert closer["reply_to_message"]["message_id"] == alert["message_id"]
    assert closer["text"].startswith(f"{NEAR}\n🔄 now also about Shebekino and 20 km")


async def test_what_came_with_a_nearer_place_does_not_come_with_a_change_again(
    desk: Desk,
) -> None:
    await follow_russia_and_shebekino(desk)
    far = "Drone attack on Russia's Belgorod region: school hit, {} injured, governor says"
    await desk.tell(far.format("three"))
    await desk.tell(far.format("five"))
    await desk.tell(far.format("seven"))
    await desk.tell(
        "Drone attack on Belgorod region: school hit in Shebekino, nine injured, "
        "governor says"
    )
    await desk.wait(timedelta(minutes=40))

    _, five, nearer, seven = desk.texts()
    assert "🔄 wounded: 3 → 5" in five
    assert "now also about Shebekino" in nearer
    assert "🔄 wounded: 7 → 9" in nearer
    assert "🔄 wounded: 5 → 7" in seven
    assert "9" not in seven.partition("📍")[0]


async def test_why_says_that_a_place_nearer_by_is_named(desk: Desk) -> None:
    await follow_russia_and_shebekino(desk)
    await desk.tell(FAR)
    await desk.tell(NEAR)
    answer = desk.messages()[-1]["message_id"]
    store, chat = desk.room.store, await desk.chat()

    found = await explain_message(store, chat, answer, now=desk.room.now)

    assert found is not None
    assert (found.state, found.reason) == (DeliveryState.SENT, NEARER)


async def test_why_says_of_a_digest_that_it_has_what_came_nearer_before_it(
    desk: Desk,
) -> None:
    await follow_russia_and_shebekino(desk)
    await live_on_digests(desk)
    await desk.tell(FAR)
    await desk.tell(NEAR)
    await desk.wait(timedelta(hours=12))
    digest = desk.messages()[-1]["message_id"]
    store, chat = desk.room.store, await desk.chat()

    _, found = await explain_digest(store, chat, digest, now=desk.room.now)

    assert [(each.entry.title, each.reason) for each in found] == [(NEAR, "")]


async def test_a_story_that_comes_nearer_is_an_update_of_the_next_digest(
    desk: Desk,
) -> None:
    await follow_russia_and_shebekino(desk)
    await live_on_digests(desk)
    await desk.tell(FAR)
    await desk.wait(timedelta(hours=12))
    await desk.tell(NEAR)
    await desk.wait(timedelta(hours=12))

    assert "🔄 now also about Shebekino and 20 km around" in desk.texts()[-1]


async def let_it_come_with_digests(desk: Desk, place: int = 0) -> None:
    """Let what the chat's subscription at `place` finds wait for digests at 8 and 20."""
    chat, now = await desk.chat(), desk.room.now
    chat = await timetable.set_digests(
        desk.room.store,
        chat,
        mode=Mode.NOW,
        digests=DigestTimes(times=(time(8), time(20))),
        now=now,
    )
    calm = (await subscriptions.listing(desk.room.store, chat))[place].id
    await timetable.set_in_digest(desk.room.store, chat, calm, in_digest=True, now=now)


async def test_a_chat_told_at_once_hears_of_a_digests_stories_in_digests_alone(
    desk: Desk,
) -> None:
    await let_it_come_with_digests(desk)
    await desk.tell(THREE)
    await desk.wait(timedelta(hours=12))
    await desk.tell(FIVE)
    await desk.wait(timedelta(hours=1))
    before = desk.texts()
    await desk.wait(timedelta(hours=11))

    assert [f"1. {THREE}" in text for text in before] == [True]
    assert len(desk.texts()) == 2
    assert f"1. Update: {FIVE}" in desk.texts()[1]
    assert "🔄 wounded: 3 → 5" in desk.texts()[1]


async def test_what_changes_before_the_digest_does_not_come_before_it(desk: Desk) -> None:
    await let_it_come_with_digests(desk)
    await desk.tell(THREE)
    await desk.tell(FIVE)
    await desk.wait(timedelta(hours=1))
    before = desk.texts()
    await desk.wait(timedelta(hours=11))

    assert before == []
    [digest] = desk.texts()
    assert "\n🔄 wounded: 3 → 5" in digest


async def test_a_story_that_comes_nearer_to_a_calm_subscription_waits_for_a_digest(
    desk: Desk,
) -> None:
    await follow_russia_and_shebekino(desk)
    await let_it_come_with_digests(desk, 1)
    await desk.tell(FAR)
    async with desk.room.store.write() as tx:
        await tx.execute(
            schema.subscription.delete().where(~schema.subscription.c.in_digest)
        )
        await bump(tx, "subscriptions")
    await desk.tell(NEAR)
    before = len(desk.messages())
    await desk.wait(timedelta(hours=12))

    assert before == 1
    assert "🔄 now also about Shebekino and 20 km around" in desk.texts()[1]


async def test_what_another_subscription_found_too_goes_on_at_once(desk: Desk) -> None:
    """Told in a digest, then found by what is told at once: its changes are replies."""
    await let_it_come_with_digests(desk)
    await desk.tell(THREE)
    await desk.wait(timedelta(hours=12))
    await desk.room.subscribe(OLENA, query="drone")
    await desk.tell(FIVE)
    await desk.wait(timedelta(minutes=30))

    assert len(desk.messages()) == 2
    assert "🔄 wounded: 3 → 5" in desk.texts()[1]
