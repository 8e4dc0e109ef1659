import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.deliver.digest import MAX_UNITS, digest_card
from bot.deliver.html import text as html_text
from bot.deliver.plain import units
from bot.domain.model import CardChange, DigestCard, DigestLine, Occasion
from bot.i18n import texts

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)  # 20:00 in Kyiv
KYIV = "Europe/Kyiv"
LINES = (
    DigestLine(
        title="Dam breached near Sumy",
        url="https://example.org/dam",
        outlet="Alpha",
        more=4,
        published_at=NOW - timedelta(hours=2),
        group="Sumy Oblast",
    ),
    DigestLine(
        title="Power is back",
        url="https://example.org/power",
        outlet="Beta",
        published_at=NOW - timedelta(days=1),
        group="Sumy Oblast",
    ),
    DigestLine(title="", url=None, outlet="", published_at=NOW),
)
CARD = DigestCard(id=7, occasion=Occasion.DIGEST, at=NOW, count=3, lines=LINES)


def visible(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "en",
            (
                "🗞 Evening digest · Sun 22 Nov, 20:00\n3 stories\n\nSumy Oblast\n"
                "1. Dam breached near Sumy Alpha +4 · 18:00\n"
                "2. Power is back Beta · 21 Nov, 20:00\n\nElsewhere\n3. Untitled 20:00"
            ),
        ),
        (
            "uk",
            (
                "🗞 Вечірній дайджест · нд, 22 лист., 20:00\n3 події\n\nSumy Oblast\n"
                "1. Dam breached near Sumy Alpha +4 · 18:00\n"
                "2. Power is back Beta · 21 лист., 20:00\n\nІнше\n3. Без назви 20:00"
            ),
        ),
        (
            "ru",
            (
                "🗞 Вечерний дайджест · вс, 22 нояб., 20:00\n3 события\n\nSumy Oblast\n"
                "1. Dam breached near Sumy Alpha +4 · 18:00\n"
                "2. Power is back Beta · 21 нояб., 20:00\n\nДругое\n3. Без названия 20:00"
            ),
        ),
    ],
)
def test_a_digest_as_a_phone_shows_it(language: str, shown: str) -> None:
    card = digest_card(CARD, texts(language), time_zone=KYIV)

    assert visible(card.html) == shown
    assert '1. <a href="https://example.org/dam">Dam breached near Sumy</a>' in card.html


@pytest.mark.parametrize(
    ("occasion", "silent"),
    [
        (Occasion.DIGEST, True),
        (Occasion.ASKED, True),
        (Occasion.WAITED, False),
        (Occasion.MANY, False),
    ],
)
def test_only_a_digest_that_was_expected_is_silent(
    *, occasion: Occasion, silent: bool
) -> None:
    card = DigestCard(id=7, occasion=occasion, at=NOW, count=3, lines=LINES)

    assert digest_card(card, texts("en"), time_zone=KYIV).silent is silent


@pytest.mark.parametrize(
    ("hour", "title"),
    [(3, "Night"), (4, "Morning"), (12, "Afternoon"), (17, "Evening"), (22, "Night")],
)
def test_a_digest_is_called_by_its_hour(hour: int, title: str) -> None:
    at = NOW.replace(hour=hour)
    card = DigestCard(id=7, occasion=Occasion.DIGEST, at=at, count=0)

    assert f"🗞 {title} digest" in digest_card(card, texts("en"), time_zone="UTC").plain


def test_pages_turn_around_and_name_their_digest() -> None:
    card = DigestCard(
        id=7, occasion=Occasion.DIGEST, at=NOW, count=25, first=21, page=2, pages=3
    )

    pager, settings = digest_card(card, texts("en"), time_zone=KYIV).buttons

    assert [(b.text, b.data) for b in pager] == [
        ("◀️", "v1:d:7:1"),
        ("3/3", "v1:d:7:2"),
        ("▶️", "v1:d:7:0"),
    ]
    assert settings[0].data == "v1:s:"


def test_one_page_has_no_pager() -> None:
    assert len(digest_card(CARD, texts("en"), time_zone=KYIV).buttons) == 1


def test_what_changed_stands_beneath_its_story() -> None:
    change = CardChange(kind="casualties", words="killed", before=2, after=4)
    line = replace(LINES[0], origins=2, changes=(change,), is_update=True)
    card = replace(CARD, count=1, lines=(line,))

    shown = visible(digest_card(card, texts("en"), time_zone=KYIV).html)

    assert shown.endswith(
        "1. Update: Dam breached near Sumy Alpha +4 (2 origins) · 18:00\n🔄 killed: 2 → 4"
    )


CHANGES = tuple(
    CardChange(kind="denial", words=f"{number}{'W' * 99}") for number in range(9)
)


@pytest.mark.parametrize("changes", [(), CHANGES], ids=["as told", "with changes"])
@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_the_longest_page_fits(language: str, changes: tuple[CardChange, ...]) -> None:
    lines = tuple(
        DigestLine(
            title="😀 " * 999,
            url=f"https://example.org/{'x' * 2000}",
            outlet="W" * 999,
            more=999,
            published_at=NOW - timedelta(days=30),
            group=f"{number}" + "G" * 999,
            origins=999,
            changes=changes,
            is_update=bool(changes),
        )
        for number in range(10)
    )
    card = DigestCard(
        id=2**31, occasion=Occasion.DIGEST, at=NOW, count=9999, first=9990, lines=lines
    )

    page = digest_card(card, texts(language), time_zone=KYIV)

    assert units(visible(page.html)) <= MAX_UNITS
    assert page.html.count("<a href=") == 10
    assert len(page.html.encode()) <= 32_768
    assert units(page.plain) <= MAX_UNITS  # if the markup is refused
    assert [each.url for each in page.links] == [line.url for line in lines]


def test_what_a_feed_writes_is_never_markup() -> None:
    hostile = "<b>x</b> & y"
    line = DigestLine(
        title=hostile, url=None, outlet=hostile, published_at=NOW, group=hostile
    )
    card = DigestCard(id=7, occasion=Occasion.DIGEST, at=NOW, count=1, lines=(line,))

    html = digest_card(card, texts("en"), time_zone=KYIV).html

    assert html.count(html_text(hostile).html) == 3
