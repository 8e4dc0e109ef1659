from collections import defaultdict

import pytest

from bot.annotate.gazetteer import load
from bot.annotate.named import CITY, EXACT, OFFERED, SMALL
from bot.annotate.resolve import LEAST, find_region, find_slip, resolve
from bot.domain.model import Candidate, Kind
from bot.pipeline.regions import find_group


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        pytest.param("Belgorod", "RU-BEL", "g578072", id="region, then its city"),
        pytest.param("Суми", "UA-59", "g692194", id="Ukrainian"),
        pytest.param("Харьков", "UA-63", "g706483", id="Russian"),
        pytest.param("Харкові", "UA-63", "g706483", id="case form"),
        pytest.param("belgorod oblast", "RU-BEL", None, id="small letters"),
        pytest.param("Белгородская область", "RU-BEL", None, id="full name"),
        pytest.param("Курщина", "RU-KRS", None, id="-shchyna"),
        pytest.param("Kyiv", "UA-30", None, id="a city that is a region"),
        pytest.param("Kyiv oblast", "UA-32", None, id="the oblast around it"),
        pytest.param("Крим", "UA-43", None, id="Crimea"),
        pytest.param("RU-BEL", "RU-BEL", None, id="code"),
        pytest.param("US", "US", None, id="code of a country"),
        pytest.param("росія", "RU", None, id="country"),
        pytest.param("Великобританії", "GB", None, id="a country's other name"),
        pytest.param("Trinidad and Tobago", "TT", None, id="a country with an and"),
        pytest.param("Суджа", "g486816", None, id="town"),
        pytest.param("город Суджа", "g486816", None, id="town, named as one"),
    ],
)
def test_an_exact_name(text: str, first: str, second: str | None) -> None:
    found = resolve(text)

    assert (found[0].place.id, found[0].score) == (first, 100)
    below = [(c.place.id, c.score) for c in found[1:] if c.score >= CITY]
    assert below == ([(second, CITY)] if second else [])
    region = find_region(text)
    assert region is not None
    assert region.place.id == first


def test_one_name_of_two_places_is_ambiguous() -> None:
    found = resolve("Georgia")

    assert {(c.place.id, c.score) for c in found} == {("GE", 100), ("US-GA", 100)}
    assert find_region("Georgia") is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Belgrod", "RU-BEL", id="letter lost"),
        pytest.param("Khrakiv", "UA-63", id="letters swapped"),
        pytest.param("Сумм", "UA-59", id="short"),
        pytest.param("Шебикино", "g495112", id="letter wrong"),
        pytest.param("Ukrane", "UA", id="country"),
    ],
)
def test_a_misspelling_is_offered_and_never_exact(text: str, wanted: str) -> None:
    found = resolve(text)

    assert found[0].place.id == wanted
    assert found[0].score < 100
    assert find_region(text) is None


@pytest.mark.parametrize("text", ["", "  ", "???", "123", "qwrtplkjhg"])
def test_nothing_alike_gives_nothing(text: str) -> None:
    assert resolve(text) == ()
    assert find_region(text) is None


def test_each_region_and_country_is_found_by_its_own_names() -> None:
    gazetteer = load()

    ids: dict[str, set[str]] = defaultdict(set)
    for place in (*gazetteer.regions(), *gazetteer.countries()):
        for name in place.names.values():
            ids[name].add(place.id)
    for name, expected in ids.items():
        best = {c.place.id for c in resolve(name, limit=20) if c.score == 100}
        assert expected <= best, name


def test_the_answer_has_at_most_the_asked_number() -> None:
    assert len(resolve("Kirovs", limit=2)) == 2


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param("Миколаївка Сумська область", "UA-59", id="in a region"),
        pytest.param("Покровск Донецкая область", "UA-14", id="in another language"),
        pytest.param("Миколаївка Конотопський район", "UA-59", id="in a district"),
        pytest.param("Springfield Illinois", "US-IL", id="abroad"),
    ],
)
def test_a_namesake_is_found_by_what_follows_it(text: str, inside: str) -> None:
    found = resolve(text, limit=20)

    assert found
    assert {c.place.region for c in found} == {inside}
    assert {c.score for c in found if c.place.kind is Kind.SETTLEMENT} == {EXACT}


def test_a_region_is_meant_although_its_country_follows() -> None:
    found = resolve("Суми Україна")

    assert [(c.place.id, c.score) for c in found] == [("UA-59", EXACT), ("g692194", CITY)]


def test_villages_of_one_name_are_all_offered() -> None:
    found = resolve("Басівка", limit=20)

    assert len(found) == 4
    assert {c.score for c in found} == {EXACT}


def test_small_namesakes_do_not_make_a_city_ambiguous() -> None:
    found = resolve("London", limit=20)

    assert [c.place.country for c in found if c.score == EXACT] == ["GB"]
    assert len(found) > 1


def test_a_name_of_no_other_place_in_a_region_is_no_exact_one() -> None:
    assert all(c.score < EXACT for c in resolve("Шебекино Сумская область"))


