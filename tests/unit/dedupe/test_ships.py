"""What a ship is called, in any spelling."""

import pytest

from bot.dedupe import ships
from bot.dedupe.ships import NO_SHIPS, Ships


def find_ships(title: str) -> Ships:
    return ships.find_ships(title, "", {"ship"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Navy stops tanker Amber Wind", "Marine stoppt „Amber Wind“"),
        ("Navy stops tanker Amber Wind", "Экипаж «Амбер Винд» задержан"),
        ("The Amber Wind, a tanker, left port", "Танкер Amber Wind вышел из порта"),
        ("Coast guard boards tanker Volga 7", "Танкер «Волга 7» задержали"),
    ],
)
def test_one_ship_is_known_in_each_spelling(one: str, other: str) -> None:
    assert find_ships(one).perhaps & find_ships(other).perhaps


def test_a_report_of_something_else_names_no_ship() -> None:
    assert ships.find_ships("Exercise Amber Wind begins", "", {"port"}) == NO_SHIPS


def test_a_sea_or_an_office_is_no_ship() -> None:
    assert find_ships("A tanker sank in the Black Sea, the Coast Guard said") == NO_SHIPS


def test_a_name_is_sure_in_quotation_marks_or_after_the_word_for_a_ship() -> None:
    assert find_ships("Divers reach freighter Cedar Star").surely
    assert find_ships("Водолази оглянули «Cedar Star»").surely
    assert not find_ships("Officials say Cedar Star was empty").surely


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tanker Blue Grace holed", "Танкер «Блю Грейс» получил пробоину"),
        ("Tanker Lady Rose ablaze", "Горить танкер «Леді Роуз»"),
    ],
)
def test_a_name_is_known_by_how_it_sounds(one: str, other: str) -> None:
    assert find_ships(one).perhaps & find_ships(other).perhaps


def test_a_name_that_sounds_otherwise_is_another() -> None:
    assert find_ships("Tanker Lady Rose ablaze").perhaps.isdisjoint(
        find_ships("Горить танкер «Леді Грейс»").perhaps
    )


def test_whose_crew_died_is_a_ship_if_it_has_a_name_in_quotation_marks() -> None:
    assert ships.find_ships("Погибли два моряка с «Норд Гейт»", "", set()).surely
    assert ships.find_ships("Two sailors of Nord Gate died", "", set()) == NO_SHIPS
