import pytest

from bot.annotate import choose
from bot.annotate.gazetteer import load
from bot.annotate.places import find_mentions
from bot.domain.model import Kind


def regions(text: str, lang: str | None = None, country: str | None = None) -> set[str]:
    found = find_mentions(text, lang, home=country)
    return {m.region for m in found if m.region and not m.weak}


def countries(text: str, lang: str | None = None) -> set[str]:
    return {m.country for m in find_mentions(text, lang) if m.country and not m.weak}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("ru", "В Белгороде закрыли рынок", {"RU-BEL"}, id="ru locative first"),
        pytest.param("uk", "У Сумах відкрили притулок", {"UA-59"}, id="uk locative first"),
        pytest.param("uk", "Суми: знову без води", {"UA-59"}, id="uk name and colon"),
        pytest.param("ru", "белгородские дороги ремонтируют", {"RU-BEL"}, id="adjective"),
        pytest.param("uk", "На Сумщині та Чернігівщині", {"UA-59", "UA-74"}, id="-shchyna"),
        pytest.param("uk", "до Великої Новосілки", {"UA-14"}, id="two words, genitive"),
        pytest.param("uk", "у Кривому Розі", {"UA-12"}, id="stem that changes"),
        pytest.param("ru", "под Часовым Яром", {"UA-14"}, id="irregular"),
        pytest.param("ru", "ДНР и ЛНР", {"UA-14", "UA-09"}, id="unrecognized republics"),
        pytest.param("uk", "у Криму та Севастополі", {"UA-43", "UA-40"}, id="Crimea"),
        pytest.param("uk", "Бєлгородська область", {"RU-BEL"}, id="official Ukrainian"),
        pytest.param("uk", "вибухи у Білгороді", {"RU-BEL"}, id="ordinary Ukrainian"),
        pytest.param("uk", "порт Білгорода-Дністровського", {"UA-51"}, id="longest first"),
        pytest.param(
            "en", "Fires near Kharkov and Zaporozhye", {"UA-63", "UA-23"}, id="Russian"
        ),
        pytest.param("en", "SHELLING REPORTED NEAR SUDZHA", {"RU-KRS"}, id="capitals"),
        pytest.param("en", "Kharkiv's tram depot", {"UA-63"}, id="possessive"),
        pytest.param(
            "ru", "Ростов-на-Дону остался без тепла", {"RU-ROS"}, id="three words"
        ),
        pytest.param("ru", "Рыльского района Курской области", {"RU-KRS"}, id="district"),
        pytest.param("uk", "на Покровському напрямку", {"UA-14"}, id="axis"),
        pytest.param("uk", "на березі Дніпра горить ліс", set(), id="river"),
        pytest.param("ru", "вдоль Дона идёт сев", set(), id="Don"),
        pytest.param("uk", "Великі суми пішли на ремонт", set(), id="sums"),
        pytest.param("uk", "Суми коштів зросли", set(), id="sums at the start"),
        pytest.param("ru", "Орёл кружил над полем", set(), id="eagle"),
        pytest.param("uk", "Рівне покриття дороги", set(), id="even"),
        pytest.param("ru", "Музей подводной лодки «Курск»", set(), id="ru submarine"),
        pytest.param("uk", "уламки крейсера «Москва»", set(), id="uk cruiser"),
        pytest.param("en", "a film about the submarine Kursk", set(), id="en submarine"),
        pytest.param(
            "en",
            "The submarine Kursk sank. All sailors of the Kursk died.",
            set(),
            id="the ship again",
        ),
        pytest.param("en", "Russian submarine Kursk is lost", set(), id="whose submarine"),
        pytest.param("en", "a boat named after K-141 Kursk", set(), id="number of a ship"),
        pytest.param(
            "en",
            "Submarine Kursk recalled; the Kursk region is shelled",
            {"RU-KRS"},
            id="the region in a text about the ship",
        ),
        pytest.param("en", "Tanker Kherson sails; Kherson hit", {"UA-65"}, id="namesake"),
        pytest.param("en", "families of Kursk submariners", set(), id="en crew"),
        pytest.param(
            "ru",
            "Гибель подводной лодки «Курск». Экипаж «Курска» помнят",
            set(),
            id="ru the ship again",
        ),
        pytest.param("ru", "годовщина Курской битвы", set(), id="battle of history"),
        pytest.param(
            "en", "veterans of the Battle of Kursk", set(), id="en battle of history"
        ),
        pytest.param(
            "en", "the battle for Pokrovsk goes on", {"UA-14"}, id="battle of today"
        ),
        pytest.param("en", "a recipe for chicken Kyiv", set(), id="dish"),
        pytest.param("uk", "ремонт на вулиці Сумській", set(), id="street"),
        pytest.param("ru", "пробка на Харьковском шоссе", set(), id="highway"),
        pytest.param("ru", "певец Владимир Кузьмин выступил", set(), id="person"),
        pytest.param("ru", "тренер Виктория Иванова ушла", set(), id="surname of a town"),
        pytest.param("ru", "Во Владимире открыли мост", {"RU-VLA"}, id="the town Vladimir"),
        pytest.param("en", "FC Rostov sign a keeper", {"RU-ROS"}, id="club of a city"),
        pytest.param("en", "see https://example.org/Kharkiv/today", set(), id="address"),
        pytest.param(
            "en", "School reopens. Also read: fire in Sumy", set(), id="further reading"
        ),
        pytest.param(
            "ru", "Школу открыли. Читайте также: пожар в Курске", set(), id="ru reading"
        ),
        pytest.param("en", "Roof falls in – Kharkiv Gazette", set(), id="outlet"),
        pytest.param(
            "ru", "в якутском Покровске паводок", {"RU-SA"}, id="the other Pokrovsk"
        ),
        pytest.param("ru", "пожар в Покровске", {"UA-14"}, id="the larger Pokrovsk"),
        pytest.param(
            "en", "Atlanta: Georgia lawmakers vote", {"US-GA"}, id="state of Georgia"
        ),
        pytest.param(
            "en", "Georgia and Armenia reopen a road", set(), id="country of Georgia"
        ),
        pytest.param("en", "A fair in Odessa, Texas", {"US-TX"}, id="a namesake abroad"),
        pytest.param("en", "The Kyiv Post on Sumy", {"UA-59"}, id="newspaper"),
        pytest.param("ru", "Белгородчина: Муром без света", {"RU-BEL"}, id="nearer"),
        pytest.param("pl", "Sumy pod ostrzałem", {"UA-59"}, id="Polish"),
        pytest.param("de", "Brand in Charkiw", {"UA-63"}, id="German"),
        pytest.param("fr", "une usine à Koursk", {"RU-KRS"}, id="French"),
    ],
)  # fmt: skip
def test_regions_of_a_sentence(lang: str, text: str, expected: set[str]) -> None:
    assert regions(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "city", "expected"),
    [
        pytest.param("en", "Moscow denies the report", False, {"RU"}, id="denies"),
        pytest.param("en", "a statement by Kyiv", False, {"UA"}, id="by"),
        pytest.param(
            "en", "talks between Kyiv and Warsaw", False, {"UA", "PL"}, id="between"
        ),
        pytest.param(
            "en", "the defence ministry in Moscow", False, {"RU"}, id="ministry in"
        ),
        pytest.param("en", "Moscow's ambassador left", False, {"RU"}, id="possessive"),
        pytest.param(
            "ru", "в Киеве заявили о готовности", False, {"UA"}, id="ru in the city said"
        ),
        pytest.param("ru", "Москва осудила решение", False, {"RU"}, id="ru condemned"),
        pytest.param("uk", "Київ відповів на лист", False, {"UA"}, id="uk answered"),
        pytest.param("en", "A blast shook a cafe in Kyiv", True, {"UA"}, id="in"),
        pytest.param("en", "drones over Moscow overnight", True, {"RU"}, id="over"),
        pytest.param("uk", "у Києві зупинили трамваї", True, {"UA"}, id="uk in"),
        pytest.param("ru", "мэр Москвы открыл станцию", True, {"RU"}, id="mayor"),
        pytest.param("en", "Blasts rock Kyiv at dawn", True, {"UA"}, id="struck"),
        pytest.param("en", "A drone raid on Moscow", True, {"RU"}, id="raid on"),
        pytest.param("ru", "сбит на подлёте к Москве", True, {"RU"}, id="flying to"),
        pytest.param("en", "new sanctions on Moscow", False, {"RU"}, id="sanctions on"),
        pytest.param("en", "Dynamo Kyiv draw at home", True, {"UA"}, id="club"),
    ],
)
def test_a_capital_is_a_city_or_a_government(
    lang: str,
    text: str,
    *,
    city: bool,
    expected: set[str],
) -> None:
    assert bool(regions(text, lang)) is city
    assert countries(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        pytest.param("en", "Russian jets took off", "RU", id="en adjective"),
        pytest.param("en", "Ukrainians abroad vote", "UA", id="en people"),
        pytest.param("uk", "росіяни відступили", "RU", id="uk people"),
        pytest.param("ru", "украинские войска", "UA", id="ru adjective"),
    ],
)
def test_adjectives_and_peoples_of_a_country_are_weak(
    lang: str, text: str, code: str
) -> None:
    (mention,) = find_mentions(text, lang)

    assert (mention.country, mention.weak, mention.kind) == (code, True, Kind.COUNTRY)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("en", "They asked us to leave", set(), id="us the pronoun"),
        pytest.param("en", "the US and the U.K. agree", {"US", "GB"}, id="abbreviations"),
        pytest.param("en", "TELL US MORE ABOUT YOURSELVES", set(), id="US in capitals"),
        pytest.param(
            "uk", "Про це повідомили в ОВА", set(), id="an administration, no Owo"
        ),
        pytest.param("uk", "армія рф відступила", {"RU"}, id="small on purpose"),
        pytest.param("en", "Turkey prices fall", set(), id="the bird"),
        pytest.param("en", "Turkey votes on Sunday", {"TR"}, id="the country"),
        pytest.param("en", "Michael Jordan retires", set(), id="a person"),
        pytest.param("ru", "Того оказалось мало", set(), id="of that"),
    ],
)
def test_countries_of_a_sentence(lang: str, text: str, expected: set[str]) -> None:
    assert countries(text, lang) == expected


