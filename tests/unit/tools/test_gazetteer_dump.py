"""Settlements from a GeoNames dump; the dump here is invented, in GeoNames' columns."""

from pathlib import Path

import pytest

from tools.gazetteer.dump import merge, read_settlements
from tools.gazetteer.rows import Row

CODES = {("RU", "09"): "RU-BEL", ("RU", "41"): "RU-KRS"}
PLACES = (
    (9001, "Vydumka", "Выдумка,Vydoumka", 50.7, 36.4, "P", "PPL", "09", 120),
    (9002, "Nebylovo", "Небылово", 51.2, 35.3, "P", "PPL", "41", 40),
    (9003, "Ozero Pustoye", "Озеро Пустое", 50.8, 36.6, "H", "LK", "09", 0),
    (9004, "Brosheno", "Брошено", 50.9, 36.7, "P", "PPLQ", "09", 0),
    (9005, "Nowhere", "Нигде", 50.9, 36.7, "P", "PPL", "99", 3),
    (9006, "Latinica", "Latinitsa", 50.9, 36.7, "P", "PPL", "09", 3),
)
NAMES = (
    (1, 9001, "uk", "Видумка", "", "", "", ""),
    (2, 9001, "ru", "Старая Выдумка", "", "", "", "1"),
    (3, 9001, "ru", "Выдумка", "1", "", "", ""),
    (4, 9001, "en", "Vydumka village", "", "", "1", ""),
    (5, 9001, "de", "Wydumka", "", "", "", ""),
    (6, 7777, "ru", "Чужое", "", "", "", ""),
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    lines = []
    for number, name, others, north, east, kind, code, admin1, people in PLACES:
        cells = [number, name, name, others, north, east, kind, code, "RU", "", admin1]
        cells += ["", "", "", people, "", 150, "Europe/Moscow", "2024-01-01"]
        lines.append("\t".join(map(str, cells)))
    path = tmp_path / "RU.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "alternateNamesV2.txt"
    path.write_text("\n".join("\t".join(map(str, n)) for n in NAMES), encoding="utf-8")
    return path


def test_a_village_gets_the_names_of_each_language(dump: Path, names: Path) -> None:
    (row,) = read_settlements(dump, names, CODES, ["RU-BEL"])

    assert (row.id, row.region, row.country) == ("g9001", "RU-BEL", "RU")
    assert (row.en, row.uk, row.ru) == ("Vydumka", "Видумка", "Выдумка")
    assert (row.population, row.latitude, row.longitude) == (120, 50.7, 36.4)
    assert "doubtful" in row.flags
    assert not {"Старая Выдумка", "Wydumka"} & {name for _, name in row.names}


def test_without_a_region_all_inhabited_places_are_taken(dump: Path, names: Path) -> None:
    found = read_settlements(dump, names, CODES, [])

    assert [row.id for row in found] == ["g9001", "g9002"]


def test_without_languages_the_alphabet_tells_the_russian_name(dump: Path) -> None:
    found = read_settlements(dump, None, CODES, ["RU-KRS"])

    assert [(row.uk, row.ru) for row in found] == [("Небилово", "Небылово")]


def known(**more: float) -> Row:
    return Row(
        id="x-known",
        kind="settlement",
        country="RU",
        region="RU-BEL",
        en="Vydumka",
        uk="Вигадка",
        ru="Выдумка",
        flags={"notable"},
        latitude=more.get("latitude"),
        longitude=more.get("longitude"),
    )


def test_a_hand_kept_village_is_completed_not_doubled(dump: Path, names: Path) -> None:
    rows = {"x-known": known()}

    assert merge(rows, read_settlements(dump, names, CODES, ["RU-BEL"])) == 0

    row = rows["x-known"]
    assert (row.uk, row.latitude, row.population) == ("Вигадка", 50.7, 120)
    assert row.flags == {"notable"}
    assert ("uk", "Видумка") in row.names


def test_a_namesake_far_away_stays_another_village(dump: Path, names: Path) -> None:
    rows = {"x-known": known(latitude=51.0, longitude=37.9)}

    assert merge(rows, read_settlements(dump, names, CODES, ["RU-BEL"])) == 1
    assert set(rows) == {"x-known", "g9001"}
