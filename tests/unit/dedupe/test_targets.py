import pytest

from bot.dedupe.targets import find_targets


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Дрон влучив у маршрутку в Херсоні", {"bus"}),
        ("Під ударом лікарні та школи", {"hospital", "school"}),
        ("Беспилотник атаковал легковой автомобиль", {"car"}),
        ("Горит нефтеперерабатывающий завод", {"refinery"}),
        ("Two libraries and a church burn", {"library", "church"}),
        ("Портрет школьника на складном стуле", set()),
        ("Місто без світла", set()),
        ("Атаковано дев'ять міст", set()),
        ("Підірвано міст у Затоці", {"bridge"}),
        ("Most powerful attack", set()),
        ("Wysadzono most kolejowy", {"bridge"}),
        ("Drohne trifft Tankstelle", {"fuelstation"}),
        ("Bomba spadła na szpital", {"hospital"}),
        ("Une frappe touche l'hôpital", {"hospital"}),
        ("Signal box fire", {"signalbox"}),
        ("Дрон попал в торговый центр", {"shop"}),
        ("Почти все погибли", set()),
        ("Drone hits nuclear power plant", set()),
        ("Loses one of two power lines", {"power"}),
        ("Удар по аптеці, поранено жінку", {"pharmacy"}),
        ("Drone hits post office", {"postoffice"}),
        ("Снаряд попал в детскую площадку", {"playground"}),
        ("Обстріляли стадіон", {"sports"}),
        ("Вранці тут відключили інтернет", set()),
    ],
)
def test_a_title_names_what_was_hit(title: str, named: set[str]) -> None:
    assert find_targets(title).named == named


def test_a_vague_word_stands_for_any_of_its_kinds() -> None:
    found = find_targets("Удар по будинку")

    assert not found.named
    assert {"flats", "house", "school"} <= found.any_of
    assert "bus" not in found.any_of
