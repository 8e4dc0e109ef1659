from collections.abc import Iterator

import pytest

from bot.annotate import gazetteer
from bot.annotate.about import annotate
from bot.annotate.keys import key_of
from bot.annotate.own import OwnGazetteer, languages_of
from bot.annotate.places import find_mentions
from bot.annotate.readings import LONGEST
from bot.annotate.resolve import resolve
from bot.config.region_values import MAX_WORDS
from bot.domain.model import Kind
from bot.domain.own_regions import Name, OwnPlace, OwnRegion, OwnRegions, Size

KURSK = "RU-KRS"


def name(text: str, language: str = "ru") -> Name:
    return Name(text=text, language=language)


def use(*regions: OwnRegion, groups: dict[str, tuple[str, ...]] | None = None) -> None:
    own = OwnRegions(regions=regions, groups=groups or {})
    gazetteer.use(OwnGazetteer(gazetteer.base(), own))


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gazetteer.use(None)


def found(text: str, lang: str = "ru") -> set[str]:
    return {mention.place_id for mention in find_mentions(text, lang) if not mention.weak}


@pytest.mark.parametrize(
    ("alias", "language", "text"),
    [
        pytest.param("Белогорье", "ru", "Взрывы в Белогорье слышали все", id="ru case"),
        pytest.param("Соловʼїний край", "uk", "у Соловʼїному краї тихо", id="uk phrase"),
        pytest.param("Kurszczyzna", "pl", "pożar w Kurszczyźnie", id="pl case"),
        pytest.param("Kursk Borderland", "en-GB", "fires in Kursk Borderland", id="en"),
        pytest.param("Белагор’е", "be", "выбухі, Белагор’е без святла", id="be"),
        pytest.param("Kursker Grenzland", "de", "Brand im Kursker Grenzland", id="de"),
    ],
)
def test_an_alias_names_the_place_in_all_its_cases(
    alias: str, language: str, text: str
) -> None:
    lang = language.partition("-")[0]
    before = found(text, lang)

    use(OwnRegion(id="RU-VOR", aliases=(name(alias, language),)))

    assert "RU-VOR" in found(text, lang)
    assert "RU-VOR" not in before


def test_an_alias_in_another_language_names_nothing() -> None:
    use(OwnRegion(id=KURSK, aliases=(name("Grenzland", "de"),)))

    assert found("Fires in Grenzland again", "en") == set()


VILLAGE = OwnPlace(
    id="own-verkhovye",
    names=(name("Заозёрная Балка"), name("Заозерна Балка", "uk")),
    latitude=51.2,
    longitude=35.3,
)


def test_a_place_of_ones_own_is_found_where_it_lies() -> None:
    use(OwnRegion(id=KURSK, places=(VILLAGE,)))

    (mention,) = find_mentions("Дрон упал в Заозёрной Балке", "ru")

    assert (mention.place_id, mention.region, mention.country) == (
        "own-verkhovye",
        KURSK,
        "RU",
    )
    assert (mention.place, mention.kind) == ("Заозёрная Балка", Kind.SETTLEMENT)
    about = annotate("У Заозерній Балці тихо", "", "uk").about
    assert {"own-verkhovye", KURSK, "RU"} <= about


@pytest.mark.parametrize(
    "text",
    [
        "Заозёрной Балке досталось",
        "Киев, Харьков и Сумы. Заозёрная Балка под огнём",
        "Ночью Горела Заозёрная Балка И Её Окраины",
    ],
)
def test_a_name_of_its_own_counts_at_once(text: str) -> None:
    use(OwnRegion(id=KURSK, places=(VILLAGE,)))

    assert "own-verkhovye" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Сергей Безымянинск приехал", id="a person"),
        pytest.param("Победа в конкурсе досталась школе", id="a common word"),
    ],
)
def test_a_name_that_is_another_word_here_does_not_count(text: str) -> None:
    places = tuple(
        OwnPlace(id=f"own-{index}", names=(name(text),))
        for index, text in enumerate(("Безымянинск", "Победа"))
    )
    use(OwnRegion(id=KURSK, places=places))

    assert found(text) == set()


def test_a_place_of_ones_own_is_a_place_like_any_other() -> None:
    use(OwnRegion(id=KURSK, places=(VILLAGE,)))
    in_use = gazetteer.load()

    place = in_use.place("own-verkhovye")

    assert place.name("uk") == "Заозерна Балка"
    assert place.population == 500
    assert in_use.inside("own-verkhovye") == (KURSK, "RU")
    assert in_use.find("own-nowhere") is None
    assert in_use.near(51.2, 35.3, 1)[0].id == "own-verkhovye"
    assert in_use.count_inside(KURSK) == gazetteer.base().count_inside(KURSK) + 1
    number = in_use.number("own-verkhovye")
    named = [key for key, other in in_use.names() if other == number]
    assert named == ["заозерная балка", "заозерна балка"]
    assert resolve("Заозерная Балка")[0].place.id == "own-verkhovye"