def test_a_mention_says_where_it_stands() -> None:
    text = "Пожежа.\nУ Сума\u0301х горить склад"

    (mention,) = find_mentions(text, "uk")

    assert mention.text == text[mention.start : mention.end] == "Сума\u0301х"
    assert (mention.place_id, mention.place) == ("g692194", "Sumy")


def test_a_village_of_many_namesakes_needs_support() -> None:
    assert regions("Пожар в деревне Демидовка", "ru") == set()
    assert regions("Пожар в Демидовке Белгородской области", "ru") == {"RU-BEL"}


def test_the_home_of_the_feed_decides_between_namesakes() -> None:
    assert regions("Georgia plans a new bridge", "en", "US") == {"US-GA"}
    assert regions("Georgia plans a new bridge", "en") == set()


@pytest.mark.parametrize("text", ["Пожар в Курске", "Пожежа у Вінниці", "Fire in Kursk"])
def test_the_language_is_told_from_the_letters(text: str) -> None:
    assert len(regions(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "in the Belgorod and Kursk regions", ["RU-BEL", "RU-KRS"], id="two regions"
        ),
        pytest.param(
            "Sumy, Kyiv, and the Kharkiv oblasts",
            ["UA-59", "UA-32", "UA-63"],
            id="a longer list",
        ),
        pytest.param("in Belgorod and in other regions", ["settlement"], id="no list"),
        pytest.param(
            "near Sumy. Kharkiv regions voted", ["settlement", "UA-63"], id="ends"
        ),
    ],
)
def test_list_of_regions_names_regions_not_cities(text: str, expected: list[str]) -> None:
    found = find_mentions(text, "en")

    assert [
        mention.place_id if mention.kind is Kind.REGION else mention.kind.value
        for mention in found
    ] == expected


