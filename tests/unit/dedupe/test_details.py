"""What two languages both name beside place and kind."""

import pytest

from bot.dedupe.common.affairs import AFFAIRS
from bot.dedupe.common.broad import BROAD, ECHOES
from bot.dedupe.common.details import DETAILS
from bot.dedupe.common.things import THINGS
from bot.dedupe.details import (
    GAS,
    are_as_many_bodies,
    are_of_one_package,
    are_other_machines,
    find_details,
    points_of,
    shares_counts,
    telling,
)


@pytest.mark.parametrize(
    ("one", "other", "points"),
    [
        ("Undersea cable cut off Estonia, a freighter is checked",
         "Біля Естонії перебито підводний кабель, перевіряють суховантаж", 2),
        ("Norway pays for air-defence interceptors",
         "Норвегія заплатить за перехоплювачі для ППО", 2),
        ("Su-34 lost over the Sea of Azov", "Над Азовским морем потерян Су-34", 2),
        ("The minister spoke about energy", "Министр говорил об энергетике", 0),
        ("FSB foils bomb plot against officer", "ФСБ предотвратила подрыв офицера", 1),
        ("FSB arrests man for spying", "ФСБ задержала шпиона", 0),
        ("€400m for cables under the law", "600 млн на кабели по закону", 0),
        ("€400m for cables under the law", "400 млн евро на кабели по закону", 2),
        ("Estonia frees tanker Kiwala", "Эстония отпустила танкер «Кивала»", 2),
        ("Estonia frees tanker Kiwala", "Танкер «Кайрос» горит", 0),
        ("Mass grave found", "Найдена братская могила", 2),
        ("$1.5bn loan for wheat", "Кредит на 1,5 млрд доларів під пшеницю", 2),
    ],
)  # fmt: skip
def test_things_that_both_name_are_worth_points(one: str, other: str, points: int) -> None:
    assert points_of(find_details(one, ""), find_details(other, "")) == points


def test_a_package_is_known_by_its_number() -> None:
    ours = find_details("EU envoys agree on the 23rd Russia sanctions package", "")

    assert are_of_one_package(ours, find_details("23-й пакет санкцій погоджено", ""))
    assert are_of_one_package(ours, find_details("Jest zgoda na 23. pakiet sankcji", ""))
    assert not are_of_one_package(
        ours, find_details("22-й пакет санкцій набув чинності", "")
    )


@pytest.mark.parametrize(
    ("other", "are_as_many"),
    [
        ("Україні повернули тіла тисячі загиблих", True),
        ("Россия передала 1 000 тел военных", True),
        ("Ukraina odebrała ciała 1000 poległych", True),
        ("Ukraine erhält Leichen von 1245 Gefallenen", False),
        ("1000 солдатов вернулись", False),
    ],
)
def test_the_dead_who_are_handed_over_are_known_by_their_number(
    other: str, *, are_as_many: bool
) -> None:
    ours = find_details("Ukraine receives bodies of 1,000 soldiers", "")

    assert are_as_many_bodies(ours, find_details(other, "")) == are_as_many


def test_two_kinds_of_aircraft_are_others() -> None:
    ours = find_details("Під Покровськом збили Мі-8", "")

    assert are_other_machines(ours, find_details("Сбит Ка-52", ""))
    assert not are_other_machines(ours, find_details("Mi-8 shot down", ""))
    assert not are_other_machines(ours, find_details("Helicopter shot down", ""))


def test_what_stands_after_the_first_sentence_is_background() -> None:
    first, second = "A cable was cut near Tallinn.", "Two hostages were freed elsewhere."

    assert find_details("News", f"{first} {second}") == find_details("News", first)


def test_stories_are_looked_for_by_what_tells_much() -> None:
    assert telling(frozenset({"cable", "minister"})) == {"cable"}
    assert telling(frozenset({"su-34"})) == {"su-34"}
    assert not telling(frozenset({"cable"}))


LINES = f"{DETAILS}{THINGS}{AFFAIRS}".replace("\n   ", " ").split("\n")
NAMES = [line.partition(":")[0] for line in LINES if line]


def test_each_thing_is_listed_once() -> None:
    assert len(NAMES) == len(set(NAMES))


def test_each_thing_that_tells_little_has_words() -> None:
    assert set(NAMES) >= BROAD | ECHOES


def test_no_thing_has_a_stem_that_many_words_begin_with() -> None:
    stems = [stem for line in LINES for stem in line.partition(":")[2].split()]

    assert not [stem for stem in stems if stem.endswith("*") and len(stem) < len("abc*")]


@pytest.mark.parametrize(
    ("one", "other", "there", "elsewhere"),
    [
        ("Museum shows looted paintings", "В музее открыли выставку", 1, 0),
        ("Museum and theatre reopen", "Музей и зоопарк под угрозой", 1, 0),
        ("Hospital evacuated", "Больницу эвакуируют", 1, 0),
        ("Hospital opens", "В больнице новый врач", 0, 0),
    ],
)
def test_in_a_town_seldom_in_the_news_one_thing_does(
    one: str, other: str, there: int, elsewhere: int
) -> None:
    ours, theirs = find_details(one, ""), find_details(other, "")

    assert points_of(ours, theirs, is_there=True) == there
    assert points_of(ours, theirs) == elsewhere


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("37 тисяч родин без світла", "37 000 потребителей обесточены"),
        ("46 рейсов задержаны", "46 flights delayed"),
        ("1,250 homes", "1 250 domów"),
    ],
)
def test_a_count_that_is_not_round_is_one_in_all_languages(one: str, other: str) -> None:
    shared = find_details(one, "") & find_details(other, "")

    assert any(each.startswith("count ") for each in shared)


@pytest.mark.parametrize("text", ["Am 14. Mai 2026", "в 14:35", "100 дронов", "31 травня"])
def test_days_times_and_round_counts_tell_nothing(text: str) -> None:
    assert not any(each.startswith("count ") for each in find_details(text, ""))


def test_a_number_of_six_thousand_digits_is_no_count() -> None:
    assert not find_details("9" * 6000 + " and " + "1 000 " * 2000, "") - {"count 1000"}


def test_two_counts_are_those_of_one_night() -> None:
    told = find_details("Збито 89 зі 112 цілей", "")

    assert shares_counts(told, find_details("Air defences down 89 of 112 drones", ""))
    assert not shares_counts(told, find_details("Air defences down 89 of 113 drones", ""))


@pytest.mark.parametrize(
    "text",
    [
        "Обошлось без пострадавших",
        "Шахед курсом на Суми",
        "Возбуждено уголовное дело",
        "Заняття у школах скасовано",
        "Збірна перемогла",
        "An example of quite a plan",
    ],
)
def test_an_everyday_word_names_no_thing(text: str) -> None:
    assert find_details(text, "") <= {"school", "football"}


@pytest.mark.parametrize(
    "text",
    [
        "Вибух газу в п'ятиповерхівці",
        "Взрыв бытового газа в доме",
        "Gas blast in apartment block",
        "Wybuch gazu w bloku",
        "Gasexplosion in Wohnhaus",
    ],
)
def test_gas_is_known_to_have_exploded_in_each_language(text: str) -> None:
    assert GAS in find_details(text, "")
