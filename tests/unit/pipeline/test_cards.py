from bot.annotate.gazetteer import load
from bot.pipeline.cards import place_names
from bot.pipeline.place_names import Chosen, choose


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
