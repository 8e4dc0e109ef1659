"""Who heads a region leaves, is said to, or does something else."""

import pytest

from bot.dedupe.governors import (
    COMES,
    DEPUTY_LEAVES,
    LEAVES,
    SAID_TO_LEAVE,
    are_of_others,
    find_change,
)


@pytest.mark.parametrize(
    "title",
    [
        "Putin accepts resignation of Kirov governor",
        "Head of Sumy region sacked",
        "Kirov governor resigns",
        "Zelensky dismisses Sumy governor",
        "Президент звільнив голову Одеської ОВА",
        "Очільник Сумщини йде з посади",
        "Голову Сумської ОВА звільнено",
        "Глава Кировской области подал в отставку",
        "Губернатор Оренбуржья уходит с поста",
        "Selenskyj entlässt Gouverneur von Sumy",
        "Zełenski odwołał szefa obwodu sumskiego",
    ],
)
def test_a_governor_who_leaves_is_known_in_each_language(title: str) -> None:
    assert find_change(title) == {LEAVES}


@pytest.mark.parametrize(
    "title",
    [
        "Слухи: губернатор подаст в отставку",
        "У Києві спростували відставку губернатора",
        "Kirov governor may be dismissed",
        "Инсайд: губернатор пакует чемоданы",
    ],
)
def test_that_it_is_said_or_denied_is_another_thing(title: str) -> None:
    assert find_change(title) == {SAID_TO_LEAVE}


@pytest.mark.parametrize(
    "title",
    [
        "Governor dismisses claims of shortage",
        "Governor says fired drones were shot down",
        "Governor says residents resigned to losses",
        "Governor fires back at critics",
        "Губернатор уволил чиновника за хамство",
        "Губернатор рассказал об увольнении врачей",
        "Губернатор ушёл от ответа",
        "Губернатор снял видео",
        "Голова ОВА: знято обмеження",
        "Звільнено начальника поліції Чернівецької області",
        "Former governor of Kirov sentenced",
        "Мэр Одессы подал в отставку",
    ],
)
def test_what_else_a_governor_does_is_none(title: str) -> None:
    assert not find_change(title)


def test_his_deputy_is_another() -> None:
    deputy = find_change("Заместитель губернатора подал в отставку")

    assert deputy == {DEPUTY_LEAVES}
    assert are_of_others(deputy, find_change("Губернатор подал в отставку"))
    assert not are_of_others(deputy, frozenset())


@pytest.mark.parametrize(
    "title",
    [
        "Президент призначив нову начальницю Одеської ОВА",
        "Указ: у Хмельницької ОВА новий очільник",
        "Сумську ОВА очолив Олег Мельник",
        "Путин назначил врио губернатора Курской области",
        "Врио губернатора Курской области назначен",
        "President names new governor for Khmelnytskyi region",
        "Former deputy takes over Odesa region",
        "Selenskyj ernennt neuen Gouverneur von Sumy",
        "Zełenski mianował nowego szefa obwodu sumskiego",
    ],
)
def test_a_governor_who_comes_is_known_in_each_language(title: str) -> None:
    assert find_change(title) == {COMES}


@pytest.mark.parametrize(
    "title",
    [
        "Новий очільник Одещини провів нараду",
        "New Odesa governor visits hospital",
        "Губернатор назначил нового министра здравоохранения",
        "Губернатор назначил выплаты семьям погибших",
        "Губернатор назначил заместителя губернатора",
        "Governor named in corruption probe",
        "Слухи: назначат нового губернатора",
    ],
)
def test_what_a_governor_does_is_no_coming(title: str) -> None:
    assert COMES not in find_change(title)
