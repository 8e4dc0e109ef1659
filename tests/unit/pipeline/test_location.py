from datetime import timedelta

from instants import NOW

from bot.pipeline.location import MAX_REMEMBERED, REMEMBERED, Whereabouts, find_nearby
from bot.pipeline.regions import find_place

BELGOROD = (50.5997, 36.5983)
OCEAN = (0.0, -30.0)


def test_the_nearest_settlement_comes_with_its_region() -> None:
    found = find_nearby(*BELGOROD)

    assert found is not None
    assert found.town.names["en"] == "Belgorod"
    assert found.regions[0].id == "RU-BEL"


def test_far_from_everything_nothing_is_near() -> None:
    assert find_nearby(*OCEAN) is None


def test_a_settlement_is_remembered_for_a_while_only() -> None:
    place = find_place("RU-BEL")
    assert place is not None
    known = Whereabouts()
    known.remember(1, place, now=NOW)

    assert known.find(1, now=NOW + REMEMBERED) == place
    assert known.find(1, now=NOW + REMEMBERED + timedelta(seconds=1)) is None
    assert known.find(1, now=NOW) is None
    assert known.find(2, now=NOW) is None


def test_what_is_forgotten_is_not_known() -> None:
    place = find_place("RU-BEL")
    assert place is not None
    known = Whereabouts()
    known.remember(1, place, now=NOW)

    known.forget(1)
    known.forget(2)

    assert known.find(1, now=NOW) is None


def test_no_more_than_so_many_chats_are_remembered() -> None:
    place = find_place("RU-BEL")
    assert place is not None
    known = Whereabouts()

    for chat_id in range(MAX_REMEMBERED + 1):
        known.remember(chat_id, place, now=NOW)

    assert known.find(0, now=NOW) is None
    assert known.find(1, now=NOW) == place
