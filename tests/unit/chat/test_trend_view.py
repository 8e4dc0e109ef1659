"""What stands beside the picture of a trend fits Telegram's caption in each language."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.trend_view import caption
from bot.chat.view import reader_of
from bot.deliver.plain import units
from bot.domain.model import Chat
from bot.domain.places import Kind, Place
from bot.i18n import LANGUAGES
from bot.pipeline.regions import Target
from bot.pipeline.trend import OTHERS, SIDES, SPANS, Trend

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MAX_CAPTION = 1024  # Bot API, sendPhoto: after entities parsing
LONG_NAMES = ("BA", "CF", "GS", "VC", "UM", "TF")  # of countries


@pytest.mark.parametrize("days", SPANS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_caption_fits(language: str, days: int) -> None:
    name = "🏴" * 200  # two units each
    place = Place(id="RU-BEL", kind=Kind.REGION, names={"en": name}, country="RU")
    counts = (123_456,) * days
    trend = Trend(
        target=Target(place=place),
        days=tuple((NOW - timedelta(days=n)).date() for n in reversed(range(days))),
        counts=counts,
        sides=tuple((side, counts) for side in (*LONG_NAMES[:SIDES], OTHERS)),
        spikes=tuple((n, 12_345.6) for n in range(days)),
    )
    chat = Chat(id=1, telegram_id=2, language=language, time_zone="Europe/Kyiv")

    said = caption(trend, chat, reader_of(chat, NOW))

    assert units(said.plain) <= MAX_CAPTION


def test_an_average_that_is_next_to_nothing_is_not_told() -> None:
    place = Place(id="RU-BEL", kind=Kind.REGION, names={"en": "Belgorod"}, country="RU")
    counts = (0,) * 29 + (1,)
    trend = Trend(
        target=Target(place=place),
        days=tuple((NOW - timedelta(days=n)).date() for n in reversed(range(30))),
        counts=counts,
        sides=((OTHERS, counts),),
        spikes=(),
    )
    chat = Chat(id=1, telegram_id=2, language="en", time_zone="Europe/Kyiv")

    assert "Total: 1; the most" in caption(trend, chat, reader_of(chat, NOW)).plain
