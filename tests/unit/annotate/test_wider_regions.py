"""Regions that are no first level: Darfur, Donbas, the Gaza Strip."""

import pytest

from bot.annotate.about import annotate
from bot.annotate.gazetteer import load
from bot.annotate.places import find_mentions
from bot.annotate.resolve import find_region


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("x-donbas", "Donbas Донбас Донбасс"),
        ("x-darfur", "Darfur Дарфур Дарфур"),
        ("x-sinai", "Sinai Синай Синай"),
        ("x-karabakh", "Karabakh Карабах Карабах"),
        ("x-siberia", "Siberia Сибір Сибирь"),
        ("x-urals", "Urals Урал Урал"),
        ("x-halychyna", "Halychyna Галичина Галиция"),
        ("x-gaza-strip", "Gaza Газа Газа"),
        ("x-rojava", "Rojava Рожава Рожава"),
        ("x-transylvania", "Transylvania Трансильванія Трансильвания"),
        ("IN-JK", "Kashmir Кашмір Кашмир"),
        ("IL-Z", "Galilee Галілея Галилея"),
        ("CN-XJ", "Xinjiang Сіньцзян Синьцзян"),
        ("ET-TI", "Tigray Тиграй Тыграй"),
        ("PL-24", "Silesia Сілезія Силезия"),
        ("GB-NIR", "Ulster Ольстер Ольстер"),
        ("NO-56", "Finnmark Фіннмарк Финнмарк"),
    ],
)
def test_a_well_known_region_is_found_by_its_name_in_each_language(
    wanted: str, names: str
) -> None:
    for name in names.split():
        found = find_region(name)

        assert found is not None, name
        assert found.place.id == wanted, name


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("x-west-bank", ("West Bank", "Західний берег річки Йордан")),
        ("GE-SK", ("South Ossetia", "Південна Осетія", "Южная Осетия")),
        ("IQ-KR", ("Iraqi Kurdistan", "Іракський Курдистан", "Иракский Курдистан")),
        ("SY-QU", ("Golan Heights", "Голанські висоти", "Голанские высоты")),
        ("RU-SAK", ("Kuril Islands", "Курильські острови", "Курилы")),
        ("IT-32", ("South Tyrol", "Південний Тіроль", "Южный Тироль")),
    ],
)
def test_a_region_of_two_words_is_found(wanted: str, names: tuple[str, ...]) -> None:
    for name in names:
        found = find_region(name)

        assert found is not None, name
        assert found.place.id == wanted, name


@pytest.mark.parametrize(
    ("lang", "text", "place", "country"),
    [
        ("en", "Thousands flee fighting in Darfur.", "x-darfur", "SD"),
        ("uk", "Бої на Донбасі не вщухають.", "x-donbas", "UA"),
        ("ru", "В секторе Газа кончается вода.", "x-gaza-strip", "PS"),
        ("ru", "В Сибири горят леса.", "x-siberia", "RU"),
    ],
)
def test_a_text_that_names_one_names_its_country_and_no_first_level(
    lang: str, text: str, place: str, country: str
) -> None:
    (mention,) = find_mentions(text, lang)

    assert (mention.place_id, mention.country) == (place, country)
    assert mention.region is None
    assert not mention.weak


def test_news_of_a_part_is_about_the_whole_and_not_the_other_way_round() -> None:
    part = annotate("Shells hit El Fasher, North Darfur", "", "en")
    whole = annotate("War returns to Darfur", "", "en")

    assert {"SD-DN", "x-darfur", "SD"} <= part.about
    assert whole.about == {"x-darfur", "SD"}


def test_a_place_lies_in_each_region_that_holds_its_own() -> None:
    assert load().inside("UA-14") == ("x-donbas", "UA")


def test_a_wider_region_has_the_settlements_of_its_parts() -> None:
    gazetteer = load()

    inside = sum(map(gazetteer.count_inside, ("UA-14", "UA-09")))

    assert gazetteer.count_inside("x-donbas") == inside > 0


def test_a_town_beside_such_a_region_lies_in_its_country() -> None:
    mentions = find_mentions("A market in El Fasher, Darfur, was shelled.", "en")

    assert [mention.region for mention in mentions] == ["SD-DN", None]
