from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.deliver.html import MAX_TEXT, bold
from bot.deliver.plain import units
from bot.deliver.render import AIM, alert_card, outgoing
from bot.domain.model import AlertCard, Button, CardPointer, CardSource, Outgoing
from bot.i18n import texts

NOW = datetime(2026, 11, 22, 12, 20, tzinfo=UTC)


def source(outlet: str, url: str | None = None) -> CardSource:
    return CardSource(outlet=outlet, url=url)


CARD = AlertCard(
    title="Drones reach Shebekino",
    summary="The governor said that two houses were damaged.",
    published_at=NOW - timedelta(minutes=12),
    sources=(source("Example Daily", "https://daily.example/1"),),
    places=("Belgorod Oblast", "Shebekino"),
    evidence=("Shebekino", "drone"),
)


def render(card: AlertCard, *, language: str = "en", zone: str = "Europe/Kyiv") -> Outgoing:
    return alert_card(card, texts(language), now=NOW, time_zone=zone)


def test_a_card_in_full() -> None:
    card = replace(
        CARD,
        sources=(*CARD.sources, source("Wire", "https://wire.example/2"), source("Radio")),
    )

    assert render(card).html == (
        "<b>Drones reach Shebekino</b>\n\n"
        "📍 Belgorod Oblast · Shebekino\n"
        "🕒 14:08 Kyiv time (12 min ago) · 3 outlets\n\n"
        "<blockquote>The governor said that two houses were damaged.</blockquote>\n\n"
        '<a href="https://daily.example/1">Example Daily</a>\n'
        'also: <a href="https://wire.example/2">Wire</a> · Radio\n'
        "<i>Matched:</i> drone"
    )


def test_words_that_point_into_a_region_are_named_once_and_last() -> None:
    pointer = CardPointer(words="Шебекине", place="Belgorod Oblast")

    inflected = render(replace(CARD, pointer=pointer)).html
    as_shown = render(replace(CARD, pointer=replace(pointer, words="Shebekino"))).html
    around = render(replace(CARD, pointer=replace(pointer, km=50))).html

    assert inflected.endswith("<i>Matched:</i> Шебекине → Belgorod Oblast · drone")
    assert as_shown.endswith("<i>Matched:</i> drone")
    assert around.endswith(
        "<i>Matched:</i> Шебекине → Belgorod Oblast and 50 km around · drone"
    )


def test_buttons_read_and_settings() -> None:
    assert render(CARD).buttons == (
        (
            Button(text="📖 Read", url="https://daily.example/1"),
            Button(text="⚙️ Settings", data="v1:s:"),
        ),
    )


def test_a_story_has_buttons_to_see_and_to_mute_it() -> None:
    rows = render(replace(CARD, story_id=77)).buttons

    assert [[button.data for button in row] for row in rows] == [
        [None, "v1:story:77"],
        ["v1:mutes:77", "v1:s:"],
    ]


@pytest.mark.parametrize("url", [None, "tg://x", "javascript:1"])
def test_no_button_to_read_without_a_web_link(url: str | None) -> None:
    card = replace(CARD, sources=(source("Daily", url),))

    assert [button.data for row in render(card).buttons for button in row] == ["v1:s:"]


def test_another_day_is_named() -> None:
    card = replace(CARD, published_at=NOW - timedelta(days=1))

    assert "🕒 21 Nov, 14:20 Kyiv time (1 day ago)" in render(card).html


def test_an_unknown_zone_means_utc() -> None:
    assert "🕒 12:08 UTC (12 min ago)" in render(CARD, zone="Mars/Olympus").html


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        pytest.param("", False, id="none"),
        pytest.param("drones reach  SHEBEKINO.", False, id="the headline again"),
        pytest.param("Drones reach…", False, id="a part of the headline"),
        pytest.param("Drones reach Shebekino: two houses hit.", True, id="says more"),
    ],
)
def test_a_summary_that_says_nothing_new_is_left_out(summary: str, *, shown: bool) -> None:
    assert ("<blockquote>" in render(replace(CARD, summary=summary)).html) is shown


def test_a_long_summary_is_cut() -> None:
    html = render(replace(CARD, summary="word " * 200)).html
    quoted = html.partition("<blockquote>")[2].partition("</blockquote>")[0]

    assert quoted.endswith("word…")
    assert units(quoted) <= 300


def test_an_outlet_counts_once_and_one_without_name_is_its_host() -> None:
    card = replace(
        CARD,
        sources=(
            source("Daily", "https://daily.example/1"),
            source("DAILY", "https://daily.example/2"),
            source("", "https://www.wire.example/3"),
            source("", None),
        ),
    )
    html = render(card).html

    assert "2 outlets" in html
    assert 'also: <a href="https://www.wire.example/3">wire.example</a>\n' in html


