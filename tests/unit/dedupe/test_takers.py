import pytest

from bot.dedupe.takers import RUSSIA, UKRAINE, find_taker, is_taken_by_another


@pytest.mark.parametrize(
    ("title", "taker"),
    [
        ("Росіяни заявили про захоплення Плавнів", RUSSIA),
        ("Минобороны РФ: освобождена Полтавка", RUSSIA),
        ("Moscow claims capture of Poltavka", RUSSIA),
        ("Rosjanie zajęli wieś Połtawka", RUSSIA),
        ("Moskau meldet Einnahme von Poltawka", RUSSIA),
        ("Бойцы 5-й бригады освободили Полтавку — Минобороны", RUSSIA),
        ("ЗСУ відбили Плавні", UKRAINE),
        ("Десантники звільнили село від росіян", UKRAINE),
        ("Штурмовики відбили Плавні", UKRAINE),
        ("Сили оборони звільнили Кіндратівку від окупантів", UKRAINE),
        ("Ukraine retakes Plavni from Russian troops", UKRAINE),
        ("Плавні знову під контролем ЗСУ", UKRAINE),
        ("Ukraine erobert Poltawka zurück", UKRAINE),
    ],
)
def test_a_title_says_who_took_a_place(title: str, taker: str) -> None:
    assert find_taker(title) == {taker}


@pytest.mark.parametrize(
    "title",
    [
        "Kyiv denies losing Poltavka",
        "Генштаб спростував захоплення Полтавки росіянами",
        "Українські війська відійшли з Полтавки",
        "ЗСУ не відбили Плавні, визнали у бригаді",
        "Село перейшло з рук у руки",
        "Наши взяли Плавни",
    ],
)
def test_an_answer_and_a_loss_name_no_taker(title: str) -> None:
    assert not find_taker(title)


def test_who_takes_back_is_another_than_who_took() -> None:
    assert is_taken_by_another({RUSSIA, "flag"}, {UKRAINE, "flag"})
    assert not is_taken_by_another({RUSSIA}, {"flag"})