def test_of_many_namesakes_the_one_in_the_region_of_the_text_is_meant() -> None:
    text = "На Сумщині обстріляли село Іванівка"

    assert regions(text, "uk") == {"UA-59"}
    assert len(load().senses("іванівка")) > choose.MANY


def test_a_city_stands_before_more_villages_of_its_name_than_are_weighed() -> None:
    assert regions("Москву атаковали дроны, взрывы в Москве", "ru") == {"RU-MOW"}
    assert regions("Покровка, Покровка и снова Покровка", "ru") == set()


@pytest.mark.parametrize(
    "text", ["A fire in Gary, IN", "Salem, OR", "He lives in Tulsa, Okla."]
)
def test_a_state_may_be_abbreviated_after_a_comma(text: str) -> None:
    assert {region[:2] for region in regions(text, "en")} == {"US"}
    assert regions(text, "en") <= {"US-IN", "US-OR", "US-OK"}


@pytest.mark.parametrize(
    ("home", "text", "expected"),
    [
        pytest.param("UA", "Удар по Степанівці: двоє поранених.", None, id="country"),
        pytest.param("UA-59", "Удар по Степанівці: двоє поранених.", "UA-59", id="region"),
        pytest.param("UA-14", "Удар по Степанівці: двоє поранених.", "UA-14", id="another"),
        pytest.param("UA-59", "Удар по Степанівці на Одещині.", "UA-51", id="its oblast"),
        pytest.param("UA-59", "Удар по Покровську.", "UA-14", id="a town elsewhere"),
    ],
)
def test_an_outlet_of_a_region_means_the_villages_there(
    home: str, text: str, expected: str | None
) -> None:
    found = regions(text, "uk", home)

    assert ("UA-59" in found) is (expected == "UA-59")
    assert expected is None or found == {expected}
