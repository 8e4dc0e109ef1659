"""A chat's settings as a file, and back."""

import json
from dataclasses import fields
from datetime import UTC, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from bot.config.portable import Portable, Problem, parse, render
from bot.config.portable_values import READERS, settings_of
from bot.domain.model import Chat, DigestTimes, FollowUps, Mode, Mute, MuteKind, QuietHours

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
# What a chat is, and not how it is set.
NO_SETTINGS = {
    *("id", "telegram_id", "kind", "thread_id", "state"),
    *("paused_until", "parked_until", "singly_until"),
}


def test_every_setting_of_a_chat_is_in_the_file() -> None:
    """Whoever adds a setting adds it to `portable_values`, too, and to `importing`."""
    settings = {field.name for field in fields(Chat)} - NO_SETTINGS

    assert settings == READERS.keys()
    assert settings == settings_of(Chat(id=1, telegram_id=7)).keys()


def test_what_is_written_is_read() -> None:
    chat = Chat(
        id=1,
        telegram_id=7,
        language="uk",
        time_zone="Europe/Warsaw",
        mode=Mode.SMART,
        digests=DigestTimes(times=(time(7, 30),), days=frozenset({0, 6})),
        quiet=QuietHours(start=time(23), end=time(7), but_urgent=True),
        hourly_limit=20,
        follow_ups=FollowUps.FIRST,
        outlets=frozenset({"UA", "#national"}),
    )
    mute = Mute(id=1, kind=MuteKind.WORDS, words="football", until=NOW)

    found = parse(
        render(chat, [{"query": "dam", "urgent": True}], [mute], now=NOW).encode()
    )

    assert isinstance(found, Portable)
    assert found.problems == ()
    assert {n: getattr(chat, n) for n in READERS} == found.settings
    assert [(s.query, s.is_urgent) for s in found.subscriptions] == [("dam", True)]
    assert [(m.words, m.until) for m in found.mutes] == [("football", NOW)]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(
    settings=st.dictionaries(st.sampled_from([*READERS, "other"]), JSON),
    subscriptions=JSON,
    mutes=JSON,
)
def test_no_values_raise(settings: object, subscriptions: object, mutes: object) -> None:
    document = {
        "format": "tocsin-settings",
        "version": 1,
        "settings": settings,
        "subscriptions": subscriptions,
        "mutes": mutes,
    }

    assert isinstance(parse(json.dumps(document).encode()), Portable)


@given(st.binary())
def test_no_bytes_raise(body: bytes) -> None:
    assert isinstance(parse(body), Problem)
