from datetime import UTC, datetime

import pytest

from bot.annotate.gazetteer import load
from bot.pipeline.cards import card_changes, place_names
from bot.pipeline.place_names import Chosen, choose
from bot.store.entries import StoredEntry

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def place_id(name: str) -> str:
    found = choose(name)
    assert isinstance(found, Chosen)
    return found.target.id


def test_a_region_is_named_with_its_places_and_without_its_country() -> None:
    about = frozenset({"RU", "RU-BEL", place_id("Shebekino")})

    assert place_names(about, "en") == ("Belgorod Oblast: Shebekino",)
    assert place_names(frozenset({"RU"}), "uk") == ("Росія",)


def test_a_country_beside_a_region_is_named_only_for_who_follows_it() -> None:
    about = frozenset({"UA-59", "RU"})

    assert place_names(about, "en") == ("Sumy Oblast",)
    assert place_names(about, "en", ("RU",)) == ("Sumy Oblast", "Russia")


def test_what_the_chat_follows_is_named_first() -> None:
    regions = sorted(place.id for place in load().regions("UA"))[:9]
    last = regions[-1]

    names = place_names(frozenset(regions), "en", (last,))

    assert names[0] == load().place(last).name("en")


def test_a_wider_region_is_named_if_the_text_says_it_or_nothing_nearer() -> None:
    about = frozenset({"UA", "UA-14", "x-donbas", place_id("Kramatorsk")})

    assert place_names(about, "en") == ("Donetsk Oblast: Kramatorsk",)
    assert "Donbas" in place_names(about, "en", said=("x-donbas",))
    assert place_names(frozenset({"UA", "x-donbas"}), "uk") == ("Донбас",)


def test_a_region_and_its_town_of_one_name_are_named_once() -> None:
    samsun = frozenset({"TR", "TR-55", place_id("Samsun, TR")})

    assert place_names(samsun, "en") == ("Samsun",)


def test_places_of_a_region_stand_as_the_text_says_them() -> None:
    first, second = place_id("Novhorod-Siverskyi"), place_id("Kostobobriv")
    about = frozenset({"UA-74", first, second})

    assert place_names(about, "uk", said=(second, "UA-74", first)) == (
        "Чернігівська область: Костобобрів, Новгород-Сіверський",
    )
    assert place_names(about, "uk", said=(first, second)) == (
        "Чернігівська область: Новгород-Сіверський, Костобобрів",
    )


@pytest.mark.parametrize(
    ("detail", "shown"),
    [
        ("killed:0:1;wounded:5:9", [("killed", 0, 1), ("wounded", 5, 9)]),
        ("soldiers killed:1:2", [("soldiers killed", 1, 2)]),
        (None, []),
        ("unknown", []),
    ],
)
def test_what_is_stored_of_victims_is_read_again(
    detail: str | None, shown: list[tuple[str, int, int]]
) -> None:
    entry = StoredEntry(
        id=1,
        story_id=1,
        title="t",
        summary="",
        link=None,
        outlet="o",
        publisher="o",
        feed_id=1,
        silent_reason=None,
        language="en",
        published_at=NOW,
        first_seen_at=NOW,
        update_kind="casualties",
        update_detail=detail,
    )

    changes = card_changes(entry, "en")

    assert [(each.words, each.before, each.after) for each in changes] == shown