@pytest.mark.parametrize(
    "text",
    ["Sumy\ud800", "\udcff\udcfe", "S" * 100_000, "Ко́стянтинівка", "𝕊𝕦𝕞𝕪", "o" * 80],
)
def test_no_text_is_too_strange(text: str) -> None:
    for candidate in resolve(text):
        assert 0 < candidate.score <= EXACT
    find_region(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("у Львові", "UA-46", id="after a preposition"),
        pytest.param("in the Odesa region", "UA-51", id="after two words"),
        pytest.param(
            "под Запорожьем", "UA-23", id="a preposition that is a village's form"
        ),
        pytest.param("in der Ukraine", "UA", id="with an article"),
        pytest.param("❗️Дніпро❗️", "UA-12", id="an emoji with its style"),
        pytest.param("Luhanskaya oblast", "UA-09", id="h of the Ukrainian name"),
        pytest.param("вся Україна", "UA", id="the whole of it"),
        pytest.param("«Одеса»", "UA-51", id="in quotation marks"),
        pytest.param("📍#Суми!", "UA-59", id="with signs"),
        pytest.param("\u200fХерсон\u200e", "UA-65", id="with marks of direction"),
        pytest.param("🇱🇹", "LT", id="a flag"),
        pytest.param("Poland 🇵🇱", "PL", id="a flag after a name"),
        pytest.param("Київ обл", "UA-32", id="the oblast around Kyiv"),
        pytest.param("Минск область", "BY-MI", id="the oblast around Minsk"),
        pytest.param("Херсон і область", "UA-65", id="a city with its oblast"),
        pytest.param("woj. lubelskie", "PL-06", id="a voivodeship"),
        pytest.param("Украина, Сумская область", "UA-59", id="after its country"),
        pytest.param("Lviv, UA", "UA-46", id="before the code of its country"),
        pytest.param("Lvovskaya oblast", "UA-46", id="the Russian name in Latin letters"),
        pytest.param("Rivnens'ka oblast'", "UA-56", id="an apostrophe for a soft sign"),
        pytest.param("Litva", "LT", id="a country in Latin letters"),
        pytest.param("Thueringen", "DE-TH", id="without umlauts"),
        pytest.param("Луганьск", "UA-09", id="letters of two languages"),
        pytest.param("СПб", "RU-SPE", id="an abbreviation"),
    ],
)
def test_a_region_is_meant_however_it_is_written(text: str, wanted: str) -> None:
    found = [c for c in resolve(text) if c.score == EXACT] or [
        Candidate(place=place, score=EXACT) for place in find_group(text)
    ]

    assert [c.place.id for c in found] == [wanted]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("м. Полтава", "Poltava", Kind.SETTLEMENT, id="city, first"),
        pytest.param("m. Lviv", "Lviv", Kind.SETTLEMENT, id="city, in Latin letters"),
        pytest.param("Lviv city", "Lviv", Kind.SETTLEMENT, id="city, last"),
        pytest.param("город Москва", "Moscow", Kind.REGION, id="a city that is a region"),
        pytest.param("с. Липці", "Lyptsi", Kind.SETTLEMENT, id="village"),
        pytest.param("Izium raion", "Iziumskyi Raion", Kind.DISTRICT, id="by its town"),
        pytest.param("Sumy district", "Sumskyi Raion", Kind.DISTRICT, id="by a short name"),
        pytest.param(
            "Шосткинський р-н", "Shostkynskyi Raion", Kind.DISTRICT, id="abbreviated"
        ),
        pytest.param(
            "Грайворонский городской округ",
            "Grayvoronsky District",
            Kind.DISTRICT,
            id="okrug",
        ),
        pytest.param("Paris", "Paris", Kind.SETTLEMENT, id="not the department"),
        pytest.param(
            "Суджа, Курская область, Россия", "Sudzha", Kind.SETTLEMENT, id="address"
        ),
        pytest.param(
            "Курская область Суджа", "Sudzha", Kind.SETTLEMENT, id="the area first"
        ),
        pytest.param("Slov'yansk", "Sloviansk", Kind.SETTLEMENT, id="apostrophe"),
    ],
)
def test_what_the_place_is_said_to_be_decides(text: str, name: str, kind: Kind) -> None:
    [best, *_] = resolve(text)

    assert (best.place.name("en"), best.place.kind, best.score) == (name, kind, EXACT)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Kmdsd", "UA-46", id="Ukrainian on English keys"),
        pytest.param(",tkujhjl", "RU-BEL", id="with a comma for a letter"),
        pytest.param("Мщкщтуяр", "RU-VOR", id="English on Russian keys"),
        pytest.param("Вовчанська громада", "g689304", id="community"),
        pytest.param("расскажи про Одессу", "UA-51", id="in a sentence"),
        pytest.param("новости про Сумы", "UA-59", id="a city that is a word as well"),
        pytest.param("alerts for Lviv oblast please", "UA-46", id="two words of one"),
    ],
)
def test_a_guess_is_offered_first_and_never_exact(text: str, wanted: str) -> None:
    [best, *_] = resolve(text)

    assert best.place.id == wanted
    assert best.score <= OFFERED
    assert find_region(text) is None


@pytest.mark.parametrize(
    "text", ["ЕС", "EU", "дай денег", "what a nice day", "дякую", "asdfgh", "😀"]
)
def test_a_short_word_or_idle_talk_gives_nothing(text: str) -> None:
    assert all(c.score < LEAST + 10 for c in resolve(text))


def test_a_city_is_asked_for_beside_a_small_region_abroad_of_its_name() -> None:
    found = [(c.place.id, c.score) for c in resolve("Ганновер")[:2]]

    assert found == [("g2910831", EXACT), ("JM-09", EXACT)]


def test_a_case_form_of_one_region_stands_behind_the_name_of_another() -> None:
    found = {c.place.id: c.score for c in resolve("Адана")}

    assert (found["TR-01"], found["YE-AD"]) == (EXACT, SMALL)


def test_an_address_is_one_place_only_from_the_smallest_on() -> None:
    assert find_region("Ялта, Крим") is not None
    assert find_region("Крим, Ялта") is None
    assert find_region('"Суми"') is not None


def test_a_slip_of_the_keyboard_is_known_whole() -> None:
    found = find_slip("Pfgjhj;mt")

    assert found is not None
    assert found.place.id == "UA-23"
    assert find_slip("Запорожье") is None
