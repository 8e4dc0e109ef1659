import pytest

from bot.annotate.about import annotate
from bot.annotate.gazetteer import load
from bot.domain.model import Kind


def shown(text: str, language: str) -> set[str]:
    """Return the English names of the finest places that a text is about."""
    places = [load().place(place_id) for place_id in annotate(text, "", language).about]
    finest = {Kind.DISTRICT, Kind.SETTLEMENT}
    return {place.names["en"] for place in places if place.kind in finest}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        pytest.param(
            "uk",
            "Удар по Запоріжжю: горить дах в Олександрівському районі",
            set(),
            id="a village of its name in the region",
        ),
        pytest.param(
            "uk", "Вибух в Інгулецькому районі міста", set(), id="a village of its name"
        ),
        pytest.param(
            "uk",
            "Кривий Ріг: приліт у Тернівському районі, двоє поранених",
            {"Kryvyi Rih"},
            id="a town of its name in the region",
        ),
        pytest.param(
            "uk",
            "Уламки впали на Сумщині, у Зарічному районі пожежа",
            set(),
            id="of a city that is not named, in its region",
        ),
        pytest.param(
            "ru",
            "Горит Ильский НПЗ, жители Северского района сняли зарево",
            {"Ilskiy", "Severskiy Rayon"},
            id="a listed district beside a city of Siberia",
        ),
        pytest.param(
            "ru",
            "В Ореховском районе Запорожской области ранены двое",
            {"Orikhiv"},
            id="a town that had a district",
        ),
        pytest.param(
            "uk",
            "Атака на Запоріжжя та Дніпровський район: двоє поранених",
            {"Dniprovskyi Raion"},
            id="a district beside the city",
        ),
        pytest.param(
            "uk",
            "Краматорська міськрада просить берегти воду",
            {"Kramatorsk"},
            id="a town's council",
        ),
        pytest.param(
            "uk",
            "Тернівка під обстрілом, у Покровському районі загинула жінка",
            {"Ternivka", "Pokrovsk"},
            id="a district of the front",
        ),
    ],
)
def test_what_a_district_is_of(language: str, text: str, names: set[str]) -> None:
    assert shown(text, language) == names


@pytest.mark.parametrize(
    ("language", "text", "region"),
    [
        pytest.param("uk", "Дніпро: горить дах у Самарському районі", "UA-12", id="Samara"),
        pytest.param(
            "uk", "У Києві уламки впали в Дніпровському районі", "UA-30", id="Dnipro"
        ),
        pytest.param("ru", "Саратов: пожар в Кировском районе", "RU-SAR", id="Kirov"),
        pytest.param(
            "ru", "Пермь: авария в Свердловском районе", "RU-PER", id="Sverdlovsk"
        ),
    ],
)
def test_a_city_s_district_is_in_no_other_region(
    language: str, text: str, region: str
) -> None:
    assert annotate(text, "", language).regions == (region,)


def test_a_village_found_for_a_district_is_no_more_than_its_region() -> None:
    text = "Оріхів: пожежа, ще одна в Олександрівському районі Запорізької області"

    assert shown(text, "uk") == {"Orikhiv"}
    assert "UA-23" in annotate(text, "", "uk").about


@pytest.mark.parametrize(
    "text",
    [
        "Mortars hit Chernihiv border village",
        "Army takes second Chernihiv village in a day",
        "Clashes on the Chernihiv border",
    ],
)
def test_an_english_village_of_a_city_is_its_region_s(text: str) -> None:
    assert shown(text, "en") == set()
    assert "UA-74" in annotate(text, "", "en").about


def test_a_hill_of_belgorod_lies_in_no_other_region() -> None:
    text = "Белгород: перебои с водой на Харьковской горе"

    assert annotate(text, "", "ru").regions == ("RU-BEL",)
