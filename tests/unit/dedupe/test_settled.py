"""Which of the places in a title are where it happened."""

import pytest

from bot.annotate.about import annotate
from bot.dedupe.settled import as_towns, landmarks_of
from bot.domain.places import Kind

TOWN = "g687700"


@pytest.mark.parametrize(
    ("title", "is_town"),
    [
        ("Ракетний удар по Запоріжжю", True),
        ("В Запорожье взрывы", True),
        ("На Запоріжжі підірвався тракторист", False),
        ("Запорізька область під обстрілом", False),
    ],
)
def test_a_region_called_as_its_town_is_the_town_unless_the_words_say_so(
    title: str, *, is_town: bool
) -> None:
    mentions = as_towns(annotate(title, "", "uk").mentions, title)

    assert [mention.place_id == TOWN for mention in mentions] == [is_town]


@pytest.mark.parametrize(
    ("title", "language", "beside"),
    [
        ("Росія заявила про захоплення Новоданилівки біля Оріхова", "uk", {"Orikhiv"}),
        ("Village of Robotyne near Orikhiv is under fire", "en", {"Orikhiv"}),
        ("Not only Kharkiv: drones hit Izium", "en", {"Kharkiv"}),
        ("Samara governor says no drones came to Syzran", "en", {"Samara"}),
        ("Angriff auf Lubny in der Region Poltawa", "de", {"Poltava"}),
        ("Drone crashes near Orikhiv", "en", set()),
        ("Poland scrambles jets near Rzeszow as missiles hit Lviv", "en", set()),
    ],
)
def test_what_a_title_names_beside_the_place_is_no_place_of_it(
    title: str, language: str, beside: set[str]
) -> None:
    towns = [
        mention
        for mention in annotate(title, "", language).mentions
        if mention.kind is Kind.SETTLEMENT
    ]
    names = {mention.place_id: mention.place for mention in towns}

    assert {names[place_id] for place_id in landmarks_of(towns, title)} == beside


@pytest.mark.parametrize(
    ("title", "language", "is_plant"),
    [
        ("ЗАЭС осталась без основной линии", "ru", True),
        ("На Запорізькій АЕС зникло зовнішнє живлення", "uk", True),
        ("Fire near Zaporizhzhia nuclear power plant", "en", True),
        ("IAEA says Zaporizhzhia plant runs on diesel", "en", True),
        ("AKW Saporischschja ohne Strom", "de", True),
        ("Zaporizhzhia plant that makes engines is hit", "en", False),
        ("В Запорожье взрывы", "ru", False),
    ],
)
def test_the_nuclear_plant_is_in_its_own_town(
    title: str, language: str, *, is_plant: bool
) -> None:
    mentions = as_towns(annotate(title, "", language).mentions, title)

    assert ("Enerhodar" in {mention.place for mention in mentions}) is is_plant
    assert not (is_plant and TOWN in {mention.place_id for mention in mentions})
