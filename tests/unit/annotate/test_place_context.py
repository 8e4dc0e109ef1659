"""What the rest of a text says of a name: lists, persons, visits, headlines of others."""

import pytest

from bot.annotate.places import find_mentions


def heard(text: str, lang: str) -> list[tuple[str | None, bool]]:
    return [(m.region or m.country, m.weak) for m in find_mentions(text, lang)]


def regions(text: str, lang: str) -> set[str]:
    return {m.region for m in find_mentions(text, lang) if m.region}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ru", "Президент впервые посетил с визитом Москву.", "RU-MOW"),
        ("ru", "Адрес редакции: 111020, Москва, Боровая улица.", "RU-MOW"),
        ("ru", "Краснодар, Ростов, Москва и Питер ждут снега.", "RU-MOW"),
        ("uk", "Київ. Вибухи на лівому березі", "UA-30"),
        ("ru", "Москва. Серия взрывов на юге", "RU-MOW"),
        ("ru", "Рейсы по маршруту Берлин — Киев — Берлин отменены.", "UA-30"),
        ("en", "The battle for Kyiv lasted a month.", "UA-30"),
        ("en", "Flights from Kharkiv and Kyiv were cancelled.", "UA-30"),
    ],
)
def test_a_capital_among_cities_or_visited_is_the_city(
    lang: str, text: str, expected: str
) -> None:
    assert expected in regions(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "forbidden"),
    [
        ("en", "After the strike on Kharkiv, Kyiv said it would answer.", "UA-30"),
        ("ru", "Москва и Киев договорились об обмене.", "RU-MOW"),
        ("ru", "Помощь для Киева задерживается.", "UA-30"),
        ("fr", "Paris promet à Kiev de nouveaux missiles.", "FR-IDF"),
    ],
)
def test_a_capital_that_speaks_or_deals_is_its_government(
    lang: str, text: str, forbidden: str
) -> None:
    assert forbidden not in regions(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ru", "Они находятся в московском изоляторе.", ("RU-MOW", True)),
        ("uk", "Київська клініка прийняла поранених.", ("UA-30", True)),
        ("ru", "Торги на Нью-Йоркской фондовой бирже.", ("US-NY", True)),
    ],
)
def test_an_adjective_of_a_city_points_there_weakly(
    lang: str, text: str, expected: tuple[str, bool]
) -> None:
    assert heard(text, lang) == [expected]


@pytest.mark.parametrize(
    "text", ["Поэт Адам Лондонский получил премию.", "Актриса Мария Полтавская поёт."]
)
def test_an_adjective_after_a_given_name_is_a_surname(text: str) -> None:
    assert heard(text, "ru") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Senator Abe Lincoln spoke. Lincoln declined."),
        ("en", "Later Jordan Lyman spoke. Lyman left."),
    ],
)
def test_a_name_that_a_person_bears_elsewhere_is_no_town(lang: str, text: str) -> None:
    assert regions(text, lang) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire near Shelby, Montana. Officials in Montana said it spread.", {"US-MT"}),
        ("He moved to Helena, Montana, last year.", {"US-MT"}),
        ("Fires in states such as Florida, Texas and Ohio.", {"US-FL", "US-TX", "US-OH"}),
        ("Flooding in Valencia kills at least three.", {"ES-VC"}),
        ("A school in Delaware, Ohio, has closed.", {"US-OH"}),
    ],
)
def test_a_region_is_not_taken_for_a_town_called_like_it(
    text: str, expected: set[str]
) -> None:
    assert regions(text, "en") == expected


def test_what_is_said_often_does_not_support_itself() -> None:
    once = find_mentions("Lima has a new mayor.", "en")
    often = find_mentions("Lima has a new mayor. Lima is glad. Lima waits.", "en")

    assert {m.place_id for m in often} == {m.place_id for m in once}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "ru",
            "Дожди ослабли.\nЧитайте также:\n\nВзрыв в Курске\nДень рождения зоопарка\n",
        ),
        ("ru", "Дожди ослабли. Читайте также: Взрыв в г. Курск"),
        ("en", "Rain eases. Also read: Blast in Kursk"),
    ],
)
def test_headlines_of_others_are_not_the_news(lang: str, text: str) -> None:
    assert regions(text, lang) == set()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "ru",
            "Утро.\nЧитайте также:\n\nДожди ослабли\n\nВ Курске закрыли мост через реку.",
        ),
        ("ru", "Утро. Читайте также: Дожди ослабли везде. В Курске закрыли мост"),
        ("en", "Morning. Also read: Rain eases everywhere. A bridge in Kursk is closed"),
    ],
)
def test_what_follows_the_headlines_of_others_is_news_again(lang: str, text: str) -> None:
    assert regions(text, lang) == {"RU-KRS"}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("uk", "Обстріл Стрия тривав годину.", "UA-46"),
        ("uk", "Дрон упав під Стриєм.", "UA-46"),
        ("ru", "Голоса избирателей Гавайев подсчитаны.", "US-HI"),
    ],
)
def test_names_that_no_rule_declines_are_heard(lang: str, text: str, expected: str) -> None:
    assert expected in regions(text, lang)


@pytest.mark.parametrize(
    "text", ["Газопровод «Норд Стрим» готов.", "Норд Стрим АГ молчит."]
)
def test_a_form_of_another_language_inside_a_name_is_no_town(text: str) -> None:
    assert regions(text, "ru") == set()


def test_a_district_of_a_town_is_no_village_of_that_name() -> None:
    assert regions("У Дарницькому районі столиці загинуло троє людей", "uk") == {"UA-30"}


def test_a_small_town_that_is_not_taken_is_one() -> None:
    assert regions("Сіверськ не захоплено, тривають бої", "uk") == {"UA-14"}
