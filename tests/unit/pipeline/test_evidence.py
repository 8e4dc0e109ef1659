from dataclasses import replace

from instants import NOW

from bot.annotate.gazetteer import load
from bot.pipeline.evidence import Pointer, find_places, find_pointers
from bot.store.entries import StoredEntry


def entry(title: str, summary: str = "", language: str = "ru") -> StoredEntry:
    return StoredEntry(
        id=1,
        feed_id=1,
        story_id=None,
        link=None,
        title=title,
        summary=summary,
        language=language,
        published_at=NOW,
        first_seen_at=NOW,
        silent_reason=None,
        outlet="Example Post",
        publisher="",
    )


def told(pointers: tuple[Pointer, ...]) -> list[tuple[str, str, str | None]]:
    return [
        (each.words, each.place.names["en"], each.target.id if each.target else None)
        for each in pointers
    ]


def test_words_point_to_what_holds_their_place() -> None:
    found = find_pointers(
        entry("Взрывы в Шебекине", "Шебекине и Белгородская область"), ["RU-BEL", "UA"]
    )

    assert told(found) == [
        ("Шебекине", "Shebekino", "RU-BEL"),
        ("Белгородская область", "Belgorod Oblast", "RU-BEL"),
    ]


def test_words_point_into_a_circle_by_distance() -> None:
    belgorod = load().centre("RU-BEL")

    near = find_pointers(entry("Взрывы в Шебекине"), [f"{belgorod}~50", f"{belgorod}~5"])

    assert told(near) == [("Шебекине", "Shebekino", f"{belgorod}~50")]


def test_a_region_is_not_within_a_distance() -> None:
    belgorod = load().centre("RU-BEL")

    assert find_pointers(entry("Белгородская область без света"), [f"{belgorod}~50"]) == ()


def test_weak_words_point_for_nobody_but_are_told() -> None:
    weak = entry("Russian forces advance", language="en")

    assert find_pointers(weak, ["RU"]) == ()
    assert [(p.words, p.place.id, p.weak) for p in find_places(weak)] == [
        ("Russian", "RU", True)
    ]


def test_what_is_followed_and_unknown_is_pointed_to_by_nothing() -> None:
    assert find_pointers(entry("Взрывы в Шебекине"), ["no-such-place", "x~50"]) == ()


def test_words_of_a_local_outlet_point_to_the_village_of_its_region() -> None:
    heard = replace(entry("Удар по Степанівці", language="uk"), country="UA", home="UA-59")

    (pointer,) = find_places(heard)

    assert pointer.place.region == "UA-59"
