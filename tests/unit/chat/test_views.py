import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.chat import (
    about_view,
    archive_view,
    list_view,
    mode_view,
    picker_view,
    region_view,
    settings_view,
    start_view,
    subscription_view,
    time_zone_view,
    timetable_view,
    why_view,
)
from bot.chat.nearest_view import nearest
from bot.chat.picker_view import PAGE, Spot, picker
from bot.chat.view import Reader, reader_of
from bot.chat.view import message as make_message
from bot.domain.model import (
    Button,
    Chat,
    DigestTimes,
    Mode,
    Outgoing,
    QuietHours,
    Subscription,
)
from bot.i18n import LANGUAGES
from bot.match.gaps import Gap
from bot.match.nodes import Word
from bot.pipeline.backtest import Backtest, Noisy
from bot.pipeline.following import RegionsChanged
from bot.pipeline.nearest import Near
from bot.pipeline.noise import Narrower, Way
from bot.pipeline.place_names import PlaceUnknown
from bot.pipeline.queries import read_query
from bot.pipeline.regions import Group, places_of
from bot.pipeline.search import Found
from bot.pipeline.subscriptions import KeywordAdded
from bot.pipeline.timetable import Waits
from bot.store.chats import FOREVER
from bot.store.entries import StoredEntry

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CYRILLIC = re.compile("[а-яіїєґё]", re.IGNORECASE)


def reader(language: str = "en") -> Reader:
    return reader_of(Chat(id=1, telegram_id=7, language=language), NOW)


def labels(outgoing: Outgoing) -> list[str]:
    return [button.text for row in outgoing.buttons for button in row]


def destinations(outgoing: Outgoing) -> list[str | None]:
    return [button.data for row in outgoing.buttons for button in row]


