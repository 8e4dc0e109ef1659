"""The end of an alarm, in the words of channels, and what only sounds like it."""

import pytest
from instants import NOW

from bot.annotate.all_clear import is_all_clear
from bot.annotate.reports import read_report
from bot.domain.reports import EventKind


@pytest.mark.parametrize(
    "title",
    [
        "Відбій тривоги",
        "Відбій!",
        "🟢 Сумська область: відбій повітряної тривоги!",
        "У Києві відбій повітряної тривоги",
        "Відбій у Харкові",
        "Скасовано повітряну тривогу на Полтавщині",
        "Повітряну тривогу в Одесі скасовано",
        "Отбой воздушной тревоги в Белгородской области",
        "Отбой ракетной опасности в Белгороде",
        "Отбой опасности БПЛА",
        "Отмена опасности атаки БПЛА в Воронежской области",
        "Беспилотная опасность отменена в Липецкой области",
        "В Липецке снят режим воздушной опасности",
        "Ракетная опасность в Курске снята",
        "All clear in Sumy region",
        "Air raid alert over in Sumy region",
        "Air raid alert lifted in Kyiv",
        "Missile threat to Kyiv is over",
        "Drone alert in Belgorod called off",
        "Odwołano alarm lotniczy w Lublinie",
        "Entwarnung in Kiew",
        "Luftalarm in Kiew aufgehoben",
    ],
)
def test_alarm_that_is_over(title: str) -> None:
    assert is_all_clear(title)


@pytest.mark.parametrize(
    "title",
    [
        "Повітряна тривога в Сумській області",
        "Air raid alert over Sumy region",
        "Air raid alert not lifted in Kyiv for nine hours",
        "Тревога не отменена",
        "Повітряну тривогу не скасовано",
        "Опасность атаки БПЛА в Воронежской области",
        "Жители требуют отменить налог",
        "Отбой мобилизации: что решил суд",
        "Комендант объявил отбой и подъём новобранцам",
        "Из-за угрозы БПЛА отменены рейсы",
        "Через загрозу обстрілу скасовано концерт",
        "The skies are clear over Kyiv",
        "Missile threat ends school year early in Kherson",
    ],
)
def test_what_is_no_end_of_an_alarm(title: str) -> None:
    assert not is_all_clear(title)


def test_only_the_beginning_of_a_very_long_title_is_read() -> None:
    assert not is_all_clear("відбій повітряної " * 100_000 + "тривоги")


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Отбой тревоги в Белгороде: есть попадание", "ru"),
        ("Відбій у Харкові. Були вибухи", "uk"),
        ("Відбій тривоги, у Сумах пожежа", "uk"),
        ("Отбой опасности БПЛА, обломки упали на дом", "ru"),
        ("All clear in Kyiv after missile strike hits power plant", "en"),
        ("All clear in Kyiv after massive attack, five killed", "en"),
        ("Air raid alert over in Sumy region, shelling goes on", "en"),
    ],
)
def test_who_tells_more_tells_of_that(title: str, language: str) -> None:
    kinds = read_report(title, "", language, published_at=NOW).kinds

    assert EventKind.ALL_CLEAR not in kinds


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Відбій повітряної тривоги у Сумах", "uk"),
        ("Отмена опасности атаки БПЛА в Воронежской области", "ru"),
        ("Missile threat to Kyiv is over", "en"),
        ("Drone alert in Belgorod called off", "en"),
    ],
)
def test_danger_that_is_over_is_no_attack(title: str, language: str) -> None:
    summary = "Explosions were heard."

    kinds = read_report(title, summary, language, published_at=NOW).kinds

    assert kinds == {EventKind.ALL_CLEAR}
