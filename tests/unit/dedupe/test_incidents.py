"""What befalls a town once in a day, in several languages."""

import pytest

from bot.dedupe.common.incidents import OF_REGIONS
from bot.dedupe.incidents import find_incidents, incidents_of


@pytest.mark.parametrize(
    ("incident", "texts"),
    [
        (
            "water cut",
            ("У місті зникла вода", "Город остался без воды", "Stadt ohne Wasser"),
        ),
        (
            "mass grave",
            ("Mass grave found", "Знайшли масову могилу", "Massengrab entdeckt"),
        ),
        ("leak", ("Ammonia leak at plant", "Витік аміаку", "Wyciek amoniaku")),
        ("fuel rationing", ("Бензин по талонам", "Petrol rationed", "Benzyna na kartki")),
        ("reactor", ("Reactor taken offline", "Відключили енергоблок")),
        (
            "internet cut",
            ("Пропал мобильный интернет", "Обмежили інтернет", "Mobile internet goes dark"),
        ),
        (
            "remote lessons",
            ("Школи перевели на дистанційку", "Уроки пройдут онлайн", "Schools go online"),
        ),
        (
            "drought",
            (
                "Режим ЧС из-за засухи",
                "Drought emergency declared",
                "Через посуху ввели НС",
            ),
        ),
        ("lift crash", ("У будинку обірвався ліфт", "Лифт рухнул", "Lift plunges")),
        ("heating season", ("Почався опалювальний сезон", "Heating season begins")),
        ("mayor resigns", ("Мер подав у відставку", "Мэр ушёл в отставку")),
        ("prison riot", ("Бунт у колонії", "Заключённые подняли бунт", "Inmates riot")),
        ("dam burst", ("Прорвало дамбу", "Прорвало плотину", "Dam bursts")),
        ("shelter locked", ("Укриття не відчинили", "Shelter found locked")),
        ("lorries blocked", ("Hauliers block the road", "Перевізники страйкують")),
        ("curfew", ("Комендантську годину скоротили", "Curfew extended by an hour")),
        ("bird flu", ("Спалах пташиного грипу", "Найден птичий грипп", "Bird flu found")),
        ("swine fever", ("Африканская чума свиней", "African swine fever confirmed")),
        ("fish kill", ("Масовий мор риби", "В пруду погибла рыба", "Dead fish in pond")),
        ("oil spill", ("Разлив мазута", "На річці нафтова пляма", "Oil slick seen")),
        ("street renamed", ("Перейменували вулиці", "Переименована площадь")),
        ("fares", ("Проезд подорожал", "Дорожчає проїзд", "Tram fares rise")),
        ("festival called off", ("Скасували фестиваль", "Концерт отменён")),
        ("queue at the border", ("Черга на кордоні", "Очередь перед мостом")),
        ("drug lab", ("Викрили нарколабораторію", "Police find drug lab")),
        ("trains late", ("Затримуються поїзди", "Поезда задерживаются", "Trains delayed")),
        ("strike over pay", ("Страйк водіїв", "Drivers strike over pay")),
        (
            "strike over pay",
            ("Рабочие отказались выйти на смену", "Arbeitsniederlegung im Werk"),
        ),
        ("works stopped", ("Остановлен металлургический завод", "Zgasł piec w hucie")),
        (
            "bribe for exemption",
            ("Хабар за довідку ВЛК", "Взятка за отсрочку от мобилизации"),
        ),
        ("fight over the draft", ("Бійка з групою оповіщення", "Draft officers in brawl")),
        ("logging", ("Незаконная рубка дубов", "Зрубав дуби", "Oaks felled")),
        ("log lorry", ("Лесовоз столкнулся с автобусом", "Лісовоз зіткнувся з авто")),
        (
            "animal on the line",
            ("Moose stops train", "Elch auf dem Gleis", "Łoś na torach"),
        ),
        ("treasure", ("Нашли клад", "Знайшли скарб", "Odkryto skarb")),
        ("stained glass", ("Розбили вітраж костелу", "Wybito witraż w kościele")),
        ("vote for an assembly", ("Выборы в Народное собрание", "Assembly election")),
        ("balloon", ("Jets chase balloon", "Куля з контрабандою", "Balon z przemytem")),
        ("driver taken ill", ("Водій помер за кермом", "Водитель умер за рулем")),
        ("egg prices", ("Ціни на яйця", "Egg prices up", "Ceny jaj")),
        ("track blown up", ("Wysadzono tory", "Підірвали колію", "Sprengung an Gleisen")),
    ],
)
def test_an_incident_is_known_in_each_language(
    incident: str, texts: tuple[str, ...]
) -> None:
    assert [find_incidents(text) for text in texts] == [{incident}] * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        "Вода в річці прогрілася",
        "Leak of a private letter probed",
        "Mass protest at the town hall",
        "Провайдер отключил телевидение",
        "Reactor of thought",
        "На кладовищі осквернили могили",
        "New rails were laid",
        "Water polo team cut from the league",
        "Strike kills two workers at plant",
        "Drone hits tram stop",
        "Дрон влучив у трамвайну зупинку",
        "Вантажівка в’їхала у блокпост",
        "Strike cuts power to people in the east",
        "Мобильная группа сбила дрон",
        "Mobile fire teams shot down 12 drones",
        "Мобильные группы сбили дроны, район без света",
        "Рибалка загинув на річці",
        "Парламент обрав суддів",
        "Кладовщик нашёл ключи",
        "Завод отказался от заказа",
        "Автобус зіткнувся з авто",
        "School reopens after repairs",
        "Blast shatters windows, a car crashes",
        "Mass held for pilots by a chapel beside the old grave",
    ],
)
def test_half_of_an_incident_is_none(text: str) -> None:
    assert not find_incidents(text)


def test_what_a_region_has_once_tells_more() -> None:
    assert incidents_of(frozenset({"mass grave", "bridge"})) == 1
    assert incidents_of(OF_REGIONS) == 2
    assert incidents_of(frozenset({"tanks"})) == 0