def test_a_place_may_lie_in_a_country_only() -> None:
    moon = OwnPlace(id="own-x", names=(name("Zarechnyansk", "de"),), size=Size.CITY)
    use(OwnRegion(id="LI", places=(moon,)))

    place = gazetteer.load().place("own-x")

    assert (place.region, place.country, place.names["en"]) == (None, "LI", "Zarechnyansk")
    assert found("Brand in Zarechnyansk", "de") == {"own-x"}


POPOVKA = OwnPlace(id="own-popovka", names=(name("Поповка"),))


def test_a_place_with_the_name_of_others_counts_with_support_only() -> None:
    use(OwnRegion(id=KURSK, places=(POPOVKA,), context=("Хинштейн",)))

    assert "own-popovka" not in found("Дрон упал у села Поповка, сообщили очевидцы")
    assert "own-popovka" in found("Курская область: дрон упал у села Поповка")
    assert "own-popovka" in found("Дрон упал у села Поповка, сообщил Хинштейн")
    assert "own-popovka" in found("Дрон упал у села Поповка, по словам Хинштейна")


def test_a_village_with_the_name_of_a_town_counts_with_support() -> None:
    mirny = OwnPlace(id="own-mirny", names=(name("Мирный"),))
    use(OwnRegion(id=KURSK, places=(mirny,)))

    assert "own-mirny" in found("Над Курской областью и в Мирном сбили дроны")
    assert "own-mirny" not in found("В Мирном сбили дроны")


def test_words_of_the_context_mention_nothing_themselves() -> None:
    use(OwnRegion(id=KURSK, context=("Хинштейн",)))

    assert found("Хинштейн рассказал о планах") == set()


def test_what_requires_context_counts_with_support_only() -> None:
    use(OwnRegion(id=KURSK, require_context=("Суджа",)))

    assert found("В Судже открыли школу") == set()
    assert found("В Судже Курской области открыли школу") >= {KURSK}
    assert found("У Рыльске и Судже тихо") >= {
        place.id for place in map(gazetteer.base().at, _numbers("суджа"))
    }


def _numbers(key: str) -> list[int]:
    senses = gazetteer.base().senses(key)
    at = gazetteer.base().at
    return [s.place for s in senses if at(s.place).region == KURSK][:1]


@pytest.mark.parametrize(
    "text",
    ["Матч возле Курск-Арены перенесён", "у Курск-Арены очередь", "ТУ КУРСК-АРЕНУ СТРОЯТ"],
)
def test_an_excluded_phrase_never_means_the_region(text: str) -> None:
    assert found(text) != set()

    use(OwnRegion(id=KURSK, exclude=("Курск-Арена",)))

    assert found(text) == set()
    assert KURSK in {m.region for m in find_mentions(f"{text}. В Курске дождь", "ru")}


def test_an_excluded_phrase_in_another_case_form_means_nothing() -> None:
    use(OwnRegion(id=KURSK, exclude=("Курск-Арена",)))

    assert found("Матч на «Курск Арене» перенесён") == set()


def test_what_an_excluded_phrase_means_elsewhere_is_still_found() -> None:
    text = "Порт Белгорода-Днестровского закрыт"
    before = find_mentions(text, "ru")
    use(OwnRegion(id="RU-BEL", exclude=("Белгород-Днестровский", "Порт Белгорода")))

    assert find_mentions(text, "ru") == before
    assert {mention.region for mention in before} == {"UA-51"}


def test_groups_are_known_by_key_beside_those_that_are_built_in() -> None:
    built_in = gazetteer.base().groups
    assert "RU-BEL" in built_in["border"]

    use(groups={"Border": ("UA-59",), "Юг_2": ("UA-65",)})

    assert gazetteer.load().groups == {
        **built_in,
        "border": ("UA-59",),
        key_of("Юг_2"): ("UA-65",),
    }


def test_what_is_in_use_can_be_taken_back() -> None:
    use(OwnRegion(id=KURSK, places=(VILLAGE,)))
    gazetteer.use(None)

    assert gazetteer.load() is gazetteer.base()
    assert found("Дрон упал в Заозёрной Балке") == set()


def test_the_longest_name_that_may_be_written_is_one_that_is_found() -> None:
    longest = "Балка Заозёрная Верхняя Кривая Дальняя"
    use(OwnRegion(id=KURSK, aliases=(name(longest),)))

    assert MAX_WORDS == LONGEST == len(longest.split())
    assert found(f"Ночью горела {longest}") == {KURSK}


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Гладков", ("uk", "ru")),
        ("Гладкий мыс", ("ru",)),
        ("Гладкий ліс", ("uk",)),
        ("Gładki", ("pl",)),
        ("Gladkov", ("und",)),
    ],
)
def test_letters_tell_how_a_word_is_inflected(text: str, languages: tuple[str]) -> None:
    assert languages_of(text) == languages