def test_many_outlets_are_counted_not_listed() -> None:
    card = replace(
        CARD, sources=tuple(source(f"Outlet {n}", f"https://e.org/{n}") for n in range(200))
    )
    html = render(card).html

    assert "200 outlets" in html
    assert html.count("<a ") == 8
    assert "and 192 more" in html


def test_without_anything_but_a_time_it_is_still_a_message() -> None:
    card = AlertCard(title=" \x00 ", published_at=NOW, sources=())

    assert render(card).html == "<b>Untitled</b>\n\n🕒 14:20 Kyiv time"


def test_a_region_keeps_the_places_that_fit_in_full() -> None:
    two = "Chernihiv Oblast: Kostobobriv, Novhorod-Siverskyi"
    many = f"{two}, Hremiach, Semenivka, Snovsk, Horodnia"

    assert f"📍 {two}\n" in render(replace(CARD, places=(two,))).html
    said = render(replace(CARD, places=(many,))).html
    assert f"📍 {two}, Hremiach, and 3 more\n" in said


def test_what_matched_is_said_if_the_line_of_places_had_no_room_for_it() -> None:
    places = ("Sumy Oblast: " + ", ".join(f"Village {n}" for n in range(9)),)

    html = render(replace(CARD, places=places, evidence=("Village 1", "Village 8"))).html

    assert html.endswith("<i>Matched:</i> Village 8")


@pytest.mark.parametrize(
    "title",
    [
        pytest.param('<b>&"', id="markup"),
        pytest.param("</b></a><a href=tg://user?id=1>", id="closing tags"),
        pytest.param("\u202eabc\u2066", id="direction overrides"),
        pytest.param("a\x00b\ud83d", id="NUL and half a pair"),
        pytest.param("😀" * 2_500_000, id="ten megabytes"),
        pytest.param("{outlets} {count} %s", id="placeholders"),
        pytest.param("\n" * 5000 + "a", id="lines"),
    ],
)
def test_hostile_texts_end_well(title: str) -> None:
    card = replace(
        CARD,
        title=title,
        summary=title,
        sources=(source(title, 'https://e.org/?q=<>&"'), source(title, title)),
        places=(title,) * 50,
        evidence=(title,) * 50,
    )

    message = render(card)

    assert units(message.plain) <= MAX_TEXT
    assert "tg://user?id=1>" not in message.html.replace("&gt;", "")
    assert "<a" not in message.html
    assert message.html.encode()
    assert not set("\x00\u202e\u2066\ud83d") & set(message.html + message.plain)


def test_a_full_card_stays_readable() -> None:
    card = replace(
        CARD,
        title="T" * 200,
        summary="word " * 100,
        sources=tuple(source(f"Outlet {n}", "https://e.org") for n in range(5)),
        places=tuple(f"Place {n}" for n in range(9)),
    )

    assert units(render(card).html.replace('<a href="https://e.org">', "")) <= AIM + 60


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param(
            "uk",
            "🕒 14:08 за київським часом (12 хв тому)"
            " · не підтверджено: поки лише одне видання",
            id="Ukrainian",
        ),
        pytest.param(
            "ru",
            "🕒 14:08 по киевскому времени (12 мин. назад)"
            " · не подтверждено: пока только одно издание",
            id="Russian",
        ),
    ],
)
def test_a_card_in_other_languages(language: str, expected: str) -> None:
    message = render(CARD, language=language)

    assert expected in message.html
    assert not [b.text for row in message.buttons for b in row if "Read" in b.text]


def test_what_one_outlet_alone_says_is_called_unconfirmed() -> None:
    two = replace(CARD, sources=(*CARD.sources, source("Wire")))

    assert "unconfirmed: one outlet so far" in render(CARD).html
    assert "unconfirmed" not in render(two).html


@pytest.mark.parametrize(
    ("places", "matched"),
    [
        pytest.param(
            ("Belgorod Oblast: Shebekino, Valuyki",), "", id="a place in a region"
        ),
        pytest.param(("Belgorod Oblast · Shebekino",), "", id="a place of its own"),
        pytest.param(("Belgorod Oblast",), "Shebekino", id="a place that is not shown"),
        pytest.param(("Shebekino District",), "Shebekino", id="a part of a name"),
    ],
)
def test_a_place_that_matched_is_not_said_twice(
    places: tuple[str, ...], matched: str
) -> None:
    html = render(replace(CARD, places=places, evidence=("Shebekino",))).html

    assert html.partition("<i>Matched:</i> ")[2] == matched


def test_an_outgoing_has_no_empty_rows() -> None:
    message = outgoing(bold("a"), buttons=[[], [Button(text="x", data="y")]], silent=True)

    assert message == Outgoing(
        html="<b>a</b>", plain="a", buttons=((Button(text="x", data="y"),),), silent=True
    )