def entry(title: str = "Dam breached") -> StoredEntry:
    return StoredEntry(
        id=1,
        feed_id=1,
        story_id=None,
        link="https://example.org/dam",
        title=title,
        summary="",
        language="en",
        published_at=NOW,
        first_seen_at=NOW,
        outlet="Example Post",
        publisher="",
        silent_reason=None,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", Group)
def test_each_page_of_the_picker_fits_telegram(group: Group, language: str) -> None:
    places = places_of(group, language)
    shown: set[str] = set()
    for page in range(len(places) // PAGE + 1):
        message = picker((), reader(language), Spot(flow="w", group=group, page=page))
        buttons = [button for row in message.buttons for button in row]

        assert len(buttons) <= 100
        assert all(len(row) <= 8 for row in message.buttons)
        shown |= {b.data.split(":")[-1] for b in buttons if b.data and ":on:" in b.data}

    assert shown == {place.id for place in places}


def test_every_oblast_of_ukraine_can_be_picked() -> None:
    assert len(places_of(Group.UKRAINE, "uk")) == 27


def test_names_are_in_the_order_of_the_alphabet() -> None:
    names = [place.name("uk") for place in places_of(Group.UKRAINE, "uk")]

    assert names.index("Івано-Франківська область") < names.index("Київська область")


def test_what_people_and_feeds_write_is_never_markup() -> None:
    hostile = "<b>x</b> & <a href='https://example.org'>y</a>"
    subscription = Subscription(id=1, chat_id=1, query=hostile)

    shown = [
        list_view.listing([subscription], reader(), 0),
        subscription_view.latest(
            Found(entries=(entry(hostile),)), reader(), has_subscriptions=True
        ),
        settings_view.pause_unclear(hostile, Chat(id=1, telegram_id=7), reader()),
        about_view.not_understood(hostile, reader()),
        about_view.unknown_command(hostile, None, hostile, reader()),
        about_view.unknown_command(hostile, "region", hostile, reader()),
        about_view.meant_command("region", hostile, reader()),
    ]

    for message in shown:
        assert "<a href='" not in message.html
        assert "<b>x" not in message.html
        assert "&lt;b&gt;x" in message.html


def test_a_very_long_list_is_one_message() -> None:
    mine = [Subscription(id=n, chat_id=1, query="слово " * 85) for n in range(1, 9)]

    message = list_view.listing(mine, reader("uk"), 0)

    assert len(message.plain) <= 4096
    assert all(len(button.encode()) <= 200 for button in labels(message))


def _followed(
    would: Backtest, ways: list[Narrower], to: Reader, *, in_digest: bool
) -> Outgoing:
    added = KeywordAdded(
        subscription=Subscription(id=1, chat_id=1, query="гребля"),
        asked=Word("гребля"),
        is_new=True,
        would=would,
        narrower=tuple(ways),
        in_digest=in_digest,
    )
    return subscription_view.keyword_changed(added, to)


def _archive(to: Reader) -> list[Outgoing]:
    would = Backtest(
        days=7,
        ids=(1, 2, 3, 4),
        stories=3,
        per_day={date(2026, 11, 20): 1, date(2026, 11, 22): 3},
        peak=21,
        samples=(entry(),),
        noisiest=Noisy(term=Word("гребля"), share=0.5, alone=1200),
        back_to=NOW,
    )
    ways = [
        Narrower(way=way, stories=2, word="гребля", share=0.3)
        for way in Way
        if way not in {Way.NOW, Way.OPERATORS}
    ]
    nothing = Backtest(days=7, ids=(), stories=0, per_day={}, peak=0)
    sumy = Subscription(id=1, chat_id=1, regions=("UA-59",), query="гребля")
    either = replace(sumy, query="гребля або дамба")
    parts = [
        *("title:гребля", "feed:газета", "lang:pl", "region:UA-59", "гребля", "греб*"),
    ]
    gaps = tuple(Gap(part=read_query(part)) for part in parts)
    near = [
        *(Near(subscription=sumy, gaps=(gap,)) for gap in gaps),
        Near(subscription=sumy, gaps=(Gap(part=Word("гребля"), found=("греблі",)),)),
        Near(subscription=sumy, elsewhere=True),
        Near(subscription=sumy, elsewhere=True, weak=("сумський",)),
    ]
    return [
        archive_view.found("гребля", sumy, Found(entries=(entry(),), back_to=NOW), to),
        archive_view.found("гребля", either, Found(entries=()), to),
        *(
            archive_view.tested(
                "гребля",
                asked,
                what,
                ways,
                to,
                limit=most,
                doubt=None,
                unread_feeds=["газета"],
            )
            for asked, what, most in (
                (sumy, would, None),
                (sumy, would, 5),
                (either, nothing, None),
            )
        ),
        *(_followed(would, ways, to, in_digest=each) for each in (True, False)),
        list_view.listing([sumy], to, 0, in_digest=[1]),
        archive_view.usage("search", to),
        archive_view.usage("test", to),
        make_message(*nearest(near, to)),
    ]


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_no_english_is_left_in_a_translated_answer(language: str) -> None:
    to = reader(language)
    paused = Chat(id=1, telegram_id=7, language=language, paused_until=FOREVER)
    busy = replace(
        paused,
        mode=Mode.SMART,
        digests=DigestTimes(days=frozenset(range(5))),
        quiet=QuietHours(start=time(23), end=time(7), but_urgent=True),
    )
    mine = [Subscription(id=1, chat_id=1, regions=("UA-59",))]

    messages = [
        start_view.first(to),
        start_view.delivery(paused, to),
        start_view.summary(paused, mine, [entry()], to, is_fresh=True),
        start_view.summary(paused, [], [], to, is_fresh=True),
        picker(["UA-59"], to, Spot()),
        picker_view.ask(to, flow="m", is_private=False),
        region_view.clear(2, to),
        subscription_view.keyword_help([], to, is_private=True),
        list_view.listing(mine, to, 0),
        settings_view.menu(paused, mine, to),
        settings_view.pause(paused, to),
        settings_view.forget(to),
        about_view.help_text(to),
        about_view.privacy(to),
        about_view.about(to),
        why_view.nothing_yet(to),
        why_view.not_found([], to),
        why_view.not_found(["Example Post"], to),
        why_view.no_alert(to),
        *_archive(to),
        settings_view.pause_unclear("?", Chat(id=1, telegram_id=7), to),
        settings_view.forgotten(Chat(id=1, telegram_id=7), to),
        mode_view.mode(busy, to, unknown="?"),
        mode_view.urgent(mine, {1}, to),
        timetable_view.digests(busy, Waits(stories=3, next_at=NOW), to, unknown="?"),
        timetable_view.sent_now(2, to),
        timetable_view.sent_now(0, to),
        timetable_view.ask_times(to),
        timetable_view.quiet(busy, to, unknown="?"),
        timetable_view.ask_hours(to),
        time_zone_view.choice(to),
        time_zone_view.several(["Europe/Warsaw"], to),
        time_zone_view.unknown("?", to),
        time_zone_view.ask(to, is_private=True),
    ]

    for message in messages:
        for line in [*message.plain.split("\n\n"), *labels(message)]:
            letters = re.sub(
                r"/\w+( (now|off|digest|smart|mon-fri))?|\(?https?://\S+|mon-fri"
                r"|English|Dam breached|Example Post",
                "",
                line,
            )
            assert CYRILLIC.search(letters) or not re.search("[a-z]", letters), line


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "1 підписка"), (3, "3 підписки"), (11, "11 підписок"), (21, "21 підписка")],
)
def test_ukrainian_counts(count: int, expected: str) -> None:
    mine = [Subscription(id=n, chat_id=1, query=f"w{n}") for n in range(1, count + 1)]

    assert expected in list_view.listing(mine, reader("uk"), 0).plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_is_a_dead_end(language: str) -> None:
    to = reader(language)
    unknown = RegionsChanged(outcomes=(PlaceUnknown(text="Zzyzx"),))

    assert "v1:r:m:ua:0" in destinations(region_view.changed(unknown, to))
    assert "v1:hold:60" in destinations(
        settings_view.pause_unclear("x", Chat(id=1, telegram_id=7), to)
    )
    assert destinations(settings_view.forgotten(Chat(id=1, telegram_id=7), to)) == [
        "v1:w:1"
    ]


def test_settings_show_a_pause_and_the_way_out() -> None:
    paused = Chat(id=1, telegram_id=7, paused_until=FOREVER)

    message = settings_view.menu(paused, [], reader())

    assert "Alerts: paused" in message.plain
    assert Button(text="Resume", data="v1:go") in [
        b for row in message.buttons for b in row
    ]
